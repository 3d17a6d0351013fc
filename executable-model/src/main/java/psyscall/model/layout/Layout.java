package psyscall.model.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.Schema;
import psyscall.model.behavior.State;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;

/// Where each part of a state is when the state is packed in words.
///
/// Shared variables, program counters too, have fixed slots. Locals are in frames: where one is
/// depends on the label at which its process stands, and where it is always its default it has no
/// bits. All that is indexed by an id sort first is part of that sort's records ([#segments]).
/// Memories take whole words after all others. Bits that nothing uses are 0, so two states are
/// equal exactly if their words are.
///
/// [#drawing] draws a layout. Immutable, so it may be shared between threads.
public final class Layout {
  /// How many cells of eight bytes of a memory can be other than zero, unless said otherwise.
  public static final int MEMORY_CELLS = 8;

  /// The greatest number of words of a packed state.
  public static final int WORDS = 64;

  private final Specification specification;
  private final World world;
  private final Schema schema;
  private final int memoryCells;
  private final Occupancy occupancy;
  private final List<Leaf> leaves;
  private final Plan plan;

  /// The number of the group of each leaf that is no memory, and of each process.
  private final Map<Leaf, Integer> groups = new HashMap<>();

  private final Map<String, Integer> frames = new HashMap<>();
  private final Memories memories;

  private Layout(Specification specification, World world, int memoryCells) {
    this.specification = specification;
    this.world = world;
    this.schema = new Schema(specification);
    this.memoryCells = memoryCells;
    this.occupancy = new Occupancy(specification);
    this.leaves =
        specification.variables().stream()
            .filter(variable -> !Occupancy.isLocal(variable))
            .flatMap(variable -> Leaf.of(variable).stream())
            .toList();
    specification.processes().forEach(process -> refuseMemories(locals(process.name())));
    this.plan = Plan.of(Group.of(specification, world, leaves), specification, occupancy, world);
    for (int group = 0; group < plan.cuts().size(); group++) {
      Group here = cut(group).group();
      int number = group;
      here.leaves().forEach(leaf -> groups.put(leaf, number));
      here.processes().forEach(process -> frames.put(process, number));
    }
    this.memories = new Memories(leaves, memoryCells, world, plan.placement().words());
    if (words() > WORDS) {
      throw new IllegalArgumentException(
          "state too large: specification="
              + specification.name()
              + ", words="
              + words()
              + ", limit="
              + WORDS);
    }
  }

  /// The layout of a specification's states in a world.
  ///
  /// @param specification whose states
  /// @param world sizes of the id sorts
  /// @return its layout, with [#MEMORY_CELLS] cells for each memory
  /// @throws IllegalArgumentException if a state would take more than [#WORDS] words, a value more
  ///   than 64 bits, or if a local is a memory or is assigned by two processes
  public static Layout of(Specification specification, World world) {
    return of(specification, world, MEMORY_CELLS);
  }

  /// The layout of a specification's states in a world.
  ///
  /// @param specification whose states
  /// @param world sizes of the id sorts
  /// @param memoryCells how many cells of eight bytes of each memory can be other than zero, at
  ///   least 1
  /// @return its layout
  /// @throws IllegalArgumentException as for [#of(Specification, World)]
  public static Layout of(Specification specification, World world, int memoryCells) {
    if (memoryCells < 1) {
      throw new IllegalArgumentException("cells of a memory: cells=" + memoryCells + ", limit=1..");
    }
    return new Layout(specification, world, memoryCells);
  }

  private static void refuseMemories(List<Leaf> locals) {
    for (Leaf local : locals) {
      if (local.sort() instanceof Sort.Memory) {
        throw new IllegalArgumentException("local memory: variable=" + local.variable().name());
      }
    }
  }

  /// Whose states are packed.
  ///
  /// @return the specification
  public Specification specification() {
    return specification;
  }

  /// The sizes of the id sorts.
  ///
  /// @return the world
  public World world() {
    return world;
  }

  /// The variables by position.
  ///
  /// @return the schema of the states that [#unpack] makes
  public Schema schema() {
    return schema;
  }

  /// How many cells of eight bytes a memory has room for; each takes two words: the cell's address
  /// shifted right by 3, and the cell. They are sorted by address, unused ones are 0 and at the
  /// end.
  ///
  /// @return the number, at least 1
  public int memoryCells() {
    return memoryCells;
  }

  /// How many words a packed state takes.
  ///
  /// @return 0 to [#WORDS]
  public int words() {
    return memories.end();
  }

  /// How many bits of the words are used.
  ///
  /// @return at most 64 times the words
  public int bits() {
    int bits = Long.SIZE * (words() - plan.placement().words());
    for (Cut cut : plan.cuts()) {
      bits += cut.group().copies() * cut.widths().stream().mapToInt(Integer::intValue).sum();
    }
    return bits;
  }

