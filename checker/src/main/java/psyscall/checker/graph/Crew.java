package psyscall.checker.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import psyscall.checker.store.StateRange;

/// The threads of a pass: the calling one and others, which take pieces of the graph in order.
///
/// Only the calling thread asks whether to go on, before each of its pieces. Small work it does
/// alone. Closing a crew sends its threads home.
public final class Crew implements AutoCloseable {
  private final int size;
  private final Supplier<Optional<String>> stop;
  private final ExecutorService others;

  /// Visits pieces of a graph, for one thread.
  @FunctionalInterface
  interface Visitor {
    /// Visits states.
    ///
    /// @param from the first number
    /// @param to one above the last number
    void visit(int from, int to);
  }

  /// A crew.
  ///
  /// @param size how many threads there are, the calling one included, at least 1
  /// @param stop why the pass is to end; empty while it may go on. Asked on the calling thread
  public Crew(int size, Supplier<Optional<String>> stop) {
    this.size = size;
    this.stop = stop;
    this.others =
        Executors.newFixedThreadPool(
            Math.max(1, size - 1), Thread.ofPlatform().daemon().name("pass-", 1).factory());
  }

  /// One of something for each thread.
  ///
  /// @param each makes one
  /// @return as many as there are threads
  <T> List<T> staff(Supplier<T> each) {
    return Stream.generate(each).limit(size).toList();
  }

  /// Has pieces visited, each once, in about the order in which they stand.
  ///
  /// @param pieces what is visited
  /// @param visitors one for each thread
  /// @throws Unfinished if the pass is to end, with some pieces not visited
  void run(List<StateRange> pieces, List<? extends Visitor> visitors) throws Unfinished {
    Shift shift = new Shift(pieces);
    List<CompletableFuture<Void>> helping = new ArrayList<>();
    for (int i = 1; i < Math.min(size, pieces.size()); i++) {
      Visitor visitor = visitors.get(i);
      helping.add(CompletableFuture.runAsync(() -> shift.work(visitor), others));
    }
    Optional<String> why;
    try {
      why = shift.workWhile(visitors.getFirst(), stop);
    } finally {
      shift.end();
      helping.forEach(Crew::await);
    }
    Optional<Unfinished> unfinished = why.map(Unfinished::new);
    if (unfinished.isPresent()) {
      throw unfinished.get();
    }
  }

  private static void await(CompletableFuture<Void> helping) {
    try {
      helping.join();
    } catch (CompletionException e) {
      switch (Optional.ofNullable(e.getCause()).orElse(e)) {
        case RuntimeException mistake -> throw mistake;
        case Error error -> throw error;
        case Throwable other -> throw new IllegalStateException("thread of a pass failed", other);
      }
    }
  }

  @Override
  public void close() {
    others.shutdown();
  }

  /// Pieces that are handed out.
  private static final class Shift {
    private final List<StateRange> pieces;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean ended;

    Shift(List<StateRange> pieces) {
      this.pieces = pieces;
    }

    void end() {
      ended = true;
    }

    void work(Visitor visitor) {
      while (!ended && visitNext(visitor)) {}
    }

    Optional<String> workWhile(Visitor visitor, Supplier<Optional<String>> stop) {
      while (next.get() < pieces.size()) {
        Optional<String> why = stop.get();
        if (why.isPresent()) {
          return why;
        }
        visitNext(visitor);
      }
      return Optional.empty();
    }

    private boolean visitNext(Visitor visitor) {
      int piece = next.getAndIncrement();
      if (piece >= pieces.size()) {
        return false;
      }
      visitor.visit(pieces.get(piece).from(), pieces.get(piece).to());
      return true;
    }
  }
}
