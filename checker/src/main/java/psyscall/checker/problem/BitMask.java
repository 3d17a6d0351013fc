package psyscall.checker.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Some bits of packed states.
public final class BitMask {
  private final long[] bits;

  private BitMask(long[] bits) {
    this.bits = bits;
  }

  /// The bits whose change is news: those of all variables that are not declared as polling.
  ///
  /// The bits of a frame mean something else at each label. A step that moves the program counter
  /// of a process that does not poll brings news by that, and one that does not leaves the meaning
  /// of its frame; so all bits that are a variable's at some label may be compared.
  ///
  /// @param layout of the states
  /// @return the mask
  public static BitMask news(Layout layout) {
    BitMask mask = new BitMask(new long[layout.words()]);
    layout.leaves().stream()
        .filter(leaf -> !leaf.variable().polled())
        .forEach(leaf -> mask.addShared(layout, leaf));
    for (Process process : layout.specification().processes()) {
      layout.locals(process.name()).stream()
          .filter(leaf -> !leaf.variable().polled())
          .forEach(leaf -> mask.addLocal(layout, process, leaf));
    }
    return mask;
  }

  /// The bits that tell that the run has ended.
  ///
  /// @param layout of the states
  /// @return the mask; none of the bits is set while the run goes on
  public static BitMask ending(Layout layout) {
    BitMask mask = new BitMask(new long[layout.words()]);
    Var ending = layout.specification().variable(Specification.ENDING);
    layout.leaves().stream()
        .filter(leaf -> leaf.variable().equals(ending))
        .forEach(leaf -> mask.addShared(layout, leaf));
    return mask;
  }

  /// Whether two states differ in one of the bits.
  ///
  /// @param one holds a state
  /// @param oneAt where it begins
  /// @param two holds the other
  /// @param twoAt where that begins
  /// @return whether they differ
  public boolean differs(long[] one, int oneAt, long[] two, int twoAt) {
    for (int word = 0; word < bits.length; word++) {
      if (((one[oneAt + word] ^ two[twoAt + word]) & bits[word]) != 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of the bits is set.
  ///
  /// @param states holds a state
  /// @param at where it begins
  /// @return whether one is
  public boolean isSet(long[] states, int at) {
    for (int word = 0; word < bits.length; word++) {
      if ((states[at + word] & bits[word]) != 0) {
        return true;
      }
    }
    return false;
  }

  private void addShared(Layout layout, Leaf leaf) {
    entries(layout, leaf.dims(), new int[0])
        .forEach(ids -> add(layout, leaf, layout.slot(leaf, ids)));
  }

  private void addLocal(Layout layout, Process process, Leaf leaf) {
    List<String> labels = layout.specification().labels(process.name()).values();
    for (int[] ids : entries(layout, leaf.dims(), new int[0])) {
      int self = process.over().isPresent() ? ids[0] : -1;
      for (String label : labels) {
        Optional<Slot> slot = layout.localSlot(process.name(), self, label, leaf, ids);
        slot.ifPresent(s -> add(layout, leaf, s));
      }
    }
  }

  /// The slot of a memory is its first word.
  private void add(Layout layout, Leaf leaf, Slot slot) {
    if (leaf.sort() instanceof Sort.Memory) {
      Arrays.fill(bits, slot.word(), slot.word() + 2 * layout.memoryCells(), -1L);
    } else {
      bits[slot.word()] |= slot.mask() << slot.shift();
    }
  }

  /// All entries of an array.
  private static List<int[]> entries(Layout layout, List<Sort.Individual> dims, int[] before) {
    if (before.length == dims.size()) {
      return List.of(before);
    }
    return IntStream.range(0, layout.world().size(dims.get(before.length)))
        .mapToObj(id -> IntStream.concat(IntStream.of(before), IntStream.of(id)).toArray())
        .flatMap(ids -> entries(layout, dims, ids).stream())
        .toList();
  }
}
