package psyscall.spec.runtime;

import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.state.RuntimeState;

/// Procedures that 1.10.8 does not have and that repairs bring to it from a later release.
public final class LaterProcedures {
  /// The exit of [#checkGlobalRunq] with a goroutine.
  public static final String FOUND = CheckGlobalRunq.FOUND;

  private LaterProcedures() {}

  static Citation go122(String function) {
    return new Citation("", List.of("1.22.0"), "runtime/proc.go", function);
  }

  /// The look at the global queue by a thread that has ceased to spin (CL 501975).
  ///
  /// @param state the state variables with sizes, programs and features
  /// @return a procedure that leaves by [#FOUND] or returns
  public static ProcedureText checkGlobalRunq(RuntimeState state) {
    Callees callees = new Callees(state);
    return new CheckGlobalRunq(state, callees.globrunqget, callees.acquirep).text();
  }

  /// The wake-up by a goroutine that yields (CL 501976).
  ///
  /// @param state the state variables with sizes, programs and features
  /// @return a procedure that returns
  public static ProcedureText goschedWakep(RuntimeState state) {
    return new GoschedWakep(state, new Callees(state).wakep).text();
  }
}
