package psyscall.spec.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.process.Address;
import psyscall.spec.process.Block;
import psyscall.spec.process.Line;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.runtime.LaterProcedures;
import psyscall.spec.state.RuntimeState;

/// Go's repair of #55160 in two parts; neither mends the bug alone.
final class GlobalQueueRepair {
  private GlobalQueueRepair() {}

  /// CL 501975: a thread that has ceased to spin looks at the global queue before it looks at the
  /// local ones.
  static Protocol lookAgain(RuntimeState state, Protocol protocol) {
    Map<String, Statement> exits = new LinkedHashMap<>();
    exits.put(LaterProcedures.FOUND, new Statement.Return(Procedure.RETURN));
    exits.put(Procedure.RETURN, new Statement.Goto("recheck"));
    Site end = Site.jump("Findrunnable", "unspin", new Statement.Goto("recheck"));
    return calling(protocol, end, LaterProcedures.checkGlobalRunq(state), exits);
  }

  /// CL 501976: who has put its goroutine into the global queue has somebody look for work.
  static Protocol wake(RuntimeState state, Protocol protocol) {
    Statement schedule = new Statement.Become("Schedule");
    Site end = Site.jump("GoschedImpl", "put", schedule);
    return calling(
        protocol, end, LaterProcedures.goschedWakep(state), Map.of(Procedure.RETURN, schedule));
  }

  /// A call of another procedure in place of a jump.
  private static Protocol calling(
      Protocol protocol, Site end, ProcedureText callee, Map<String, Statement> exits) {
    Address address = end.in(protocol);
    Map<String, Block> continuations = new LinkedHashMap<>();
    exits.forEach(
        (exit, jump) -> continuations.put(exit, new Block(List.of(new Line(address, jump)))));
    return Edits.statement(
            end, _ -> new Statement.Call(callee.name(), List.of(), continuations, true))
        .apply(protocol.with(callee));
  }
}
