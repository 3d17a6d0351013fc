package psyscall.spec.stub;

import static psyscall.spec.machine.Register.R10;
import static psyscall.spec.machine.Register.R12;
import static psyscall.spec.machine.Register.R8;
import static psyscall.spec.machine.Register.R9;
import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RDI;
import static psyscall.spec.machine.Register.RDX;
import static psyscall.spec.machine.Register.RSI;
import static psyscall.spec.stub.Text.arg;
import static psyscall.spec.stub.Text.argL;
import static psyscall.spec.stub.Text.imm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.spec.citation.Citation;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.release.Release;
import psyscall.spec.stub.Signature.Results;

/// The stubs in assembly with arguments and results on the stack: all of them up to 1.18, later
/// those that are still assembly.
final class StackStubs {
  /// The largest number of errors, as the stubs compare with it: -4095.
  static final long ERRORS = 0xfffffffffffff001L;

  private static final String SYSCALL_FILE = "syscall/asm_linux_amd64.s";
  private static final String RUNTIME_FILE = "runtime/sys_linux_amd64.s";
  private static final int SYS_READ = 0;
  private static final int SYS_WRITE = 1;
  private static final int SYS_GETTIMEOFDAY = 96;
  private static final long VSYSCALL_GETTIMEOFDAY = 0xffffffffff600000L;

  private final Release release;

  /// Whether the stubs with three arguments clear the registers of the other three.
  private final boolean clears;

  StackStubs(Release release, boolean clears) {
    this.release = release;
    this.clears = clears;
  }

  Stub syscall() {
    return call("Syscall", true, 3);
  }

  Stub syscall6() {
    return call("Syscall6", true, 6);
  }

  Stub rawSyscall() {
    return call("RawSyscall", false, 3);
  }

  Stub rawSyscall6() {
    return call("RawSyscall6", false, 6);
  }

  /// The four stubs that differ in two things only: whether the scheduler is told, and how many
  /// arguments there are.
  private Stub call(String function, boolean tells, int arguments) {
    long after = 8L * (1 + arguments);
    Operand r1 = arg(after);
    Operand r2 = arg(after + 8);
    Operand errno = arg(after + 16);
    Text text = new Text();
    tell(text, tells, "runtime.entersyscall");
    List<Operand> wanted = arguments(text, arguments);
    text.movq(arg(0), RAX).syscall().cmpq(RAX, imm(ERRORS)).jls("ok");
    text.movq(imm(-1), r1).movq(imm(0), r2).negq(RAX).movq(RAX, errno);
    tell(text, tells, "runtime.exitsyscall");
    text.ret().label("ok");
    text.movq(RAX, r1).movq(RDX, r2).movq(imm(0), errno);
    tell(text, tells, "runtime.exitsyscall");
    text.ret();
    Signature signature = new Signature(arg(0), wanted, new Results.Triple(r1, r2, errno));
    return stub(SYSCALL_FILE, "syscall", function, text, signature, Optional.empty());
  }

  private static void tell(Text text, boolean tells, String function) {
    if (tells) {
      text.call(function);
    }
  }

  private List<Operand> arguments(Text text, int count) {
    List<Register> registers = List.of(RDI, RSI, RDX, R10, R8, R9);
    List<Operand> wanted = new ArrayList<>();
    for (int at = 0; at < registers.size(); at++) {
      if (at < count || clears) {
        Operand source = at < count ? arg(8L * (1 + at)) : imm(0);
        text.movq(source, registers.get(at));
        wanted.add(source);
      }
    }
    return wanted;
  }

  Stub rawSyscallNoError() {
    Operand r1 = arg(32);
    Operand r2 = arg(40);
    Text text =
        new Text()
            .movq(arg(8), RDI)
            .movq(arg(16), RSI)
            .movq(arg(24), RDX)
            .movq(arg(0), RAX)
            .syscall()
            .movq(RAX, r1)
            .movq(RDX, r2)
            .ret();
    Signature signature =
        new Signature(arg(0), List.of(arg(8), arg(16), arg(24)), new Results.Unchecked(r1, r2));
    return stub(SYSCALL_FILE, "syscall", "rawSyscallNoError", text, signature, Optional.empty());
  }

