package psyscall.model.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import psyscall.model.compile.Frames.Element;
import psyscall.model.compile.Frames.Placed;
import psyscall.model.emit.Code;
import psyscall.model.emit.Defaults;
import psyscall.model.emit.Index;
import psyscall.model.emit.StateView;
import psyscall.model.interpret.ModelError;
import psyscall.model.layout.Coding;
import psyscall.model.layout.Leaf;

/// The state while a rule runs: words that the rule writes and the actor's locals are in local
/// variables, the others are read where the state came from.
final class RuleView extends StateView {
  /// The parameters of a rule's method.
  static final int STATES = 1;

  static final int AT = 2;

  private final Frames frames;
  private final Place place;
  private final Map<Integer, Integer> words = new LinkedHashMap<>();
  private final Map<Element, Integer> locals = new LinkedHashMap<>();

  /// Where the actor stands.
  ///
  /// @param who the actor
  /// @param label the label of the rule
  record Place(Frames.Who who, String label) {}

  RuleView(Code code, StatementEmitter.Tables tables, Place place) {
    super(code, tables.layout(), tables.leaves());
    this.frames = tables.frames();
    this.place = place;
  }

  /// Brings the words that will be written and the parts of locals that are or will be there into
  /// local variables.
  void begin(Set<Integer> written, Set<Element> elements) {
    for (int word : written) {
      int slot = code.newLong();
      word(word);
      code.builder.lstore(slot);
      words.put(word, slot);
    }
    for (Placed local : placedAt(place.label())) {
      read(local.slot(), Coding.bias(local.element().leaf().sort()));
      keep(local.element());
    }
    for (Element element : elements) {
      if (!locals.containsKey(element)) {
        code.constant(Defaults.of(element.leaf().sort()));
        keep(element);
      }
    }
  }

  private void keep(Element element) {
    int variable = code.newLong();
    code.builder.lstore(variable);
    locals.put(element, variable);
  }

  /// The parts of the actor's locals that a label has room for.
  List<Placed> placedAt(String label) {
    return frames.at(place.who(), label);
  }

  /// The parts of a local that belong to the actor.
  List<Element> elements(Leaf leaf) {
    return frames.elements(place.who(), leaf);
  }

  /// For each word the bits of the actor's locals.
  long[] frame() {
    return frames.bits(place.who());
  }

  /// The local variable that holds a part of a local; empty if it is the default throughout.
  OptionalInt variableOf(Element element) {
    Integer variable = locals.get(element);
    return variable == null ? OptionalInt.empty() : OptionalInt.of(variable);
  }

  /// The local variable that holds a word which the rule writes.
  int variableOf(int word) {
    Integer variable = words.get(word);
    if (variable == null) {
      throw new IllegalStateException("word that was not to be written: word=" + word);
    }
    return variable;
  }

  /// The words that the rule writes.
  Set<Integer> written() {
    return words.keySet();
  }

  /// All local variables that statements change.
  int[] mutable(Set<Element> assigned) {
    List<Integer> all = new ArrayList<>(words.values());
    assigned.forEach(element -> all.add(variableOf(element).orElseThrow()));
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void word(int word) {
    Integer slot = words.get(word);
    if (slot != null) {
      code.builder.lload(slot);
      return;
    }
    code.builder.aload(STATES).iload(AT);
    if (word > 0) {
      code.constant(word);
      code.builder.iadd();
    }
    code.builder.laload();
  }

  @Override
  public void readLocal(Leaf leaf, List<Index> ids) {
    OptionalInt dynamic = firstVariable(ids);
    if (dynamic.isPresent()) {
      dispatch(leaf, ids, dynamic.getAsInt(), known -> readLocal(leaf, known));
      return;
    }
    List<Integer> known = Arrays.stream(known(ids)).boxed().toList();
    if (place.who().self() >= 0 && known.getFirst() != place.who().self()) {
      throw new ModelError("local of another: " + code.place);
    }
    OptionalInt variable = variableOf(new Element(leaf, known));
    if (variable.isPresent()) {
      code.builder.lload(variable.getAsInt());
    } else {
      code.constant(Defaults.of(leaf.sort()));
    }
  }
}
