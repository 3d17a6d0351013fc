package psyscall.model.live;

import java.util.LinkedHashMap;
import java.util.Map;
import psyscall.spec.expr.Bool;
import psyscall.spec.kernel.Dispatcher;
import psyscall.spec.kernel.Return;
import psyscall.spec.kernel.RoundTrip;
import psyscall.spec.kernel.UserView;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.SymbolicState;

/// The judges of a SYSCALL, made of the semantics in `spec`.
public final class Judges {
  private static final int SYSCALL_BYTES = 2;

  private Judges() {}

  /// The contract that stubs are judged against: SYSCALL as one instruction. What a kernel's table
  /// does not have is no call.
  ///
  /// @param machine what instructions do
  /// @param clobbers what is known of RCX and R11: not [UserView.Clobbers#ANY], of which no vector
  ///   could be wrong
  /// @return its claims, by the address of SYSCALL
  public static Claims contract(Meaning machine, UserView.Clobbers clobbers) {
    UserView view =
        new UserView(
            machine,
            clobbers,
            (before, _) ->
                table().result(before.get(Register.RAX), VectorTerms.result()));
    return syscall -> ofEffect(view, syscall);
  }

  /// The same call layer by layer: the instruction, the saved frame, the table, the way back.
  ///
  /// @param machine what SYSCALL, SYSRET and IRET do
  /// @param way how the kernel goes back
  /// @return its claims, by the address of SYSCALL
  public static Claims layers(Meaning machine, Return.Way way) {
    return syscall -> {
      SymbolicState before = VectorTerms.before();
      RoundTrip.Trip trip =
          new RoundTrip(machine, table())
              .of(placed(syscall), before, VectorTerms.result(), way);
      return VectorTerms.claims(
          trip.returned().state(), trip.returned().effect().exits(), syscall + SYSCALL_BYTES);
    };
  }

  /// What a semantics claims, once it is known where SYSCALL stands.
  @FunctionalInterface
  public interface Claims {
    /// The claims.
    ///
    /// @param syscall the address of SYSCALL
    /// @return by name, of the variables of a vector
    Map<String, Bool> at(long syscall);

    /// These claims and others, of one vector.
    ///
    /// @param prefix set before the names of these
    /// @param others the others
    /// @return all of them
    default Claims and(String prefix, Claims others) {
      return syscall -> {
        Map<String, Bool> all = new LinkedHashMap<>();
        at(syscall).forEach((name, claim) -> all.put(prefix + name, claim));
        all.putAll(others.at(syscall));
        return all;
      };
    }

    /// The claims as a judge.
    ///
    /// @param syscall the address of SYSCALL
    /// @return a judge for one thread
    default Judge judge(long syscall) {
      return MeaningJudge.of(at(syscall));
    }
  }

  private static Map<String, Bool> ofEffect(Meaning meaning, long syscall) {
    SymbolicState before = VectorTerms.before();
    Effect effect = meaning.of(placed(syscall), before);
    return VectorTerms.claims(before.after(effect), effect.exits(), syscall + SYSCALL_BYTES);
  }

  private static Placed placed(long syscall) {
    return new Placed(syscall, SYSCALL_BYTES, new Instruction.Syscall());
  }

  /// No kernel's table is longer, and none of the calls that are made has a number between.
  private static Dispatcher table() {
    return Dispatcher.of(SafeCall.UNKNOWN_MIN);
  }
}
