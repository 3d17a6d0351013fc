package psyscall.model.emit;

import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// A method that goes on by a small number, such as a program counter, in methods that stay small
/// however many numbers there are.
///
/// As long as it is not too large it is one switch. Otherwise neighbours, as many as there is room
/// for, share a method of their own with a switch over them, and the first switch says which of
/// these methods is called:
///
/// ```text
/// actor0:        switch (pc >>> 7) { case 0: return actor0block0(...); case 1: ... }
/// actor0block0:  switch (pc)       { case 0: the rules at label 0;     case 1: ... }
/// ```
///
/// Either way each call has one target, and nothing is allocated. The second switch is felt: cut by
/// 64 labels throughout, a state's successors take 3 to 9 % longer, by 32 labels 17 % longer. So a
/// method is not cut before it must be, and then into few parts.
///
/// @param <K> tells one piece of code from another
public final class Dispatch<K> {
  /// How many bytecodes a method may have by the estimate here; the limit has room for its error.
  private static final int BYTECODES_MAX = 6_000;

  /// What a number takes in a switch.
  private static final int BYTECODES_PER_NUMBER = 4;

  private final Code.Methods to;
  private final Code.Method method;
  private final String place;
  private final Cases<K> cases;

  /// What is done with the numbers; all code ends with a return.
  ///
  /// @param <K> tells one piece of code from another
  /// @param keys for each number that has a piece of code, which; not negative
  /// @param number pushes the number as an int
  /// @param piece writes the piece of code of a key
  /// @param bytecodes about how large that is
  /// @param otherwise writes the code for all other numbers
  public record Cases<K>(
      SortedMap<Integer, K> keys,
      Consumer<Code> number,
      BiConsumer<Code, K> piece,
      ToIntFunction<K> bytecodes,
      Consumer<Code> otherwise) {}

  private Dispatch(Code.Methods to, Code.Method method, String place, Cases<K> cases) {
    this.to = to;
    this.method = method;
    this.place = place;
    this.cases = cases;
  }

  /// Writes the method, and those it is cut into.
  ///
  /// @param <K> tells one piece of code from another
  /// @param to gets the methods
  /// @param method how the method is called
  /// @param place who is described by it: for errors
  /// @param cases what it does
  public static <K> void emit(Code.Methods to, Code.Method method, String place, Cases<K> cases) {
    new Dispatch<>(to, method, place, cases).emit();
  }

  private void emit() {
    int bits = blockBits();
    SortedMap<Integer, SortedMap<Integer, K>> blocks = blocks(bits);
    if (blocks.size() <= 1) {
      to.add(method, place, code -> pieces(code, cases.keys()));
      return;
    }
    blocks.forEach((block, keys) -> to.add(part(block), place, code -> pieces(code, keys)));
    to.add(method, place, code -> parts(code, bits, List.copyOf(blocks.keySet())));
  }

  /// Numbers that differ in so many low bits alone go together: the most for which there is room.
  private int blockBits() {
    int bits = Integer.SIZE - 1;
    while (bits > 0 && blocks(bits).values().stream().anyMatch(this::isTooLarge)) {
      bits--;
    }
    return bits;
  }

  private SortedMap<Integer, SortedMap<Integer, K>> blocks(int bits) {
    SortedMap<Integer, SortedMap<Integer, K>> blocks = new TreeMap<>();
    cases
        .keys()
        .forEach(
            (number, key) ->
                blocks.computeIfAbsent(number >>> bits, _ -> new TreeMap<>()).put(number, key));
    return blocks;
  }

  private boolean isTooLarge(SortedMap<Integer, K> keys) {
    int switched = BYTECODES_PER_NUMBER * (keys.lastKey() - keys.firstKey() + 1);
    int pieces = keys.values().stream().distinct().mapToInt(cases.bytecodes()).sum();
    return switched + pieces > BYTECODES_MAX;
  }

  private Code.Method part(int block) {
    return new Code.Method(method.name() + "block" + block, method.type());
  }

  /// A switch over numbers; those with one key share the code.
  private void pieces(Code code, SortedMap<Integer, K> keys) {
    Label otherwise = code.newLabel();
    Map<K, Label> places = new LinkedHashMap<>();
    List<SwitchCase> switched = new ArrayList<>();
    keys.forEach(
        (number, key) ->
            switched.add(SwitchCase.of(number, places.computeIfAbsent(key, _ -> code.newLabel()))));
    if (!switched.isEmpty()) {
      cases.number().accept(code);
      code.builder.tableswitch(otherwise, switched);
    }
    places.forEach(
        (key, label) -> {
          code.builder.labelBinding(label);
          cases.piece().accept(code, key);
        });
    code.builder.labelBinding(otherwise);
    cases.otherwise().accept(code);
  }

  /// A switch over the methods that the numbers are cut into.
  private void parts(Code code, int bits, List<Integer> blocks) {
    Label otherwise = code.newLabel();
    List<SwitchCase> switched =
        blocks.stream().map(block -> SwitchCase.of(block, code.newLabel())).toList();
    cases.number().accept(code);
    code.constant(bits);
    code.builder.iushr().tableswitch(otherwise, switched);
    for (SwitchCase each : switched) {
      code.builder.labelBinding(each.target());
      Code.Method part = part(each.caseValue());
      code.callSelf(part.name(), part.type(), () -> passOn(code, part.type(), 1));
      code.builder.return_(TypeKind.from(method.type().returnType()));
    }
    code.builder.labelBinding(otherwise);
    cases.otherwise().accept(code);
  }

  /// Pushes parameters of the method for a method that has them too.
  ///
  /// @param type the method that is called
  /// @param from the local variable of its first parameter; 1 is that of the first of all
  public static void passOn(Code code, MethodTypeDesc type, int from) {
    int slot = from;
    for (ClassDesc parameter : type.parameterList()) {
      TypeKind kind = TypeKind.from(parameter);
      code.builder.loadLocal(kind, slot);
      slot += kind.slotSize();
    }
  }
}
