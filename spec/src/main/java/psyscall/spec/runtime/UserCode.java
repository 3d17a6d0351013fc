package psyscall.spec.runtime;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Sym;
import psyscall.spec.process.StepKind;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Op;
import psyscall.spec.state.P;
import psyscall.spec.state.PStatus;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.state.WorldSemaphore;

/// A goroutine runs user code: it starts the next operation of its program whenever it likes, and
/// at every point honours a request to yield.
///
/// 1.10 honours a request (newstack) only at a function's prologue, while the P runs and the thread
/// holds no lock; here every point of user code is a prologue. So the handler of SIGURG, by which
/// later releases ask too, has nothing to add here: it only answers ([Feature#SIGURG]).
final class UserCode extends RuntimeProcedure {
  private final LockedCallees locked;

  UserCode(RuntimeState state, LockedCallees locked) {
    super(state, "", "user code", "a goroutine runs user code");
    this.locked = locked;
  }

  @Override
  protected void body() {
    label(StepKind.ENVIRONMENT, "run", "");
    Id<G> gp = follow("gp", m.curg.of(me()));
    Sym<String> at = let("at", g.at.of(gp));
    set(g.at.of(gp), state.programs.next(at));
    createTemplateThread(at);
    for (Op op : state.programs.ops()) {
      if (state.programs.mayDemand(op)) {
        when(state.programs.demands(at, op), () -> begin(op, at));
      }
    }
    if (state.programs.choose()) {
      List<Case> cases = new ArrayList<>();
      for (Op op : state.programs.ops()) {
        cases.add(
            new Case(
                op.name(),
                () -> {
                  await(state.programs.allows(at, op));
                  begin(op, at);
                }));
      }
      either("what the goroutine does", cases.toArray(Case[]::new));
    } else {
      await(Bool.FALSE);
    }

    or(StepKind.PROTOCOL, "preempted", newstack());
    say("honours the request to yield");
    Id<G> asked = follow("gp", m.curg.of(me()));
    Id<P> q = follow("p", m.p.of(me()));
    await(g.preempt.of(asked).and(p.status.of(q).is(PStatus.Prunning)));
    if (state.has(Feature.SCAN_BIT) && !has(Change.SUSPEND_G)) {
      waitForScanner(asked);
    }
    handleSignal();
    become("GoschedImpl");
  }

  private Citation newstack() {
    return new Citation("", List.of(state.release().name()), "runtime/stack.go", "newstack");
  }

  /// Newstack marks its goroutine as waiting for a moment, in which a scanner may claim it.
  private void waitForScanner(Id<G> asked) {
    casgstatus(asked, GStatus.Gwaiting);
    label("newstack", newstack());
    say("goes on to yield, and nobody scans its stack");
    casgstatus(follow("gp", m.curg.of(me())), GStatus.Grunning);
  }

  /// The second half of a lock, where a request to yield may come between the two.
  private void createTemplateThread(Sym<String> at) {
    if (state.programs.creates()) {
      when(
          state.programs.creates(at),
          () -> {
            call(locked.startTemplateThread);
            goTo("run");
          });
    }
  }

  /// `semacquire(&worldsema)`: who finds it taken parks, and tries the same again once woken.
  private void acquireWorld(Sym<String> at) {
    if (!state.has(Feature.WORLDSEMA)) {
      return;
    }
    WorldSemaphore sema = state.worldsema();
    Id<G> gp = follow("gp", m.curg.of(me()));
    when(
        sema.owner.isNilOr(owner -> owner.is(gp)),
        () -> set(sema.owner, gp),
        () -> {
          say("is about to wait for another that stops the world");
          set(g.at.of(gp), at);
          become("Semacquire");
        });
  }

  /// SIGURG that was sent to the thread is handled before the operation is over, and the handler
  /// finds no safe point in the runtime; a raw call may be what it interrupts.
  private void meetSignal(Op op) {
    if (op != Op.RAW_SYSCALL) {
      handleSignal();
    } else if (state.sendsSignals()) {
      when(
          state.signals().pending.of(me()),
          () ->
              either(
                  "whether SIGURG comes before the call",
                  new Case("no", () -> {}),
                  new Case("yes", this::handleSignal)));
    }
  }

  private void begin(Op op, Sym<String> at) {
    meetSignal(op);
    switch (op) {
      case COMPUTE -> {
        say("computes");
        goTo("run");
      }
      case SYSCALL -> becomes("calls Syscall", GoRuntime.syscall(state));
      case RAW_SYSCALL -> becomes("calls RawSyscall", "RawSyscall");
      case RAW_BLOCKED -> becomes("blocks signals and makes a raw call", "RawBlocked");
      case BLOCK -> becomes("waits on a note", "Notetsleepg");
      case GOSCHED -> becomes("yields", "GoschedImpl");
      case PARK -> becomes("is about to park", "Gopark");
      case READY -> becomes("is about to ready a goroutine", "Ready");
      case STOP_THE_WORLD -> {
        acquireWorld(at);
        say("asks for the world to stop");
        become("StopTheWorld");
      }
      case FOR_EACH_P -> {
        acquireWorld(at);
        say("asks every P to run a function");
        become("ForEachP");
      }
      case LOCK -> {
        call(locked.lockOSThread, at);
        goTo("run");
      }
      case UNLOCK -> {
        call(locked.unlockOSThread);
        goTo("run");
      }
      case GO -> becomes("is about to create a goroutine", "Newproc");
      case NETWAIT -> becomes("waits for the network", "Netpark");
      case FORCE_GC -> becomes("has collected garbage and is about to park", "Gopark");
      case EXIT -> becomes("reaches its end", "Goexit0");
    }
  }

  private void becomes(String what, String procedure) {
    say(what);
    become(procedure);
  }
}
