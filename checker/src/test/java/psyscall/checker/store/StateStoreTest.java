package psyscall.checker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateStoreTest {
  private static final int MANY = 100_000;

  private static MemoryBudget plenty() {
    return new MemoryBudget(1L << 30);
  }

  /// A state of some words that is determined by a number; most of its bits are 0.
  private static long[] state(int words, int seed) {
    long[] state = new long[words];
    state[seed % words] = seed + 1L;
    state[0] ^= (long) seed << 40;
    return state;
  }

  /// Inserts with growth.
  private static int insert(StateStore store, StateWriter writer, long[] state) {
    long hash = StateStore.hash(state, 0, store.words());
    int number = writer.insert(state, 0, hash);
    while (number == StateWriter.REFUSED) {
      assertThat(writer.settle()).isEqualTo(StateWriter.Refusal.ROOM);
      assertThat(store.grow()).isTrue();
      number = writer.insert(state, 0, hash);
    }
    return number;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 30})
  void aStateIsFoundByItsContent(int words) {
    StateStore store = StateStore.of(words, 1 << 29, 1, plenty());
    StateWriter writer = store.writer();

    IntStream.range(0, MANY)
        .forEach(seed -> assertThat(insert(store, writer, state(words, seed))).isEqualTo(seed));

    assertThat(store.size()).isEqualTo(MANY);
    long[] copy = new long[words + 1];
    for (int seed = 0; seed < MANY; seed++) {
      long[] state = state(words, seed);
      assertThat(store.find(state, 0)).isEqualTo(seed);
      store.copy(seed, copy, 1);
      assertThat(copy).endsWith(state);
      assertThat(insert(store, writer, state)).isEqualTo(~seed);
    }
    assertThat(store.find(state(words, MANY), 0)).isEqualTo(StateStore.NONE);
    assertThat(store.size()).isEqualTo(MANY);
  }

  @Test
  void statesThatShareSlotAndTagAreToldApart() {
    StateStore store = StateStore.of(1, 50, 1, plenty());
    StateWriter writer = store.writer();

    List<Integer> numbers =
        IntStream.range(0, 50).map(at -> writer.insert(new long[] {at}, 0, -1L)).boxed().toList();
    List<Integer> again =
        IntStream.range(0, 50).map(at -> writer.insert(new long[] {at}, 0, -1L)).boxed().toList();

    assertThat(numbers).isEqualTo(IntStream.range(0, 50).boxed().toList());
    assertThat(again).isEqualTo(IntStream.range(0, 50).map(at -> ~at).boxed().toList());
  }

  @Test
  void fourThreadsMakeOneSet() throws Exception {
    int words = 2;
    StateStore store = StateStore.of(words, 1 << 20, 4, plenty());
    Map<Integer, Set<Integer>> numbersOf = new HashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Map<Integer, Integer>>> runs = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        StateWriter writer = store.writer();
        int seed = thread;
        runs.add(threads.submit(() -> insertAtRandom(store, writer, seed)));
      }
      for (Future<Map<Integer, Integer>> run : runs) {
        run.get()
            .forEach((s, number) -> numbersOf.computeIfAbsent(s, _ -> new HashSet<>()).add(number));
      }
    }

    assertThat(store.size()).isEqualTo(numbersOf.size()).isGreaterThan(60_000);
    assertThat(numbersOf.values()).allSatisfy(numbers -> assertThat(numbers).hasSize(1));
    numbersOf.forEach(
        (s, numbers) -> assertThat(numbers).containsExactly(store.find(state(words, s), 0)));
  }

  /// States out of so few that threads often meet.
  private static Map<Integer, Integer> insertAtRandom(
      StateStore store, StateWriter writer, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      int drawn = random.nextInt(70_000);
      long[] state = state(store.words(), drawn);
      int number = writer.insert(state, 0, StateStore.hash(state, 0, store.words()));
      numbers.merge(drawn, number < 0 ? ~number : number, (one, two) -> one.equals(two) ? one : -7);
    }
    return numbers;
  }

  @Test
  void asManyStatesAsTheLimitFit() {
    StateStore store = StateStore.of(1, 1000, 2, plenty());
    StateWriter writer = store.writer();
    IntStream.range(0, 1000).forEach(seed -> insert(store, writer, state(1, seed)));

    long[] more = state(1, 1000);
    assertThat(writer.insert(more, 0, StateStore.hash(more, 0, 1))).isEqualTo(StateWriter.REFUSED);
    assertThat(writer.settle()).isEqualTo(StateWriter.Refusal.ROOM);
    assertThat(store.isFull()).isTrue();
    assertThat(store.grow()).isFalse();
    assertThat(insert(store, writer, state(1, 17))).isEqualTo(~17);
  }

  @Test
  void whatOneWriterLeavesOverAnotherMayTake() {
    StateStore store = StateStore.of(1, 300, 2, plenty());
    StateWriter first = store.writer();
    StateWriter second = store.writer();
    insert(store, first, state(1, 0));

    assertThat(first.settle()).isEqualTo(StateWriter.Refusal.NONE);
    IntStream.range(1, 300).forEach(seed -> insert(store, second, state(1, seed)));

    assertThat(store.isFull()).isTrue();
  }

  @Test
  void memoryIsAskedForBeforeItIsTaken() {
    long chunk = (long) StateStore.CHUNK * 2 * Long.BYTES;
    MemoryBudget budget = new MemoryBudget(chunk + 200_000);
    StateStore store = StateStore.of(2, 1 << 29, 1, budget);
    StateWriter writer = store.writer();
    IntStream.range(0, StateStore.CHUNK - 2000)
        .forEach(seed -> insert(store, writer, state(2, seed)));

    assertThat(budget.usedBytes()).isEqualTo(store.bytes()).isLessThan(chunk + 200_000);
    int seed = StateStore.CHUNK;
    int number = 0;
    while (number != StateWriter.REFUSED) {
      long[] state = state(2, seed++);
      number = writer.insert(state, 0, StateStore.hash(state, 0, 2));
    }
    StateWriter.Refusal refusal = writer.settle();
    assertThat(refusal == StateWriter.Refusal.MEMORY || !store.grow()).isTrue();
    assertThat(store.size()).isGreaterThanOrEqualTo(StateStore.CHUNK / 4 * 3);
  }

  /// Memory for the states, but not for the next table: the one there is fills to nine tenths.
  @Test
  void aTableThatCannotGrowIsFilledMore() {
    long chunk = (long) StateStore.CHUNK * 2 * Long.BYTES;
    MemoryBudget budget = new MemoryBudget(chunk + 4L * StateTable.SLOTS_MIN + 1_000);
    StateStore store = StateStore.of(2, 1 << 29, 1, budget);
    StateWriter writer = store.writer();
    int seed = 0;
    while (writer.insert(state(2, seed), 0, StateStore.hash(state(2, seed), 0, 2)) >= 0) {
      seed++;
    }
    assertThat(writer.settle()).isEqualTo(StateWriter.Refusal.ROOM);
    assertThat(store.size()).isEqualTo(StateTable.SLOTS_MIN / 4 * 3);

    assertThat(store.grow()).isTrue();
    while (writer.insert(state(2, seed), 0, StateStore.hash(state(2, seed), 0, 2)) >= 0) {
      seed++;
    }

    assertThat(writer.settle()).isEqualTo(StateWriter.Refusal.ROOM);
    assertThat(store.size()).isEqualTo(StateTable.SLOTS_MIN / 10 * 9);
    assertThat(store.grow()).isFalse();
    for (int known = 0; known < seed; known++) {
      assertThat(store.find(state(2, known), 0)).isEqualTo(known);
    }
  }

  @Test
  void comparisonIsUnsignedFromTheFirstWord() {
    StateStore store = StateStore.of(2, 10, 1, plenty());
    StateWriter writer = store.writer();
    int low = insert(store, writer, new long[] {1, -1});
    int high = insert(store, writer, new long[] {-1, 0});

    assertThat(store.compare(low, high)).isNegative();
    assertThat(store.compare(high, low)).isPositive();
    assertThat(store.compare(low, low)).isZero();
  }

  @Test
  void moreWritersThanAnnouncedAreRefused() {
    StateStore store = StateStore.of(1, 10, 1, plenty());
    assertThat(store.writer().next()).isZero();

    assertThatThrownBy(store::writer)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("too many writers: limit=1");
  }

  @Test
  void aTableMadeForItsStatesTakesFourBytesAtThreeQuarters() {
    StateStore store = StateStore.of(3, 3_000_000, 1, plenty());
    StateWriter writer = store.writer();
    IntStream.range(0, 3_000_000 / StateStore.CHUNK * StateStore.CHUNK)
        .forEach(seed -> insert(store, writer, state(3, seed)));

    assertThat((double) store.bytes() / store.size()).isBetween(29.3, 29.5);
  }
}
