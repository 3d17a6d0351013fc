package psyscall.spec.stub;

import static psyscall.spec.machine.Register.R10;
import static psyscall.spec.machine.Register.R8;
import static psyscall.spec.machine.Register.R9;
import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RBP;
import static psyscall.spec.machine.Register.RBX;
import static psyscall.spec.machine.Register.RCX;
import static psyscall.spec.machine.Register.RDI;
import static psyscall.spec.machine.Register.RDX;
import static psyscall.spec.machine.Register.RSI;
import static psyscall.spec.machine.Register.RSP;
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

/// The one routine of 1.19 that makes system calls, and the compiled Go functions around it.
///
/// Arguments and results are in registers. The compiled ones are as 1.19.13's compiler makes them
/// for amd64 without options; where they keep values across a call, these are in their own frames.
final class RegisterStubs {
  private static final String INNERMOST = "runtime/internal/syscall.Syscall6";
  private static final String RAW6 = "syscall.RawSyscall6";
  private static final String GO_FILE = "syscall/syscall_linux.go";

  private final Release release;

  RegisterStubs(Release release) {
    this.release = release;
  }

  Stub innermost() {
    Text text =
        new Text()
            .movq(RSI, R10)
            .movq(RDI, RDX)
            .movq(RCX, RSI)
            .movq(RBX, RDI)
            .syscall()
            .cmpq(RAX, imm(StackStubs.ERRORS))
            .jls("ok")
            .negq(RAX)
            .movq(RAX, RCX)
            .movq(imm(-1), RAX)
            .movq(imm(0), RBX)
            .ret()
            .label("ok")
            .movq(RDX, RBX)
            .movq(imm(0), RCX)
            .ret();
    return stub("runtime/internal/syscall/asm_linux_amd64.s", INNERMOST, text, 6);
  }

  Stub rawSyscall6() {
    Text text = new Text();
    enter(text, 0x40);
    text.call(INNERMOST);
    leave(text, 0x40);
    String file = "runtime/internal/syscall/syscall_linux.go";
    return stub(file, "syscall_RawSyscall6", RAW6, text, 6);
  }

  Stub rawSyscall() {
    Text text = new Text();
    enter(text, 0x40);
    text.xorl(RSI, RSI).movq(RSI, R8).movq(RSI, R9).call(RAW6);
    leave(text, 0x40);
    return stub(GO_FILE, "syscall.RawSyscall", text, 3);
  }

  Stub syscall() {
    Text text = new Text();
    enter(text, 0x68);
    List<Register> kept = List.of(RAX, RBX, RCX, RDI);
    around(text, kept, List.of(0x58, 0x50, 0x38));
    leave(text, 0x68);
    return stub(GO_FILE, "syscall.Syscall", text, 3);
  }

  Stub syscall6() {
    Text text = new Text().addq(imm(-0x80), RSP);
    text.movq(RBP, frame(0x78)).leaq(Address.at(RSP, 0x78), RBP);
    List<Register> kept = List.of(RAX, RBX, RCX, RDI, RSI, R8, R9);
    around(text, kept, List.of(0x70, 0x68, 0x38));
    text.movq(frame(0x78), RBP).subq(imm(-0x80), RSP).ret();
    return stub(GO_FILE, "syscall.Syscall6", text, 6);
  }

  private static void enter(Text text, int size) {
    text.subq(imm(size), RSP);
    text.movq(RBP, frame(size - 8)).leaq(Address.at(RSP, size - 8), RBP);
  }

  private static void leave(Text text, int size) {
    text.movq(frame(size - 8), RBP).addq(imm(size), RSP).ret();
  }

  /// Keeps the arguments across `entersyscall` and the results across `exitsyscall`.
  ///
  /// @param kept what is kept of the arguments, from 0x40 of the frame up; stored from the last one
  ///   to the first
  /// @param results where AX, BX and CX are kept
  private static void around(Text text, List<Register> kept, List<Integer> results) {
    for (int at = kept.size() - 1; at >= 0; at--) {
      text.movq(kept.get(at), frame(0x40 + 8 * at));
    }
    text.call("runtime.entersyscall");
    for (int at = 0; at < kept.size(); at++) {
      text.movq(frame(0x40 + 8 * at), kept.get(at));
    }
    if (kept.size() < 7) {
      text.xorl(RSI, RSI).movq(RSI, R8).movq(RSI, R9);
    }
    text.call(RAW6);
    List<Register> returned = List.of(RAX, RBX, RCX);
    for (int at = 0; at < returned.size(); at++) {
      text.movq(returned.get(at), frame(results.get(at)));
    }
    text.call("runtime.exitsyscall");
    for (int at = 0; at < returned.size(); at++) {
      text.movq(frame(results.get(at)), returned.get(at));
    }
  }

  private static Operand frame(int offset) {
    return Address.at(RSP, offset).quad();
  }

  private Stub stub(String file, String name, Text text, int arguments) {
    return stub(file, name.substring(name.lastIndexOf('.') + 1), name, text, arguments);
  }

  private Stub stub(String file, String function, String name, Text text, int arguments) {
    List<Operand> wanted = new ArrayList<>();
    List<Register> registers = List.of(RBX, RCX, RDI, RSI, R8, R9);
    for (int at = 0; at < registers.size(); at++) {
      wanted.add(at < arguments ? registers.get(at).quad() : imm(0));
    }
    return new Stub(
        release,
        text.routine(name, Convention.GO_REGISTERS, Stubs.TEXT),
        new Citation("", List.of(release.name()), file, function),
        new Signature(RAX.quad(), wanted, new Results.Triple(RAX.quad(), RBX.quad(), RCX.quad())),
        Optional.empty());
  }
}
