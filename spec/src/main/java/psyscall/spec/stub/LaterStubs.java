package psyscall.spec.stub;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;

/// What releases after those that are modelled have changed of stubs: names and signatures. Their
/// instructions are not here.
public final class LaterStubs {
  private static final String VFORK = "syscall.rawVforkSyscall";
  private static final String INNERMOST = "runtime/internal/syscall.Syscall6";

  /// How the name ends in releases that moved it: in 1.26 to `internal/runtime/syscall/linux`.
  private static final List<String> INNERMOST_LATER =
      List.of("runtime/syscall.Syscall6", "runtime/syscall/linux.Syscall6");

  private static final int WORD_BYTES = 8;

  private LaterStubs() {}

  /// Whether a routine is a stub under the name of a later release.
  ///
  /// @param stub a stub of a release that is modelled
  /// @param name the routine's name, with its package
  /// @return whether the stub was moved there
  public static boolean isMovedTo(Stub stub, String name) {
    return stub.routine().name().equals(INNERMOST)
        && INNERMOST_LATER.stream().anyMatch(name::endsWith);
  }

  /// A stub with the signatures of later releases: Go 1.20 gives rawVforkSyscall a second argument,
  /// Go 1.22 a third, before the two results.
  ///
  /// @param stub a stub of a release that is modelled
  /// @return the stub with each other signature that it was given since; none for most
  public static List<Stub> changed(Stub stub) {
    return stub.routine().name().equals(VFORK)
        ? Stream.of(2, 3).map(arguments -> with(stub, vfork(arguments))).toList()
        : List.of();
  }

  private static Stub with(Stub stub, Signature signature) {
    return new Stub(stub.release(), stub.routine(), stub.source(), signature, stub.vdso());
  }

  private static Signature vfork(int arguments) {
    List<Operand> given = IntStream.rangeClosed(1, arguments).mapToObj(LaterStubs::word).toList();
    return new Signature(
        word(0), given, new Signature.Results.Pair(word(arguments + 1), word(arguments + 2)));
  }

  /// A word of the caller's frame, the first one from 0.
  private static Operand word(int at) {
    return Address.at(Register.RSP, WORD_BYTES * (at + 1L)).quad();
  }
}
