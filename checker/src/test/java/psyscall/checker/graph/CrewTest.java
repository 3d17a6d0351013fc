package psyscall.checker.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.checker.store.StateRange;
import psyscall.model.interpret.ModelError;

final class CrewTest {
  private static final List<StateRange> PIECES =
      IntStream.range(0, 1000).mapToObj(i -> new StateRange(7 * i, 7 * i + 7)).toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void eachPieceIsVisitedOnce(int threads) throws Unfinished {
    AtomicIntegerArray visits = new AtomicIntegerArray(7000);
    try (Crew crew = Terrain.crew(threads)) {
      List<Crew.Visitor> visitors =
          crew.staff(
              () -> (from, to) -> IntStream.range(from, to).forEach(visits::incrementAndGet));

      assertThat(visitors).hasSize(threads);
      crew.run(PIECES, visitors);
    }

    assertThat(IntStream.range(0, 7000).map(visits::get)).containsOnly(1);
  }

  @Test
  void aloneItGoesInOrder() throws Unfinished {
    StringBuilder order = new StringBuilder();
    try (Crew crew = Terrain.crew(1)) {
      crew.run(PIECES.subList(0, 3), List.of((from, to) -> order.append(from).append(' ')));
    }

    assertThat(order).hasToString("0 7 14 ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whoeverSaysStopIsHeard(int threads) {
    Thread calling = Thread.currentThread();
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger visited = new AtomicInteger();
    CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    Supplier<Optional<String>> stop =
        () -> {
          if (asked.incrementAndGet() <= 10) {
            return Optional.empty();
          }
          stopped.complete(true);
          return Optional.of("enough");
        };
    try (Crew crew = new Crew(threads, stop)) {
      List<Crew.Visitor> visitors =
          crew.staff(
              () ->
                  (_, _) -> {
                    if (Thread.currentThread() == calling) {
                      visited.incrementAndGet();
                    } else {
                      stopped.join();
                    }
                  });

      assertThatThrownBy(() -> crew.run(many(), visitors))
          .isInstanceOf(Unfinished.class)
          .hasMessage("enough");
    }

    assertThat(asked).hasValue(11);
    assertThat(visited).hasValue(10);
  }

  private static List<StateRange> many() {
    return IntStream.range(0, 1_000_000).mapToObj(i -> new StateRange(i, i + 1)).toList();
  }

  @Test
  void aMistakeInAnotherThreadIsThrownOn() {
    Thread calling = Thread.currentThread();
    CompletableFuture<Boolean> mistaken = new CompletableFuture<>();
    try (Crew crew = Terrain.crew(4)) {
      List<Crew.Visitor> visitors =
          crew.staff(
              () ->
                  (_, _) -> {
                    if (Thread.currentThread() == calling) {
                      mistaken.join();
                    } else {
                      mistaken.complete(true);
                      throw new ModelError("nil where an id must be");
                    }
                  });

      assertThatThrownBy(() -> crew.run(many(), visitors))
          .isInstanceOf(ModelError.class)
          .hasMessage("nil where an id must be");
    }
  }

  @Test
  void aMistakeInTheCallingThreadIsThrownOnToo() {
    CompletableFuture<Boolean> mistaken = new CompletableFuture<>();
    try (Crew crew = Terrain.crew(2)) {
      List<Crew.Visitor> visitors =
          List.of(
              (_, _) -> {
                mistaken.complete(true);
                throw new ModelError("nil where an id must be");
              },
              (_, _) -> mistaken.join());

      assertThatThrownBy(() -> crew.run(many(), visitors))
          .isInstanceOf(ModelError.class)
          .hasMessage("nil where an id must be");
    }
  }
}
