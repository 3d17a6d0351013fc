package psyscall.model.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.model.interpret.Candidates;
import psyscall.model.interpret.Chooser;
import psyscall.model.schedule.Scheduler;
import psyscall.model.trap.CallGate;
import psyscall.spec.process.Choice;

/// Answers the choices of one step: those about time and the kernel from what there is, the others
/// by the scheduler.
final class Surroundings implements Chooser {
  /// Sysmon and others go through the Ps.
  static final String NEXT_P = "the next P";

  /// Sysmon ends a time slice.
  static final String OVER = "the P whose slice is over";

  private static final String CREATED = "the goroutine to create";
  private static final String IS_SLICE_OVER = "whether the P's time slice is over";
  private static final String IS_CALL_LONG = "whether the call has lasted 10 ms";
  private static final String REQUEST = "the request to yield";
  private static final String SIGNAL_FIRST = "whether SIGURG comes before the call";
  private static final String INTERRUPTED = "what becomes of the call";

  /// The choices that are not the scheduler's; the rules must know them by these names.
  static final Set<String> ANSWERED =
      Set.of(
          NEXT_P, OVER, CREATED, IS_SLICE_OVER, IS_CALL_LONG, REQUEST, SIGNAL_FIRST, INTERRUPTED);

  private static final Optional<Value> FIRST = Optional.of(Scalar.of(0));
  private static final Optional<Value> SECOND = Optional.of(Scalar.of(1));

  private final Monitor monitor;
  private final CallGate kernel;
  private final Scheduler scheduler;
  private final long goroutine;
  private final long now;
  private long processor = -1;

  /// @param goroutine who runs on the thread whose step it is, or −1
  Surroundings(
      Monitor monitor, CallGate kernel, Scheduler scheduler, long goroutine, long now) {
    this.monitor = monitor;
    this.kernel = kernel;
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
      case OVER -> least(candidates, p -> monitor.isSliceOver(p, now));
      case CREATED -> least(candidates, _ -> true);
      case IS_SLICE_OVER -> monitor.isSliceOver(processor, now) ? SECOND : FIRST;
      case IS_CALL_LONG -> monitor.isCallLong(processor, now) ? SECOND : FIRST;
      case REQUEST -> FIRST;
      case SIGNAL_FIRST -> SECOND;
      case INTERRUPTED ->
          switch (kernel.interruption(goroutine, now)) {
            case FAILS -> FIRST;
            case RESTARTS -> SECOND;
            case NONE -> Optional.empty();
          };
      case String _ -> Optional.of(candidates.at(scheduler.choose(choice, candidates.count())));
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
