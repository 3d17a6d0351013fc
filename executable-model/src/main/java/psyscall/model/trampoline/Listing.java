package psyscall.model.trampoline;

import java.util.List;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Register;

/// The trampoline's machine code, written down as it is executed: a C function of two arguments,
/// the address of the first block and their number, which is at least 1.
///
/// For each block it sets the flags and all registers, executes what is examined, such as SYSCALL,
/// and stores all registers and the flags back. After it no register is free, since each holds a
/// value that is to be seen, and RSP may be wild: so a slot is found relative to RIP, and until the
/// stack is back nothing but MOV is used, which keeps the flags. The flags are set by POPF before
/// RSP is. The host's flags are restored for each block, since AC, DF and NT are no flags to run C
/// with.
///
/// All signals are blocked meanwhile: a handler's frame on a wild stack would end the process.
final class Listing {
  /// The host's stack pointer.
  static final int HOST_STACK = 0;

  /// The address of the current block.
  static final int CURRENT = 8;

  /// How many blocks are left.
  static final int LEFT = 16;

  /// RDI after the call, until it can be stored in the block.
  static final int SPARE = 24;

  /// The set of all signals: 64 ones.
  static final int ALL_SIGNALS = 32;

  /// The signals that the host had blocked.
  static final int HOST_SIGNALS = 40;

  /// How long the slots are together, in bytes.
  static final int SLOTS_BYTES = 64;

  private static final int RT_SIGPROCMASK = 14;
  private static final int SIG_SETMASK = 2;
  private static final int SIGSET_BYTES = 8;

  /// What a C function keeps for its caller.
  private static final List<Register> KEPT =
      Convention.C.kept().stream().filter(register -> register != Register.RSP).sorted().toList();

  private final byte[] code;
  private final int examinedOffset;

  private Listing(byte[] code, int examinedOffset) {
    this.code = code;
    this.examinedOffset = examinedOffset;
  }

  /// The bytes.
  ///
  /// @return a copy
  byte[] code() {
    return code.clone();
  }

  /// Where what is examined begins.
  ///
  /// @return in bytes from the beginning
  int examinedOffset() {
    return examinedOffset;
  }

  /// The code for data at a distance.
  ///
  /// @param dataOffset where the slots begin, in bytes from the beginning of the code
  /// @param examined the instructions that are examined
  /// @return the listing
  static Listing of(int dataOffset, byte[] examined) {
    MachineCode code = new MachineCode(dataOffset);
    enter(code);
    int loop = code.position();
    setRegisters(code);
    int start = code.position();
    code.instructions(examined);
    storeRegisters(code);
    next(code, loop);
    leave(code);
    return new Listing(code.bytes(), start);
  }

  private static void enter(MachineCode code) {
    KEPT.forEach(code::push);
    code.pushFlags();
    code.storeSlot(HOST_STACK, Register.RSP);
    code.storeSlot(CURRENT, Register.RDI);
    code.storeSlot(LEFT, Register.RSI);
    code.addressOfSlot(Register.RSI, ALL_SIGNALS);
    code.addressOfSlot(Register.RDX, HOST_SIGNALS);
    setSignalMask(code);
  }

  /// RSI points to the new set, RDX to the place for the old one.
  private static void setSignalMask(MachineCode code) {
    code.move(Register.RDI, SIG_SETMASK);
    code.move(Register.R10, SIGSET_BYTES);
    code.move(Register.RAX, RT_SIGPROCMASK);
    code.syscall();
  }

  /// RDI is the last to be set, since the block is found by it.
  private static void setRegisters(MachineCode code) {
    code.loadSlot(Register.RDI, CURRENT);
    code.pushBlock(Block.flagsBefore());
    code.popFlags();
    for (Register register : Register.values()) {
      if (register != Register.RDI) {
        code.loadBlock(register, Block.before(register));
      }
    }
    code.loadBlock(Register.RDI, Block.before(Register.RDI));
  }

  private static void storeRegisters(MachineCode code) {
    code.storeSlot(SPARE, Register.RDI);
    code.loadSlot(Register.RDI, CURRENT);
    for (Register register : Register.values()) {
      if (register != Register.RDI) {
        code.storeBlock(Block.after(register), register);
      }
    }
    code.loadSlot(Register.RAX, SPARE);
    code.storeBlock(Block.after(Register.RDI), Register.RAX);
    code.loadSlot(Register.RSP, HOST_STACK);
    code.pushFlags();
    code.popBlock(Block.flagsAfter());
    code.pushStack(0);
    code.popFlags();
  }

  private static void next(MachineCode code, int loop) {
    code.addToSlot(CURRENT, Block.WORDS * Long.BYTES);
    code.addToSlot(LEFT, -1);
    code.jumpIfNotZero(loop);
  }

  private static void leave(MachineCode code) {
    code.addressOfSlot(Register.RSI, HOST_SIGNALS);
    code.move(Register.RDX, 0);
    setSignalMask(code);
    code.popFlags();
    KEPT.reversed().forEach(code::pop);
    code.ret();
  }
}
