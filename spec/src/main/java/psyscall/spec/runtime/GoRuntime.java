package psyscall.spec.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.state.M;
import psyscall.spec.state.RuntimeState;

/// The system-call protocol of Go 1.10.8 as one protocol: all procedures, the threads and sysmon.
public final class GoRuntime {
  /// The process set of threads.
  public static final String THREADS = "M";

  /// The process of sysmon.
  public static final String SYSMON = "sysmon";

  private GoRuntime() {}

  /// The protocol for given sizes, programs and features.
  ///
  /// @param state the state variables with sizes, programs and features
  /// @return the protocol before inlining
  public static Protocol protocol(RuntimeState state) {
    Map<String, ProcedureText> texts = new TreeMap<>();
    for (Procedure procedure : procedures(state)) {
      texts.put(procedure.name(), procedure.text());
    }
    List<Process> processes = new ArrayList<>();
    TreeMap<Integer, String> starts = new TreeMap<>(Map.of(0, "UserCode"));
    processes.add(
        new Process(
            THREADS,
            Optional.of(M.IDS.sort()),
            List.of(
                "Mstart",
                "UserCode",
                "Syscall",
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
                "ForEachP"),
            starts,
            false));
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
        "runtime", state.variables(), processes, texts, new InitialState(state).text().opening());
  }

  private static List<Procedure> procedures(RuntimeState s) {
    Callees c = new Callees(s);
    List<Procedure> all = new ArrayList<>(c.all());
    all.addAll(
        List.of(
            new ExitSyscall0(s, c.acquirep, c.stopm),
            new Mstart(s, c.acquirep),
            new Schedule(s, c.gcstopm, c.runSafePointFn, c.findrunnable, c.resetspinning),
            new Execute(s),
            new GoschedImpl(s),
            new Gopark(s),
            new Goexit0(s),
            new Ready(s, c.wakep),
            new UserCode(s),
            new Syscall(s, c.reenterSyscall, c.exitSyscall),
            new RawSyscall(s),
            new Notetsleepg(s, c.enterSyscallBlock, c.exitSyscall),
            new StopTheWorld(s, c.preemptall),
            new StartTheWorld(s, c.pidleput, c.newm, c.wakep),
            new ForEachP(s, c.preemptall, c.handoffp),
            new Sysmon(s),
            new Retake(s, c.incidlelocked, c.handoffp)));
    return all;
  }
}