  /// The parts of the shared variables, program counters too.
  ///
  /// @return in the order of their declaration
  public List<Leaf> leaves() {
    return leaves;
  }

  /// The parts of the locals of a process that its rules assign.
  ///
  /// @param process its name
  /// @return in the order of their declaration
  /// @throws IllegalArgumentException if there is no such process
  public List<Leaf> locals(String process) {
    return occupancy.locals(process);
  }

  /// The parts of the locals of a process that have bits at a label.
  ///
  /// @param process its name
  /// @param label the label in full
  /// @return in the order of their declaration
  /// @throws IllegalArgumentException if there is no such process
  public List<Leaf> occupied(String process, String label) {
    return occupancy.occupied(process, label);
  }

  /// Where a part of a shared variable is; of a memory the word with the address of its first cell,
  /// which the others follow.
  ///
  /// @param leaf one of [#leaves]
  /// @param ids one for each of its dimensions
  /// @return its bits
  /// @throws IllegalArgumentException if it is a local, or if there are not as many ids
  public Slot slot(Leaf leaf, int... ids) {
    return memories.slot(leaf, ids).orElseGet(() -> fixed(leaf, ids));
  }

  private Slot fixed(Leaf leaf, int... ids) {
    Integer group = groups.get(leaf);
    if (group == null) {
      throw new IllegalArgumentException("part without a fixed place: name=" + leaf.name());
    }
    return slot(group, cut(group).at(leaf, ids), ids);
  }

  /// Where a part of a local is while its process stands at a label.
  ///
  /// @param process the name of the process
  /// @param self whose, by index; of no meaning for a single process
  /// @param label the label in full
  /// @param leaf one of the process's [#locals]
  /// @param ids one for each of its dimensions, `self` first if the process is over a sort
  /// @return its bits; empty if the part is its default there
  /// @throws IllegalArgumentException if there is no such process, if the part belongs to another
  ///   one or another individual, or if there are not as many ids
  public Optional<Slot> localSlot(String process, int self, String label, Leaf leaf, int... ids) {
    if (!locals(process).contains(leaf)) {
      throw new IllegalArgumentException(
          "local of another process: name=" + leaf.name() + ", process=" + process);
    }
    int group = frames.getOrDefault(process, 0);
    if (group > 0 && ids.length > 0 && ids[0] != self) {
      throw new IllegalArgumentException(
          "local of another individual: name=" + leaf.name() + ", self=" + self + ", id=" + ids[0]);
    }
    return cut(group).at(process, label, leaf, ids).map(piece -> slot(group, piece, ids));
  }

  /// The stretches of bits that each individual of a sort has a copy of: together they hold all
  /// that is indexed by the sort first, and the frames of the processes over it.
  ///
  /// @param sort an id sort of the world
  /// @return the segments of its records; none if nothing is indexed by it
  public List<RecordSegment> segments(Sort.Individual sort) {
    List<RecordSegment> segments = new ArrayList<>();
    for (int group = 1; group < plan.cuts().size(); group++) {
      if (cut(group).group().sort().equals(Optional.of(sort))) {
        segments.addAll(plan.placement().segments(group));
      }
    }
    segments.addAll(memories.segments(sort));
    return List.copyOf(segments);
  }

  /// Packs a state.
  ///
  /// @param state a state of the specification in this world
  /// @param to where the words go
  /// @param at where the first of them goes
  /// @throws IllegalStateException if a local is not its default where it has no bits
  /// @throws IllegalArgumentException if a value is not one of its sort in this world, or if a
  ///   memory has more cells than there is room for
  public void pack(State state, long[] to, int at) {
    Arrays.fill(to, at, at + words(), 0);
    new Packer(this, state).pack(to, at);
  }

  /// The state of some words.
  ///
  /// @param from holds a state that [#pack] packed
  /// @param at where its first word is
  /// @return the state
  public State unpack(long[] from, int at) {
    return new Unpacker(this, from, at).state();
  }

  /// Draws the layout word by word.
  ///
  /// @return lines of at most 100 columns
  public List<String> drawing() {
    return new Drawing(this).lines();
  }

  Plan plan() {
    return plan;
  }

  Occupancy occupancy() {
    return occupancy;
  }

  private Cut cut(int group) {
    return plan.cuts().get(group);
  }

  private Slot slot(int group, Piece piece, int... ids) {
    if (piece.width() == 0) {
      return Slot.NONE;
    }
    RecordSegment segment = plan.placement().segments(group).get(piece.segment());
    return piece.in(segment.copies().get(cut(group).group().sort().isPresent() ? ids[0] : 0));
  }
}
