package psyscall.spec.stub;

import java.util.List;
import java.util.Optional;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Routine;
import psyscall.spec.release.Release;

/// The stubs of the releases that are modelled.
public final class Stubs {
  /// Where their texts begin; nothing depends on it.
  static final long TEXT = 0x401000;

  private Stubs() {}

  /// The stubs of a release.
  ///
  /// @param release 1.10.8, 1.14.15 or 1.19.13
  /// @return those of package syscall first, then those of the runtime
  public static List<Stub> of(Release release) {
    if (release.isFrom(Release.GO_1_19_13)) {
      StackStubs stack = new StackStubs(release, false);
      RegisterStubs registers = new RegisterStubs(release);
      return List.of(
          registers.syscall(),
          registers.syscall6(),
          registers.rawSyscall(),
          registers.rawSyscall6(),
          stack.rawSyscallNoError(),
          stack.rawVforkSyscall(),
          stack.gettimeofdayOrSyscall("runtime.vdsoGettimeofdaySym"),
          registers.innermost(),
          stack.write1(),
          stack.read());
    }
    if (release.isFrom(Release.GO_1_14_15)) {
      StackStubs stack = new StackStubs(release, false);
      return List.of(
          stack.syscall(),
          stack.syscall6(),
          stack.rawSyscall(),
          stack.rawSyscall6(),
          stack.rawSyscallNoError(),
          stack.rawVforkSyscall(),
          stack.gettimeofdayByCall("runtime.vdsoGettimeofdaySym"),
          stack.write1(),
          stack.read());
    }
    StackStubs stack = new StackStubs(release, true);
    return List.of(
        stack.syscall(),
        stack.syscall6(),
        stack.rawSyscall(),
        stack.rawSyscall6(),
        stack.rawVforkSyscall(),
        stack.gettimeofdayByCall("runtime.__vdso_gettimeofday_sym"),
        stack.writeOrMinusOne(),
        stack.readOrMinusOne());
  }

  /// A stub by name.
  ///
  /// @param release of which release
  /// @param name with its package or without; without it, the first of that name
  /// @return the stub, if the release has it
  public static Optional<Stub> named(Release release, String name) {
    List<Stub> stubs = of(release);
    return stubs.stream()
        .filter(stub -> stub.routine().name().equals(name))
        .findFirst()
        .or(() -> stubs.stream().filter(stub -> stub.shortName().equals(name)).findFirst());
  }

  /// The routines of a release, which call each other by name.
  ///
  /// @param release of which release
  /// @return the program of all its stubs
  public static Program program(Release release) {
    List<Routine> routines = of(release).stream().map(Stub::routine).toList();
    return new Program(routines);
  }
}
