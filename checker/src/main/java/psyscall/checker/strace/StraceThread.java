package psyscall.checker.strace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import psyscall.checker.strace.FutexWaits.Outcome;
import psyscall.checker.strace.FutexWaits.Wait;
import psyscall.checker.strace.KernelFacts.Way;
import psyscall.model.strace.CallResult;
import psyscall.model.strace.StraceRecord.Asked;
import psyscall.spec.kernel.Restart;

/// What one thread may do next.
final class StraceThread {
  private static final String SIGRETURN = "rt_sigreturn";
  private static final String RESTART_SYSCALL = "restart_syscall";
  private static final String EINTR = "EINTR";

  /// A program that leaves its handlers by a jump never comes back to them: the oldest are
  /// forgotten, and with them what would be checked at their end.
  private static final int HANDLERS_MAX = 64;

  /// A call that is under way.
  ///
  /// @param asked what for
  /// @param original what was asked for at first, if it is made again
  /// @param isAgain whether it is
  private record Attempt(Asked asked, Asked original, boolean isAgain) {}

  /// A call that came back with a restart code.
  private record Interrupted(Attempt attempt, Restart restart) {}

  /// What has to come next.
  private sealed interface Next {
    /// Whatever user code does.
    record Anything() implements Next {}

    /// A signal; or the call goes on at once, because no handler ran.
    record SignalOf(Interrupted call) implements Next {}

    /// The same call again: the handler came back to SYSCALL.
    record Same(Interrupted call) implements Next {}

    /// Nothing but the end of the thread.
    record End() implements Next {}
  }

  /// A signal that was delivered: its handler may run, and comes back to what was to come next.
  private record Delivered(Optional<Interrupted> in, Next then) {}

  /// A wait on a futex that has ended, and how.
  record EndedWait(Wait what, Outcome outcome) {}

  private final KernelFacts facts;
  private final Deque<Delivered> handlers = new ArrayDeque<>();
  private Next next = new Next.Anything();
  private Optional<Attempt> underWay = Optional.empty();
  private Optional<EndedWait> endedWait = Optional.empty();

  /// Whether the last thing was a signal.
  private boolean isSignalled;

  StraceThread(KernelFacts facts) {
    this.facts = facts;
  }

  /// The wait that the last line has ended.
  Optional<EndedWait> endedWait() {
    return endedWait;
  }

  /// A call begins.
  ///
  /// @return what is not so, if it may not
  Optional<String> begin(Asked asked) {
    endedWait = Optional.empty();
    Optional<String> wrong = underWay.map(StraceThread::hasNotEnded).or(() -> unfit(asked));
    if (wrong.isPresent()) {
      return wrong;
    }
    Optional<Interrupted> again = madeAgain(asked);
    underWay =
        Optional.of(
            new Attempt(
                asked,
                again.map(call -> call.attempt().original()).orElse(asked),
                again.isPresent()));
    next = new Next.Anything();
    isSignalled = false;
    return Optional.empty();
  }

  private static String hasNotEnded(Attempt attempt) {
    return "the thread's call before has ended: " + attempt.asked().name();
  }

  private Optional<String> unfit(Asked asked) {
    return switch (next) {
      case Next.Anything() ->
          unless(
              !asked.name().equals(SIGRETURN) || !handlers.isEmpty(),
              "a signal was delivered, whose handler returns");
      case Next.SignalOf(Interrupted call) ->
          unless(
              goesOn(call, asked),
              "behind a restart code comes a signal, or the call goes on: "
                  + call.attempt().asked().name());
      case Next.Same(Interrupted call) ->
          unless(
              asked.equals(call.attempt().asked()),
              "the interrupted call is made again with the same arguments: "
                  + call.attempt().asked().name());
      case Next.End() -> Optional.of("the thread's call before has a result");
    };
  }

  /// The interrupted call that this one goes on with.
  private Optional<Interrupted> madeAgain(Asked asked) {
    return switch (next) {
      case Next.Same(Interrupted call) -> Optional.of(call);
      case Next.SignalOf(Interrupted call) -> Optional.of(call);
      case Next.Anything() when isSignalled ->
          Optional.ofNullable(handlers.peekLast())
              .flatMap(Delivered::in)
              .filter(call -> goesOn(call, asked));
      case Next.Anything(), Next.End() -> Optional.empty();
    };
  }

  /// Whether a call is what the kernel makes of an interrupted one without a handler.
  private boolean goesOn(Interrupted call, Asked asked) {
    Set<Way> ways = facts.withoutHandler(call.restart());
    return (ways.contains(Way.AGAIN) && asked.equals(call.attempt().asked()))
        || (ways.contains(Way.RESTART_SYSCALL) && asked.name().equals(RESTART_SYSCALL));
  }

