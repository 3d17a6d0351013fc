package psyscall.model.run;

import psyscall.model.kernel.Kernel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.model.interpret.Candidates;
import psyscall.model.interpret.Chooser;
import psyscall.model.schedule.Scheduler;
import psyscall.spec.process.Choice;

/// Answers the choices of one step: those about time and the kernel from what there is, the others
/// by the scheduler.
final class Surroundings implements Chooser {
  /// Sysmon and others go through the Ps.
  static final String NEXT_P = "the next P";

  /// Sysmon ends a time slice.
  static final String OVER = "the P whose slice is over";

  /// What a poll brings.
  static final String BROUGHT = "what the network brings";

  /// A worker of the collector scans the next stack.
  static final String TO_SCAN = "the goroutine to scan";

  /// A P that was idle is taken for mark work.
  static final String HAS_WORKER = "whether the P has a worker";

  private static final String CREATED = "the goroutine to create";
  private static final String IS_SLICE_OVER = "whether the P's time slice is over";
  private static final String IS_CALL_LONG = "whether the call has lasted 10 ms";
  private static final String REQUEST = "the request to yield";
  private static final String REQUESTS = "the requests that arrive";
  private static final String SIGNAL_FIRST = "whether SIGURG comes before the call";
  private static final String INTERRUPTED = "what becomes of the call";
  private static final String HAS_MARK_WORK = "whether the collector has work";

  /// The choices that are not the scheduler's; the rules must know them by these names.
  static final Set<String> ANSWERED =
      Set.of(
          NEXT_P,
          OVER,
          BROUGHT,
          TO_SCAN,
          HAS_WORKER,
          CREATED,
          IS_SLICE_OVER,
          IS_CALL_LONG,
          REQUEST,
          REQUESTS,
          SIGNAL_FIRST,
          INTERRUPTED,
          HAS_MARK_WORK);

  /// The choices that nothing in the world decides: which of several that are alike. All others
  /// would be the scheduler's too, and a test says that there are none.
  static final Set<String> LEFT_OPEN =
      Set.of(
          "the first goroutine",
          "the goroutine to ready",
          "the idle helper",
          "the idle thread",
          "the new thread",
          "the next P with work",
          "the next goroutine",
          "the next one",
          "the next victim",
          "the thread that became idle",
          "the thread to create",
          "the waiter");

  private static final Optional<Value> FIRST = Optional.of(Scalar.of(0));
  private static final Optional<Value> SECOND = Optional.of(Scalar.of(1));

  private final Sources sources;
  private final Scheduler scheduler;
  private final long goroutine;
  private final long now;
  private long processor = -1;

  /// What there is.
  ///
  /// @param monitor the clockwork of sysmon
  /// @param kernel the calls
  /// @param network the poller
  /// @param collector the collector
  /// @param workers what each goroutine is in
  record Sources(
      Monitor monitor,
      Kernel kernel,
      Network network,
      Collector collector,
      Workers workers) {}

  /// @param goroutine who runs on the thread whose step it is, or −1
  Surroundings(Sources sources, Scheduler scheduler, long goroutine, long now) {
    this.sources = sources;
    this.scheduler = scheduler;
    this.goroutine = goroutine;
    this.now = now;
  }

  @Override
  public Optional<Value> choose(Choice choice, Candidates candidates) {
    return switch (choice.name()) {
      case NEXT_P -> {
        Optional<Value> next = least(candidates, _ -> true);
        next.ifPresent(value -> processor = value.scalar());
        yield next;
      }
      case OVER -> least(candidates, p -> sources.monitor().isSliceOver(p, now));
      case CREATED ->
          least(candidates, created -> sources.workers().isMeant(goroutine, created))
              .or(() -> least(candidates, _ -> true));
      case IS_SLICE_OVER -> yes(sources.monitor().isSliceOver(processor, now));
      case IS_CALL_LONG -> yes(sources.monitor().isCallLong(processor, now));
      case REQUEST -> FIRST;
      case REQUESTS -> Optional.of(ids(candidates));
      case SIGNAL_FIRST -> SECOND;
      case INTERRUPTED -> interrupted();
      case BROUGHT -> Optional.of(sources.network().brings(ids(candidates), now));
      case TO_SCAN -> one(choice, sources.collector().unscanned(ids(candidates)));
      case HAS_WORKER, HAS_MARK_WORK -> yes(sources.collector().hasWork());
      case String _ -> Optional.of(candidates.at(scheduler.choose(choice, candidates.count())));
    };
  }

  private static Optional<Value> yes(boolean truth) {
    return truth ? SECOND : FIRST;
  }

  private Optional<Value> interrupted() {
    return switch (sources.kernel().interruption(goroutine, now)) {
      case FAILS -> FIRST;
      case RESTARTS -> SECOND;
      case NONE -> Optional.empty();
    };
  }

  private Optional<Value> one(Choice choice, IdSet among) {
    return among.isEmpty()
        ? Optional.empty()
        : Optional.of(Scalar.of(among.at(scheduler.choose(choice, among.size()))));
  }

  /// All individuals that are there to be chosen.
  private static IdSet ids(Candidates candidates) {
    return switch (candidates) {
      case Candidates.Subsets(IdSet set) -> set;
      case Candidates.Elements(IdSet set) -> set;
      case Candidates.Values(List<Value> values) ->
          IdSet.of(values.stream().mapToLong(Value::scalar).toArray());
      case Candidates.Alternatives _ ->
          throw new IllegalStateException("alternatives where individuals are chosen");
    };
  }

  /// Go goes through the Ps by index.
  private static Optional<Value> least(Candidates candidates, LongPredicate fits) {
    List<Value> all = IntStream.range(0, candidates.count()).mapToObj(candidates::at).toList();
    return all.stream()
        .filter(value -> fits.test(value.scalar()))
        .min((a, b) -> Long.compare(a.scalar(), b.scalar()));
  }
}
