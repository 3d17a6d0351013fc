package psyscall.model.trampoline;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import psyscall.spec.machine.Register;

/// Writes the few x86-64 instructions of the trampoline as bytes.
///
/// Two kinds of memory are addressed: a block, at a distance from RDI, and a slot of the data, at a
/// distance from the next instruction, so that no register is needed.
final class MachineCode {
  private static final int SIZE_MAX = 4096;

  /// REX with a 64-bit operand; its bit 2 is the fourth bit of the register.
  private static final int REX_W = 0x48;

  private static final int REX_B = 0x41;

  /// ModRM: a register and RDI with a distance of 32 bits.
  private static final int RDI_DISTANCE = 0x87;

  /// ModRM: a register and RIP with a distance of 32 bits.
  private static final int RIP_DISTANCE = 0x05;

  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE_MAX).order(ByteOrder.LITTLE_ENDIAN);
  private final int dataOffset;

  /// Empty code.
  ///
  /// @param dataOffset where the data begins, in bytes from the beginning of the code
  MachineCode(int dataOffset) {
    this.dataOffset = dataOffset;
  }

  /// The code so far.
  ///
  /// @return a copy
  byte[] bytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /// Where the next instruction goes.
  ///
  /// @return in bytes from the beginning of the code
  int position() {
    return bytes.position();
  }

  /// `push register`.
  void push(Register register) {
    wideByName(0x50, register);
  }

  /// `pop register`.
  void pop(Register register) {
    wideByName(0x58, register);
  }

  /// `push qword [rdi + distance]`.
  void pushBlock(int distance) {
    emit(0xff, RDI_DISTANCE | 6 << 3);
    bytes.putInt(distance);
  }

  /// `pop qword [rdi + distance]`.
  void popBlock(int distance) {
    emit(0x8f, RDI_DISTANCE);
    bytes.putInt(distance);
  }

  /// `push qword [rsp + distance]`, a distance of 8 bits.
  void pushStack(int distance) {
    emit(0xff, 0x74, 0x24, distance);
  }

  /// `pushfq`.
  void pushFlags() {
    emit(0x9c);
  }

  /// `popfq`.
  void popFlags() {
    emit(0x9d);
  }

  /// `mov register, [rdi + distance]`.
  void loadBlock(Register register, int distance) {
    emit(rex(register), 0x8b, RDI_DISTANCE | low(register) << 3);
    bytes.putInt(distance);
  }

  /// `mov [rdi + distance], register`.
  void storeBlock(int distance, Register register) {
    emit(rex(register), 0x89, RDI_DISTANCE | low(register) << 3);
    bytes.putInt(distance);
  }

  /// `mov register, [rip + slot]`.
  void loadSlot(Register register, int slot) {
    emit(rex(register), 0x8b, RIP_DISTANCE | low(register) << 3);
    distanceTo(slot, 0);
  }

  /// `mov [rip + slot], register`.
  void storeSlot(int slot, Register register) {
    emit(rex(register), 0x89, RIP_DISTANCE | low(register) << 3);
    distanceTo(slot, 0);
  }

  /// `lea register, [rip + slot]`.
  void addressOfSlot(Register register, int slot) {
    emit(rex(register), 0x8d, RIP_DISTANCE | low(register) << 3);
    distanceTo(slot, 0);
  }

  /// `add qword [rip + slot], number`, a number of 32 bits.
  void addToSlot(int slot, int number) {
    emit(REX_W, 0x81, RIP_DISTANCE);
    distanceTo(slot, Integer.BYTES);
    bytes.putInt(number);
  }

  /// `mov register, number`, a number of 32 bits, extended by its sign.
  void move(Register register, int number) {
    emit(REX_W | high(register), 0xc7, 0xc0 | low(register));
    bytes.putInt(number);
  }

  /// `jnz target`.
  void jumpIfNotZero(int target) {
    emit(0x0f, 0x85);
    bytes.putInt(target - (position() + Integer.BYTES));
  }

  /// `syscall`.
  void syscall() {
    emit(0x0f, 0x05);
  }

  /// Instructions as they are.
  void instructions(byte[] encoded) {
    bytes.put(encoded);
  }

  /// `ret`.
  void ret() {
    emit(0xc3);
  }

  private void distanceTo(int slot, int bytesBehind) {
    bytes.putInt(dataOffset + slot - (position() + Integer.BYTES + bytesBehind));
  }

  private void wideByName(int opcode, Register register) {
    if (high(register) != 0) {
      emit(REX_B);
    }
    emit(opcode | low(register));
  }

  private static int rex(Register register) {
    return REX_W | high(register) << 2;
  }

  private static int low(Register register) {
    return Block.number(register) & 7;
  }

  private static int high(Register register) {
    return Block.number(register) >> 3;
  }

  private void emit(int... values) {
    for (int value : values) {
      bytes.put((byte) value);
    }
  }
}
