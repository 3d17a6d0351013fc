package psyscall.checker.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import psyscall.model.layout.Coding;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;
import psyscall.spec.process.Process;
import psyscall.spec.term.Sort;

/// Goes through a layout once and lists what a permutation of individuals must rewrite.
final class Survey {
  private final Layout layout;
  private final Individuals individuals;
  private final List<Leaf> all;
  private final List<Link> links = new ArrayList<>();
  private final List<CellBlock> blocks = new ArrayList<>();

  Survey(Layout layout, Individuals individuals) {
    this.layout = layout;
    this.individuals = individuals;
    this.all =
        Stream.concat(
                layout.leaves().stream(),
                layout.specification().processes().stream()
                    .flatMap(process -> layout.locals(process.name()).stream()))
            .toList();
  }

  List<Link> links() {
    return links;
  }

  List<CellBlock> blocks() {
    return blocks;
  }

  /// Lists what has a fixed place, and takes it out of the plain bits of its records.
  Extent fixed(RecordTable records) {
    return inOrder(layout.leaves(), leaf -> fixed(leaf, records));
  }

  /// Lists leaves by kind.
  private Extent inOrder(List<Leaf> leaves, Consumer<Leaf> add) {
    int firstBlock = blocks.size();
    addAll(leaves, Meaning.Kind.PLAIN, add);
    int ids = links.size();
    addAll(leaves, Meaning.Kind.ID, add);
    int sets = links.size();
    addAll(leaves, Meaning.Kind.SET, add);
    int queues = links.size();
    addAll(leaves, Meaning.Kind.QUEUE, add);
    return new Extent(ids, sets, queues, links.size(), firstBlock, blocks.size());
  }

  private void addAll(List<Leaf> leaves, Meaning.Kind kind, Consumer<Leaf> add) {
    leaves.stream().filter(leaf -> meaning(leaf).kind() == kind).forEach(add);
  }

  private void fixed(Leaf leaf, RecordTable records) {
    if (leaf.dims().isEmpty()) {
      add(leaf, 0, Link.NOBODY, 1, ids -> layout.slot(leaf, ids));
    } else {
      Sort.Individual owner = leaf.dims().getFirst();
      for (int part = 0; part < parts(leaf); part++) {
        int words = part;
        for (int self = 0; self < individuals.size(owner); self++) {
          add(leaf, 1, self, 1, ids -> above(layout.slot(leaf, ids), words));
        }
      }
      if (isLink(leaf, 1) || isBlock(leaf, 1)) {
        clear(leaf, records, records.plain, 0, ids -> layout.slot(leaf, ids));
      }
    }
  }

  /// How many words of a leaf are cells of arrays of their own; only memories have more than one.
  private int parts(Leaf leaf) {
    return leaf.sort() instanceof Sort.Memory ? 2 * layout.memoryCells() : 1;
  }

  private static Slot above(Slot slot, int words) {
    return words == 0 ? slot : new Slot(slot.word() + words, slot.shift(), slot.width());
  }

  /// Lists what the frame of one actor at a label holds.
  Extent frame(Process process, int self, String label) {
    int owned = process.over().isPresent() ? 1 : 0;
    List<Leaf> here = layout.occupied(process.name(), label);
    int linkStep = (int) here.stream().filter(leaf -> isLink(leaf, owned)).count();
    int blockStep = (int) here.stream().filter(leaf -> isBlock(leaf, owned)).count();
    return inOrder(
        here,
        leaf -> {
          int step = isLink(leaf, owned) ? linkStep : blockStep;
          add(leaf, owned, self, step, slots(process, self, label, leaf));
        });
  }

  /// Of each segment of a record the bits that refer to nobody at a label.
  long[] plain(Process process, String label, RecordTable records) {
    int sort = individuals.number(process.over().orElseThrow());
    int first = records.firstSegment[sort];
    long[] plain = new long[records.firstSegment[sort + 1] - first];
    Arrays.fill(plain, -1);
    for (Leaf leaf : layout.occupied(process.name(), label)) {
      if (isLink(leaf, 1) || isBlock(leaf, 1)) {
        clear(leaf, records, plain, first, slots(process, 0, label, leaf));
      }
    }
    return plain;
  }

  private Function<int[], Slot> slots(Process process, int self, String label, Leaf leaf) {
    return ids -> layout.localSlot(process.name(), self, label, leaf, ids).orElseThrow();
  }

  private void clear(
      Leaf leaf, RecordTable records, long[] plain, int first, Function<int[], Slot> slots) {
    int sort = individuals.number(leaf.dims().getFirst());
    for (Slot slot : slots(leaf, 1, 0, slots)) {
      for (int part = 0; part < parts(leaf); part++) {
        Slot word = above(slot, part);
        int segment = records.segmentOf(sort, word);
        plain[segment - first] &= ~records.bitsOf(segment, word);
      }
    }
  }

  private boolean isLink(Leaf leaf, int owned) {
    return leaf.dims().size() == owned && hasBits(leaf) && !meaning(leaf).isPlain();
  }

  private boolean isBlock(Leaf leaf, int owned) {
    return leaf.dims().size() > owned && hasBits(leaf);
  }

  private boolean hasBits(Leaf leaf) {
    return leaf.dims().stream().allMatch(sort -> individuals.size(sort) > 0)
        && (leaf.sort() instanceof Sort.Memory || Coding.width(leaf.sort(), layout.world()) > 0);
  }

  private Meaning meaning(Leaf leaf) {
    return Meaning.of(leaf.sort(), individuals);
  }

  private void add(Leaf leaf, int owned, int self, int step, Function<int[], Slot> slots) {
    int source = owned == 1 ? individuals.first(leaf.dims().getFirst()) + self : Link.NOBODY;
    long salt = Hashing.mix(Hashing.SEED, all.indexOf(leaf) + 1L);
    if (isLink(leaf, owned)) {
      Slot slot = slots(leaf, owned, self, slots).getFirst();
      links.add(new Link(slot, meaning(leaf), source, step, salt));
    } else if (isBlock(leaf, owned)) {
      int[][] axes =
          leaf.dims().stream()
              .skip(owned)
              .map(sort -> new int[] {individuals.first(sort), individuals.size(sort)})
              .toArray(int[][]::new);
      List<Slot> cells = slots(leaf, owned, self, slots);
      blocks.add(new CellBlock(meaning(leaf), source, step, salt, axes, cells));
    }
  }

  /// The slots of all entries of a leaf in a record, the last dimension changes quickest.
  private List<Slot> slots(Leaf leaf, int owned, int self, Function<int[], Slot> slots) {
    List<int[]> entries = List.of(owned == 1 ? new int[] {self} : new int[0]);
    for (Sort.Individual sort : leaf.dims().subList(owned, leaf.dims().size())) {
      entries =
          entries.stream()
              .flatMap(
                  ids -> IntStream.range(0, individuals.size(sort)).mapToObj(id -> with(ids, id)))
              .toList();
    }
    return entries.stream().map(slots).toList();
  }

  private static int[] with(int[] ids, int id) {
    int[] longer = Arrays.copyOf(ids, ids.length + 1);
    longer[ids.length] = id;
    return longer;
  }
}
