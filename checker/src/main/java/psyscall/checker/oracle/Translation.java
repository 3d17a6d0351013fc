package psyscall.checker.oracle;

import static psyscall.checker.oracle.Step.Role.GOROUTINE;
import static psyscall.checker.oracle.Step.Role.PROCESSOR;
import static psyscall.checker.oracle.Step.Role.SUBJECT;
import static psyscall.checker.oracle.Step.Role.THREAD;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.observe.Kind;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// What the events of a trace stand for in the lifecycle, hidden steps included, as a table.
///
/// One table serves both formats: a step that the first format hides, such as the end of a system
/// call that kept its P, is the row of the event that the second format has for it. A row is a list
/// of ways; an event is explained if one of its ways is, and which one it is, is decided by the
/// first step of each.
///
/// @param rows the table, in the order in which it reads best
record Translation(List<Row> rows) {
  Translation {
    rows = List.copyOf(rows);
  }

  /// What an event means depends on this, where it does.
  enum Circumstance {
    /// Nothing is asked.
    ALWAYS,
    /// Its thread has a P.
    WITH_PROCESSOR,
    /// Its thread has no P.
    WITHOUT_PROCESSOR
  }

  /// One row.
  ///
  /// @param kind of event
  /// @param circumstance when it stands for this
  /// @param ways one of these; none: it says nothing about the lifecycle
  record Row(Kind kind, Circumstance circumstance, List<List<Step>> ways) {}

  /// The table of a release.
  ///
  /// @param release which; since Go 1.23 a goroutine can hand its thread to another, since Go 1.26
  ///   a P stays running while its goroutine is in a system call
  static Translation of(Release release) {
    List<Row> rows = new ArrayList<>(goroutines());
    if (release.has(Change.COROUTINES)) {
      rows.addAll(coroutines());
    }
    rows.addAll(release.has(Change.P_STAYS_RUNNING) ? callsThatKeepRunning() : callsThatPublish());
    rows.addAll(processors());
    return new Translation(rows);
  }

  private static List<Row> goroutines() {
    return List.of(
        row(Kind.GO_START, way(goStart())),
        row(Kind.GO_STOP, way(Step.of("GoStop").g(GOROUTINE).m(THREAD))),
        row(Kind.GO_BLOCK, way(Step.of("GoBlock").g(GOROUTINE).m(THREAD))),
        row(Kind.GO_DESTROY, way(Step.of("GoDestroy").g(GOROUTINE).m(THREAD))),
        row(Kind.GO_CREATE, way(Step.of("GoCreate").g(SUBJECT))),
        row(Kind.GO_UNBLOCK, way(Step.of("GoUnblock").g(SUBJECT))),
        row(Kind.GO_CREATE_SYSCALL, way(Step.of("GoCreateSyscall").g(SUBJECT).m(THREAD))),
        row(Kind.GO_DESTROY_SYSCALL, way(Step.of("GoDestroySyscall").g(GOROUTINE).m(THREAD))));
  }

  private static List<Row> coroutines() {
    return List.of(
        row(Kind.GO_CREATE_BLOCKED, way(Step.of("GoCreateBlocked").g(SUBJECT))),
        row(Kind.GO_SWITCH, way(Step.of("GoSwitch").g(SUBJECT).m(THREAD))),
        row(Kind.GO_SWITCH_DESTROY, way(Step.of("GoSwitchDestroy").g(SUBJECT).m(THREAD))));
  }

  private static List<Row> callsThatPublish() {
    return List.of(
        row(Kind.GO_SYSCALL_BEGIN, way(enter(), proc("ProcPublish").m(THREAD))),
        row(
            Kind.GO_SYSCALL_END,
            way(proc("ProcReacquire").m(THREAD), proc("ProcStart").m(THREAD), exitFast())),
        row(Kind.GO_SYSCALL_END_BLOCKED, Circumstance.WITH_PROCESSOR, way(exitFast())),
        row(Kind.GO_SYSCALL_END_BLOCKED, Circumstance.WITHOUT_PROCESSOR, way(exitSlow())));
  }

  private static List<Row> callsThatKeepRunning() {
    return List.of(
        row(Kind.GO_SYSCALL_BEGIN, way(enter())),
        row(Kind.GO_SYSCALL_END, way(exitFast())),
        row(Kind.GO_SYSCALL_END_BLOCKED, Circumstance.WITH_PROCESSOR, way(exitFast())),
        row(Kind.GO_SYSCALL_END_BLOCKED, Circumstance.WITHOUT_PROCESSOR, way(exitSlow())));
  }

  private static List<Row> processors() {
    return List.of(
        row(Kind.PROC_START, way(Step.of("ProcStart").p(SUBJECT).m(THREAD))),
        // The second way is that of who enters a wait and has already let its P be taken.
        row(
            Kind.PROC_STOP,
            way(proc("ProcStop").m(THREAD), proc("ProcIdle")),
            way(proc("ProcSteal").by(THREAD), proc("ProcIdle"))),
        row(
            Kind.PROC_STEAL,
            way(Step.of("ProcSteal").p(SUBJECT).by(THREAD), Step.of("ProcIdle").p(SUBJECT))),
        row(Kind.GO_SYS_BLOCK, way(proc("ProcSteal"), proc("ProcIdle"))),
        row(Kind.STW_BEGIN, way(Step.of("WorldStopping").m(THREAD))),
        // Not what the event says itself: what the whole stop comes to.
        row(
            Kind.PROCS_CHANGE,
            way(
                Step.of("IdleGcstop").m(THREAD),
                Step.of("WorldStopped").m(THREAD),
                Step.of("Procresize").m(THREAD))),
        row(Kind.STW_END, way(Step.of("WorldStarted").m(THREAD))));
  }

  private static Step goStart() {
    return Step.of("GoStart").g(SUBJECT).m(THREAD).p(PROCESSOR);
  }

  private static Step enter() {
    return Step.of("GoSyscallEnter").g(GOROUTINE).m(THREAD).p(PROCESSOR);
  }

  private static Step exitFast() {
    return Step.of("GoSyscallExitFast").g(GOROUTINE).m(THREAD).p(PROCESSOR);
  }

  private static Step exitSlow() {
    return Step.of("GoSyscallExitSlow").g(GOROUTINE).m(THREAD);
  }

  private static Step proc(String event) {
    return Step.of(event).p(PROCESSOR);
  }

  private static List<Step> way(Step... steps) {
    return List.of(steps);
  }

  private static Row row(Kind kind, List<Step> way) {
    return row(kind, Circumstance.ALWAYS, way);
  }

  private static Row row(Kind kind, List<Step> way, List<Step> other) {
    return new Row(kind, Circumstance.ALWAYS, List.of(way, other));
  }

  private static Row row(Kind kind, Circumstance circumstance, List<Step> way) {
    return new Row(kind, circumstance, List.of(way));
  }
}