  /// A call ends.
  ///
  /// @return what is not so, if it may not
  Optional<String> end(String name, CallResult result) {
    endedWait = Optional.empty();
    Optional<Attempt> attempt = underWay.filter(call -> call.asked().name().equals(name));
    if (attempt.isEmpty()) {
      return Optional.of("such a call of the thread has begun");
    }
    Optional<String> wrong =
        name.equals(SIGRETURN) ? comesBack(result) : comes(attempt.get(), result);
    if (wrong.isEmpty()) {
      underWay = Optional.empty();
    }
    return wrong;
  }

  private Optional<String> comes(Attempt attempt, CallResult result) {
    Optional<Wait> wait = FutexWaits.of(attempt.original());
    return switch (result) {
      case CallResult.Restarting(Restart restart) -> {
        next = new Next.SignalOf(new Interrupted(attempt, restart));
        yield Optional.empty();
      }
      case CallResult.Never() -> {
        next = new Next.End();
        endedWait = wait.map(is -> new EndedWait(is, Outcome.NEVER));
        yield Optional.empty();
      }
      case CallResult.Value(long bits) -> {
        endedWait = wait.map(is -> new EndedWait(is, Outcome.WOKEN));
        yield unless(
                !facts.isNeverBack(attempt.asked().name()), "nobody comes back from such a call")
            .or(() -> unless(!facts.isError(bits), "a number from -4095 to -1 is an error"));
      }
      case CallResult.Failed(String error) -> {
        endedWait = wait.map(is -> new EndedWait(is, failed(error, attempt.isAgain())));
        yield unless(
            !error.equals(EINTR) || wait.isEmpty(),
            "a wait on a futex returns a restart code, and the kernel makes EINTR of it");
      }
    };
  }

  private static Outcome failed(String error, boolean isAgain) {
    return switch (error) {
      case "EAGAIN" -> isAgain ? Outcome.CHANGED : Outcome.DIFFERED;
      case "ETIMEDOUT" -> Outcome.TIMED_OUT;
      case String _ -> Outcome.FAILED;
    };
  }

  /// A handler returns.
  private Optional<String> comesBack(CallResult result) {
    if (result instanceof CallResult.Never) {
      next = new Next.End();
      return Optional.empty();
    }
    Delivered delivered = handlers.removeLast();
    next = delivered.then();
    if (delivered.in().isEmpty()) {
      return Optional.empty();
    }
    Interrupted call = delivered.in().get();
    Set<Way> ways = facts.withHandler(call.restart());
    if (ways.contains(Way.EINTR) && result.equals(new CallResult.Failed(EINTR))) {
      endedWait =
          FutexWaits.of(call.attempt().original())
              .map(wait -> new EndedWait(wait, Outcome.INTERRUPTED));
      return Optional.empty();
    }
    if (ways.contains(Way.AGAIN) && isNumber(result, call.attempt().asked().name())) {
      next = new Next.Same(call);
      return Optional.empty();
    }
    return Optional.of(
        "behind the restart code %s and a handler the result is %s"
            .formatted(
                call.restart().kernelName(),
                String.join(" or ", ways.stream().map(way -> shown(way, call)).toList())));
  }

  private String shown(Way way, Interrupted call) {
    String name = call.attempt().asked().name();
    return switch (way) {
      case EINTR -> "EINTR";
      case AGAIN ->
          "the number of " + name + facts.number(name).map(number -> ", " + number).orElse("");
      case RESTART_SYSCALL -> "the number of " + RESTART_SYSCALL;
    };
  }

  private boolean isNumber(CallResult result, String name) {
    return result instanceof CallResult.Value(long bits)
        && facts.number(name).map(number -> number == bits).orElse(!facts.isError(bits));
  }

  /// A signal is delivered.
  ///
  /// @return what is not so, if it may not
  Optional<String> signal() {
    endedWait = Optional.empty();
    if (underWay.isPresent()) {
      return underWay.map(StraceThread::hasNotEnded);
    }
    if (next instanceof Next.End) {
      return Optional.of("the thread's call before has a result");
    }
    if (handlers.size() == HANDLERS_MAX) {
      handlers.removeFirst();
    }
    handlers.addLast(
        next instanceof Next.SignalOf(Interrupted call)
            ? new Delivered(Optional.of(call), new Next.Anything())
            : new Delivered(Optional.empty(), next));
    next = new Next.Anything();
    isSignalled = true;
    return Optional.empty();
  }

  private static Optional<String> unless(boolean condition, String claim) {
    return condition ? Optional.empty() : Optional.of(claim);
  }
}