  /// The child runs on the parent's stack and returns first, so that the return address is kept in
  /// a register meanwhile.
  Stub rawVforkSyscall() {
    Operand r1 = arg(16);
    Operand errno = arg(24);
    Text text =
        new Text()
            .movq(arg(8), RDI)
            .movq(imm(0), RSI)
            .movq(imm(0), RDX)
            .movq(imm(0), R10)
            .movq(imm(0), R8)
            .movq(imm(0), R9)
            .movq(arg(0), RAX)
            .popq(R12)
            .syscall()
            .pushq(R12)
            .cmpq(RAX, imm(ERRORS))
            .jls("ok")
            .movq(imm(-1), r1)
            .negq(RAX)
            .movq(RAX, errno)
            .ret()
            .label("ok")
            .movq(RAX, r1)
            .movq(imm(0), errno)
            .ret();
    Signature signature =
        new Signature(
            arg(0),
            List.of(arg(8), imm(0), imm(0), imm(0), imm(0), imm(0)),
            new Results.Pair(r1, errno));
    return stub(SYSCALL_FILE, "syscall", "rawVforkSyscall", text, signature, Optional.empty());
  }

  /// Up to 1.15: always a call, of the vsyscall page where there is no vDSO.
  Stub gettimeofdayByCall(String symbol) {
    Text text = new Text().movq(arg(0), RDI).movq(imm(0), RSI);
    text.movq(new Address.Symbol(symbol, 0).quad(), RAX).call(RAX);
    text.cmpq(RAX, imm(ERRORS)).jls("ok").negq(RAX).movq(RAX, arg(8)).ret();
    text.label("ok").movq(imm(0), arg(8)).ret();
    return gettimeofday(text, new Stub.VdsoCall(symbol, VSYSCALL_GETTIMEOFDAY));
  }

  /// From 1.16 on: a real system call where there is no vDSO.
  Stub gettimeofdayOrSyscall(String symbol) {
    Text text = new Text().movq(arg(0), RDI).movq(imm(0), RSI);
    text.movq(new Address.Symbol(symbol, 0).quad(), RAX).testq(RAX, RAX).jz("fallback").call(RAX);
    text.label("ret").cmpq(RAX, imm(ERRORS)).jls("ok").negq(RAX).movq(RAX, arg(8)).ret();
    text.label("fallback").movl(imm(SYS_GETTIMEOFDAY), RAX).syscall().jmp("ret");
    text.label("ok").movq(imm(0), arg(8)).ret();
    return gettimeofday(text, new Stub.VdsoCall(symbol, 0));
  }

  private Stub gettimeofday(Text text, Stub.VdsoCall vdso) {
    Signature signature =
        new Signature(imm(SYS_GETTIMEOFDAY), List.of(arg(0), imm(0)), new Results.Errno(arg(8)));
    return stub(SYSCALL_FILE, "syscall", "gettimeofday", text, signature, Optional.of(vdso));
  }

  /// The runtime's own write: an error becomes -1, as the first releases have it.
  Stub writeOrMinusOne() {
    return readOrWrite("write", SYS_WRITE, true);
  }

  /// The runtime's own read: an error becomes -1, as the first releases have it.
  Stub readOrMinusOne() {
    return readOrWrite("read", SYS_READ, true);
  }

  /// The runtime's own write: the caller gets the low half of RAX.
  Stub write1() {
    return readOrWrite("write1", SYS_WRITE, false);
  }

  /// The runtime's own read: the caller gets the low half of RAX.
  Stub read() {
    return readOrWrite("read", SYS_READ, false);
  }

  private Stub readOrWrite(String function, int number, boolean minusOne) {
    boolean reads = number == SYS_READ;
    Operand descriptor = reads ? argL(0) : arg(0);
    Operand result = argL(24);
    Text text = new Text();
    if (reads) {
      text.movl(descriptor, RDI);
    } else {
      text.movq(descriptor, RDI);
    }
    text.movq(arg(8), RSI).movl(argL(16), RDX).movl(imm(number), RAX).syscall();
    if (minusOne) {
      text.cmpq(RAX, imm(ERRORS)).jls("ok").movl(imm(-1), RAX).label("ok");
    }
    text.movl(RAX, result).ret();
    Signature signature =
        new Signature(
            imm(number),
            List.of(descriptor, arg(8), argL(16)),
            minusOne ? new Results.MinusOne(result) : new Results.Low(result));
    return stub(RUNTIME_FILE, "runtime", function, text, signature, Optional.empty());
  }

  private Stub stub(
      String file,
      String pack,
      String function,
      Text text,
      Signature signature,
      Optional<Stub.VdsoCall> vdso) {
    return new Stub(
        release,
        text.routine(pack + "." + function, Convention.GO_STACK, Stubs.TEXT),
        new Citation("", List.of(release.name()), file, function),
        signature,
        vdso);
  }
}
