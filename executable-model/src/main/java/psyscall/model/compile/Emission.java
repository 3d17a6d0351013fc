package psyscall.model.compile;

import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.OptionalInt;
import psyscall.model.compile.Frames.Element;
import psyscall.model.compile.Frames.Placed;
import psyscall.model.emit.Code;
import psyscall.model.emit.Defaults;
import psyscall.model.layout.Coding;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Slot;

/// Code that hands the state after a step out: the words that the rule wrote, the actor's program
/// counter, its locals as the next label keeps them, everything else as it was.
final class Emission {
  private static final int TARGETS = 3;
  private static final int TAGS = 4;

  /// The parameter that counts the successors.
  static final int COUNT = 5;

  /// Up to so many words are stored one by one; more are copied first.
  private static final int WORDS_ONE_BY_ONE = 8;

  private final Code code;
  private final RuleView view;
  private final Layout layout;
  private final long[] frame;
  private final Destination destination;

  /// Where the state goes.
  sealed interface Destination {}

  /// Behind the successors that are there already, with a tag.
  ///
  /// @param tag the tag
  record Buffer(int tag) implements Destination {}

  /// To where the state before is.
  record InPlace() implements Destination {}

  Emission(Code code, RuleView view, Layout layout, Destination destination) {
    this.code = code;
    this.view = view;
    this.layout = layout;
    this.frame = view.frame();
    this.destination = destination;
  }

  /// A small number that goes into a slot.
  ///
  /// @param slot where
  /// @param value what is stored there
  record Setting(Slot slot, long value) {}

  /// Hands out the state with the actor at a label.
  void jump(String label, Setting counter) {
    emit(label, counter, true);
  }

  /// Hands out the state in which the run has ended.
  ///
  /// @param label where the actor stays
  void end(String label, Setting ending) {
    emit(label, ending, false);
  }

  private void emit(String label, Setting setting, boolean keepsLocals) {
    switch (destination) {
      case Buffer buffer -> {
        int base = code.newInt();
        code.builder.iload(COUNT);
        code.constant(layout.words());
        code.builder.imul().istore(base);
        boolean oneByOne = layout.words() <= WORDS_ONE_BY_ONE;
        if (!oneByOne) {
          copyAll(base);
        }
        for (int word = 0; word < layout.words(); word++) {
          if (oneByOne || changes(word, setting)) {
            code.builder.aload(TARGETS).iload(base);
            store(word, label, setting, keepsLocals);
          }
        }
        code.builder.aload(TAGS).iload(COUNT);
        code.constant(buffer.tag());
        code.builder.iastore().iinc(COUNT, 1);
      }
      case InPlace _ -> {
        // A word depends on itself and on local variables, so the order does not matter.
        for (int word = 0; word < layout.words(); word++) {
          if (changes(word, setting)) {
            code.builder.aload(RuleView.STATES).iload(RuleView.AT);
            store(word, label, setting, keepsLocals);
          }
        }
      }
    }
  }

  private boolean changes(int word, Setting setting) {
    return frame[word] != 0
        || (setting.slot().word() == word && width(setting) > 0)
        || view.written().contains(word);
  }

  /// The array and where the state begins are on the stack.
  private void store(int word, String label, Setting setting, boolean keepsLocals) {
    code.constant(word);
    code.builder.iadd();
    word(word, label, setting, keepsLocals);
    code.builder.lastore();
  }

  private static int width(Setting setting) {
    return setting.slot().width();
  }

  private void copyAll(int base) {
    code.builder.aload(RuleView.STATES).iload(RuleView.AT).aload(TARGETS).iload(base);
    code.constant(layout.words());
    code.builder.invokestatic(
        java.lang.constant.ClassDesc.of("java.lang.System"),
        "arraycopy",
        MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;ILjava/lang/Object;II)V"));
  }

  /// Pushes a word of the successor.
  private void word(int word, String label, Setting setting, boolean keepsLocals) {
    long cleared = frame[word];
    long set = 0;
    if (setting.slot().word() == word && width(setting) > 0) {
      cleared |= setting.slot().mask() << setting.slot().shift();
      set |= setting.value() << setting.slot().shift();
    }
    List<Placed> locals = frame[word] == 0 ? List.of() : localsIn(word, label);
    for (Placed local : locals) {
      if (!isKept(local.element(), keepsLocals)) {
        set |= stored(local.element()) << local.slot().shift();
      }
    }
    view.word(word);
    if (cleared != 0) {
      code.constant(~cleared);
      code.builder.land();
    }
    if (set != 0) {
      code.constant(set);
      code.builder.lor();
    }
    for (Placed local : locals) {
      if (isKept(local.element(), keepsLocals)) {
        code.builder.lload(view.variableOf(local.element()).getAsInt());
        long bias = Coding.bias(local.element().leaf().sort());
        if (bias != 0) {
          code.constant(bias);
          code.builder.lsub();
        }
        code.constant(local.slot().shift());
        code.builder.lshl().lor();
      }
    }
  }

  private List<Placed> localsIn(int word, String label) {
    return view.placedAt(label).stream()
        .filter(local -> local.slot().word() == word && local.slot().width() > 0)
        .toList();
  }

  private boolean isKept(Element element, boolean keepsLocals) {
    OptionalInt variable = view.variableOf(element);
    return keepsLocals && variable.isPresent();
  }

  /// What the default of a part of a local is stored as.
  private static long stored(Element element) {
    return Defaults.of(element.leaf().sort()) - Coding.bias(element.leaf().sort());
  }
}
