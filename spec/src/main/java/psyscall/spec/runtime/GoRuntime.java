package psyscall.spec.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.spec.expr.Expr;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.lifecycle.Refinement;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.rule.Specification;
import psyscall.spec.state.Feature;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The system-call protocol of a release of Go as one protocol: all procedures, the threads and
/// sysmon.
public final class GoRuntime {
  /// The process set of threads.
  public static final String THREADS = "M";

  /// The process of sysmon.
  public static final String SYSMON = "sysmon";

  /// The process of the template thread.
  public static final String TEMPLATE = "template";

  private GoRuntime() {}

  /// The protocol for a given release, sizes, programs and features.
  ///
  /// @param state the state variables with release, sizes, programs and features
  /// @return the protocol before inlining
  public static Protocol protocol(RuntimeState state) {
    Map<String, ProcedureText> texts = new TreeMap<>();
    Lifecycle lifecycle = new Lifecycle(state.lifecycle);
    texts.putAll(Refinement.told(lifecycle));
    for (Procedure procedure : procedures(state)) {
      texts.put(procedure.name(), procedure.text());
    }
    List<Process> processes = new ArrayList<>();
    TreeMap<Integer, String> starts = new TreeMap<>(Map.of(0, "UserCode"));
    processes.add(
        new Process(THREADS, Optional.of(M.IDS.sort()), rootsOfThreads(state), starts, false));
    if (state.has(Feature.LOCKED)) {
      processes.add(Process.of(TEMPLATE, Optional.empty(), List.of("TemplateThread")));
    }
    if (state.hasSysmon()) {
      processes.add(
          new Process(
              SYSMON,
              Optional.empty(),
              List.of("Sysmon", "Retake"),
              Collections.emptySortedMap(),
              true));
    }
    return new Protocol(
        "runtime",
        state.variables(),
        processes,
        texts,
        Refinement.start(lifecycle, new InitialState(state).text().opening()));
  }

  /// The procedure of a system call that tells the scheduler.
  static String syscall(RuntimeState state) {
    return state.has(Feature.STUBS) ? "SyscallStub" : "Syscall";
  }

  private static List<String> rootsOfThreads(RuntimeState state) {
    List<String> roots =
        new ArrayList<>(
            List.of(
                "Mstart",
                "UserCode",
                syscall(state),
                "RawSyscall",
                "Notetsleepg",
                "ExitSyscall0",
                "Schedule",
                "Execute",
                "GoschedImpl",
                "Gopark",
                "Ready",
                "Goexit0",
                "StopTheWorld",
                "StartTheWorld",
                "ForEachP"));
    if (state.has(Feature.LOCKED)) {
      roots.add("Mexit");
    }
    if (state.has(Feature.WORLDSEMA)) {
      roots.add("Semacquire");
      roots.add("Semrelease");
    }
    if (state.has(Feature.NEWPROC)) {
      roots.add("Newproc");
    }
    if (state.has(Feature.POLLER)) {
      roots.add("Netpark");
    }
    return roots;
  }

  /// The rules of a protocol whose steps are checked against the lifecycle.
  ///
  /// @param state the state variables of the protocol
  /// @param protocol the protocol, changed or not
  /// @return its rules; a step that the lifecycle does not allow ends the run
  public static Specification checked(RuntimeState state, Protocol protocol) {
    return Refinement.checked(protocol, new Lifecycle(state.lifecycle), mirrors(state));
  }

  /// What the lifecycle says of goroutines and of the world, in terms of the fields here.
  ///
  /// @param state the state variables
  /// @return for each mirror its field
  public static Map<Var, Term> mirrors(RuntimeState state) {
    LifecycleState above = state.lifecycle;
    Map<Var, Term> mapping = new LinkedHashMap<>();
    map(mapping, above.status, state.g.status);
    map(mapping, above.thread, state.g.m);
    map(mapping, above.stopping, state.sched.gcwaiting);
    return mapping;
  }

  private static void map(Map<Var, Term> mapping, Expr mirror, Expr field) {
    mapping.put(((Term.Read) mirror.term()).variable(), field.term());
  }

  private static List<Procedure> procedures(RuntimeState s) {
    Callees c = new Callees(s);
    LockedCallees l = new LockedCallees(s, c);
    List<Procedure> all = new ArrayList<>(c.all());
    if (s.has(Feature.LOCKED)) {
      all.addAll(l.all());
      all.add(new Mexit(s, c.releasep, c.handoffp, c.checkdead));
      all.add(new TemplateThread(s));
    }
    if (s.has(Feature.NEWPROC)) {
      all.add(new Newproc(s, c.wakep));
    }
    if (s.has(Feature.WORLDSEMA)) {
      all.add(new Semacquire(s));
      all.add(new Semrelease(s, c.wakep));
    }
    all.addAll(
        List.of(
            new ExitSyscall0(s, c.acquirep, c.stopm, l.stoplockedm),
            new Mstart(s, c.acquirep),
            new Schedule(s, c, l),
            new Execute(s),
            new GoschedImpl(s, c.goschedWakep),
            new Gopark(s),
            new Goexit0(s),
            new Ready(s, c.wakep),
            new UserCode(s, l),
            s.has(Feature.STUBS)
                ? new SyscallStub(s, c.reenterSyscall, c.exitSyscall)
                : new Syscall(s, c.reenterSyscall, c.exitSyscall),
            new RawSyscall(s),
            new Notetsleepg(s, c.enterSyscallBlock, c.exitSyscall),
            new StopTheWorld(s, c.preemptall),
            new StartTheWorld(s, c.pidleput, c.newm, c.wakep),
            new ForEachP(s, c.preemptall, c.handoffp),
            new Sysmon(s, c.incidlelocked, c.injectglist),
            new Retake(s, c.incidlelocked, c.handoffp)));
    if (s.has(Feature.POLLER)) {
      all.add(new Netpark(s));
    }
    return all;
  }
}
