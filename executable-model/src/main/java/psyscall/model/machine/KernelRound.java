package psyscall.model.machine;

import java.util.Map;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.Dispatcher;
import psyscall.spec.kernel.Frame;
import psyscall.spec.kernel.Return;
import psyscall.spec.kernel.RoundTrip;
import psyscall.spec.machine.Placed;
import psyscall.spec.semantics.Meaning;

/// One SYSCALL on concrete values, with the kernel behind it.
///
/// @param machine what SYSCALL, SYSRET and IRET do
/// @param syscall the instruction
/// @param before the user's state at it
record KernelRound(Meaning machine, Placed syscall, ConcreteState before) {
  /// Where SYSCALL goes to; nothing depends on it.
  static final long ENTRY = 0xffffffff82000080L;

  /// How many services there are; every number that is asked for here is below.
  private static final int SERVICES = 450;

  private static final int BITS = 64;

  static Dispatcher dispatcher() {
    return Dispatcher.of(SERVICES);
  }

  /// The call, if its service returns a result.
  RoundTrip.Trip served(long result) {
    return new RoundTrip(machine, dispatcher())
        .of(syscall, before.constants(), Word.of(result, BITS), Return.Way.SYSRET);
  }

  /// Whether Linux goes back by SYSRET.
  static boolean isFast(Frame frame) {
    return holds(Return.choosesSysret(frame));
  }

  /// The user's state after the way back.
  ///
  /// @param frame what is given back
  ConcreteState back(RoundTrip.Trip trip, Frame frame) {
    Return.Way way = isFast(frame) ? Return.Way.SYSRET : Return.Way.IRET;
    return before.valuesOf(new Return(machine).by(way, frame, trip.arrived()).state());
  }

  static long value(Word word) {
    return ClosedTerms.scalar(word.term(), Map.of());
  }

  static boolean holds(Bool bool) {
    return ClosedTerms.scalar(bool.term(), Map.of()) != 0;
  }
}
