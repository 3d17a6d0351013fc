package psyscall.model.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.model.interpret.ToyWorld;
import psyscall.spec.process.Block;
import psyscall.spec.process.Process;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;
import psyscall.spec.state.Program;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;
import psyscall.spec.toy.LeaseProtocol;
import psyscall.spec.toy.Mailbox;
import psyscall.spec.toy.TicketLock;

/// Layouts of toys and of the runtime: that they lose nothing, and how large they are.
class LayoutTest {
  private static Stream<ToyWorld> worlds() {
    return Stream.of(
            ToyWorld.all(),
            ToyWorld.runtime(),
            Stream.of("one-call", "anything-twice", "two-calls-one-p", "park-and-ready")
                .map(LayoutTest::scenario)
                .map(LayoutTest::world))
        .flatMap(worlds -> worlds);
  }

  private static ToyWorld world(Scenario scenario) {
    return new ToyWorld(Flattening.of(scenario.protocol()), new World(scenario.sizes()), 0, 0);
  }

  private static Scenario scenario(String name) {
    return Scenarios.named(name).orElseThrow();
  }

  private static Layout layout(ToyWorld world) {
    return Layout.of(world.specification(), world.world());
  }

  private static Layout layout(Scenario scenario) {
    return layout(world(scenario));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void everyReachableStateComesBack(ToyWorld world) {
    Layout layout = layout(world);
    long[] words = new long[layout.words() + 2];

    for (State state : ToyWorld.reachable(world.interpreter())) {
      Arrays.fill(words, -1);
      layout.pack(state, words, 1);

      assertThat(layout.unpack(words, 1)).isEqualTo(state);
      assertThat(words).startsWith(-1).endsWith(-1);
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void distinctStatesHaveDistinctWords(ToyWorld world) {
    Layout layout = layout(world);
    Set<State> states = ToyWorld.reachable(world.interpreter());
    Set<List<Long>> packed = new HashSet<>();

    for (State state : states) {
      long[] words = new long[layout.words()];
      layout.pack(state, words, 0);
      packed.add(Arrays.stream(words).boxed().toList());
    }

    assertThat(packed).hasSameSizeAs(states);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void noBitHasTwoMeanings(ToyWorld world) {
    Layout layout = layout(world);
    BitSet shared = new BitSet();
    for (Leaf leaf : layout.leaves()) {
      for (int[] ids : Entries.of(leaf, layout.world())) {
        take(shared, layout.slot(leaf, ids), size(layout, leaf));
      }
    }
    for (Process process : layout.specification().processes()) {
      for (String label : layout.specification().labels(process.name()).values()) {
        BitSet here = (BitSet) shared.clone();
        slots(layout, process, label).forEach(slot -> take(here, slot, 1));
      }
    }
  }

  private static int size(Layout layout, Leaf leaf) {
    return leaf.sort() instanceof Sort.Memory ? 2 * layout.memoryCells() : 1;
  }

  private static List<Slot> slots(Layout layout, Process process, String label) {
    List<Slot> slots = new ArrayList<>();
    for (Leaf leaf : layout.occupied(process.name(), label)) {
      for (int[] ids : Entries.of(leaf, layout.world())) {
        int self = process.over().isPresent() ? ids[0] : -1;
        layout.localSlot(process.name(), self, label, leaf, ids).ifPresent(slots::add);
      }
    }
    return slots;
  }

  private static void take(BitSet taken, Slot slot, int words) {
    int from = Long.SIZE * slot.word() + slot.shift();
    int to = slot.width() == 0 ? from : from + slot.width() + Long.SIZE * (words - 1);
    assertThat(taken.get(from, to).isEmpty()).as("free: slot=%s, taken=%s", slot, taken).isTrue();
    taken.set(from, to);
  }

  @ParameterizedTest
  @CsvSource({
    "one-call, 65, 2",
    "one-call-sysmon, 74, 2",
    "two-calls-with-slices, 118, 2",
    "stop-first, 136, 3",
    "park-and-ready, 167, 3",
    "two-calls-two-ps, 179, 3",
    "two-wakers, 182, 3",
    "many-threads, 221, 4"
  })
  void scenariosTakeFewWords(String name, int bits, int words) {
    Layout layout = layout(scenario(name));

    assertThat(layout.bits()).isEqualTo(bits);
    assertThat(layout.words()).isEqualTo(words);
  }

  @Test
  void fourThreadsThreeProcessorsFourGoroutinesTakeFiveWords() {
    List<Program> programs =
        List.of(
            Program.of(Op.BLOCK, Op.STOP_THE_WORLD),
            Program.of(Op.SYSCALL, Op.BLOCK),
            Program.of(Op.SYSCALL),
            Program.of(Op.SYSCALL));
    Scenario.Pinned unknown =
        new Scenario.Pinned(Optional.empty(), Optional.empty(), Optional.empty());
    Layout layout =
        layout(
            new Scenario(
                "large",
                "a world of a test",
                Release.GO_1_10_8,
                4,
                3,
                programs,
                Feature.basics(),
                List.of(),
                List.of(),
                unknown));

    assertThat(layout.bits()).isEqualTo(286);
    assertThat(layout.words()).isEqualTo(5);
  }

  @Test
  void segmentsHoldAllThatBelongsToAnIndividual() {
    Layout layout = layout(scenario("stop-while-calling"));

    assertThat(widths(layout, "G")).containsExactly(9);
    assertThat(widths(layout, "M")).containsExactly(21, 8);
    assertThat(widths(layout, "P")).containsExactly(15);
    assertThat(widths(layout, "Q")).isEmpty();
  }

  private static List<Integer> widths(Layout layout, String sort) {
    return layout.segments(new Sort.Individual(sort)).stream().map(RecordSegment::width).toList();
  }

  @Test
  void copiesLieSideBySide() {
    Layout layout = layout(scenario("stop-while-calling"));

    for (RecordSegment segment : layout.segments(new Sort.Individual("M"))) {
      Slot first = segment.copies().getFirst();
      assertThat(segment.copies())
          .containsExactly(
              first,
              new Slot(first.word(), first.shift() + segment.width(), segment.width()),
              new Slot(first.word(), first.shift() + 2 * segment.width(), segment.width()));
    }
  }

  @Test
  void wideEntriesTakeAWordEach() {
    World world = World.of(LeaseProtocol.CLIENTS.sort(), 3, LeaseProtocol.LEASES.sort(), 2);
    Layout layout = Layout.of(LeaseProtocol.specification(), world);
    Leaf epoch = Leaf.of(LeaseProtocol.EPOCH).getFirst();

    assertThat(layout.slot(epoch, 0)).isEqualTo(new Slot(0, 0, 64));
    assertThat(layout.slot(epoch, 1)).isEqualTo(new Slot(1, 0, 64));
    assertThat(layout.words()).isEqualTo(3);
    assertThat(layout.bits()).isEqualTo(152);
  }

  @Test
  void growingNumbersComeBack() {
    World world = World.of(LeaseProtocol.CLIENTS.sort(), 2, LeaseProtocol.LEASES.sort(), 2);
    Interpreter interpreter = new Interpreter(LeaseProtocol.specification(), world);
    Layout layout = Layout.of(interpreter.specification(), world);
    State state = interpreter.initial();
    Array all = Array.of(List.of(IdSet.of(0, 1), IdSet.of(0, 1)));
    State offered = state.with(LeaseProtocol.OFFERS, all);
    long[] words = new long[layout.words()];
    Set<State> seen = new HashSet<>(Set.of(offered));
    List<State> open = new ArrayList<>(List.of(offered));

    while (!open.isEmpty() && seen.size() < 2_000) {
      for (Transition transition : interpreter.successors(open.removeFirst())) {
        if (seen.add(transition.target())) {
          open.add(transition.target());
          layout.pack(transition.target(), words, 0);
          assertThat(layout.unpack(words, 0)).isEqualTo(transition.target());
        }
      }
    }

    assertThat(seen).hasSizeGreaterThanOrEqualTo(2_000);
  }

  @Test
  void localHasBitsOnlyWhereItMayBeOtherThanItsDefault() {
    Layout layout = Layout.of(TicketLock.specification(3), World.of(TicketLock.T.IDS.sort(), 3));
    Leaf ticket = layout.locals("T").getFirst();

    assertThat(layout.localSlot("T", 1, "work.take", ticket, 1)).isEmpty();
    assertThat(layout.localSlot("T", 1, "work.wait", ticket, 1).map(Slot::width)).hasValue(2);
    assertThat(layout.localSlot("T", 1, "work.leave", ticket, 1)).isEmpty();
  }

  @Test
  void singleProcessHasItsLocalsOnce() {
    Layout layout = Layout.of(Mailbox.specification(), World.of(Mailbox.G.IDS.sort(), 3));
    Leaf client = layout.locals("server").getFirst();

    assertThat(layout.localSlot("server", -1, "serve.count", client))
        .isEqualTo(layout.localSlot("server", 0, "serve.count", client))
        .isPresent();
    assertThat(layout.localSlot("server", -1, "serve.wake", client)).isEmpty();
  }

  @Test
  void memoriesOfIndividualsTakeWholeWords() {
    Sort.Individual ids = new Sort.Individual("A");
    Var memory = new Var("a.memory", new Sort.ArrayOf(ids, new Sort.Memory()), Var.Role.FIELD);
    Specification made =
        new Specification("made", List.of(memory), List.of(), List.of(), List.of(), Block.EMPTY);
    Layout layout = Layout.of(made, World.of(ids, 2), 2);
    State state =
        State.of(
            layout.schema(),
            Array.of(List.of(Memory.ZERO, Memory.ZERO.store(0, 1, 5).store(-8, 8, -2))));
    long[] words = new long[8];
    layout.pack(state, words, 0);

    assertThat(layout.words()).isEqualTo(8);
    assertThat(layout.slot(Leaf.of(memory).getFirst(), 1)).isEqualTo(new Slot(4, 0, 64));
    assertThat(layout.segments(ids))
        .extracting(RecordSegment::copies)
        .contains(List.of(new Slot(3, 0, 64), new Slot(7, 0, 64)))
        .hasSize(4);
    assertThat(words).containsExactly(0, 0, 0, 0, 0, 5, -1L >>> 3, -2);
    assertThat(layout.unpack(words, 0)).isEqualTo(state);
  }
}
