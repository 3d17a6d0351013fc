package psyscall.spec.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Register;

/// What the kernel makes of a restart code if a signal is pending at the return.
///
/// Without a signal the codes are ordinary numbers, and a user sees them. The instruction is taken
/// back by its two bytes, so that the user executes SYSCALL again.
public enum Restart {
  /// ERESTARTSYS: again, but for a handler that was installed without SA_RESTART.
  SYS("ERESTARTSYS", 512),
  /// ERESTARTNOINTR: always again.
  NO_INTERRUPT("ERESTARTNOINTR", 513),
  /// ERESTARTNOHAND: again if no handler runs.
  NO_HANDLER("ERESTARTNOHAND", 514),
  /// ERESTART_RESTARTBLOCK: goes on through `restart_syscall` if no handler runs.
  RESTART_BLOCK("ERESTART_RESTARTBLOCK", 516);

  private static final int BITS = 64;
  private static final int SYSCALL_BYTES = 2;

  private final String kernelName;
  private final int code;

  Restart(String kernelName, int code) {
    this.kernelName = kernelName;
    this.code = code;
  }

  /// The code of a name.
  ///
  /// @param kernelName as the kernel writes it
  /// @return the code, if it is one
  public static Optional<Restart> named(String kernelName) {
    return Stream.of(values()).filter(each -> each.kernelName.equals(kernelName)).findFirst();
  }

  /// What the kernel calls it.
  ///
  /// @return such as `ERESTARTSYS`
  public String kernelName() {
    return kernelName;
  }

  /// What the service returns.
  ///
  /// @return 64 bits, a small negative number
  public Word result() {
    return Word.of(-code, BITS);
  }

  /// A signal that is pending at the return.
  ///
  /// @param handler whether a handler of the user's will run for it
  /// @param restarts whether that was installed with SA_RESTART
  public record Signal(Bool handler, Bool restarts) {}

  /// Whether the call ends with EINTR.
  ///
  /// @param signal the signal
  /// @return the condition
  public Bool interrupts(Signal signal) {
    return switch (this) {
      case SYS -> Bool.all(signal.handler(), signal.restarts().not());
      case NO_INTERRUPT -> Bool.FALSE;
      case NO_HANDLER, RESTART_BLOCK -> signal.handler();
    };
  }

  private Word again(Frame frame) {
    return this == RESTART_BLOCK ? Word.of(Linux.RESTART_SYSCALL, BITS) : frame.originalAx();
  }

  /// The frame after the pending signal was looked at, before its handler's own frame is made.
  ///
  /// @param frame the frame with the service's result in RAX
  /// @param signal the signal
  /// @return the same frame, if the result is no restart code
  public static Frame after(Frame frame, Signal signal) {
    Word result = frame.get(Register.RAX);
    Word ax = result;
    List<Bool> backs = new ArrayList<>();
    for (Restart restart : values()) {
      Bool is = result.is(restart.result());
      Bool ends = restart.interrupts(signal);
      Word then = ends.choose(Word.bits(BITS), Word.of(-Linux.EINTR, BITS), restart.again(frame));
      ax = is.choose(Word.bits(BITS), then, ax);
      backs.add(Bool.all(is, ends.not()));
    }
    Word back = frame.ip().minus(Word.of(SYSCALL_BYTES, BITS));
    Bool again = Bool.any(backs.toArray(Bool[]::new));
    Word ip = again.choose(Word.bits(BITS), back, frame.ip());
    return frame.with(Register.RAX, ax).at(ip);
  }
}
