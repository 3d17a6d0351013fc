package psyscall.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.machine.Register.R11;
import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RCX;
import static psyscall.spec.machine.Register.RSP;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.X86;

class RingCrossingTest {
  private static final long ENTRY = 0xffffffff82000080L;
  private static final long AT = 0x401000;
  private static final ConcreteState USER =
      ConcreteState.user(ENTRY).with(RSP, 0xdead_beef_dead_beefL);
  private static final ConcreteState KERNEL =
      USER.with(Control.CPL, 0).with(Control.CS, 0x10).with(Control.SS, 0x18);

  private static Processor.Taken take(
      X86.Vendor vendor, Instruction instruction, ConcreteState before) {
    return Processor.of(new X86(vendor)).take(new Placed(AT, 2, instruction), before);
  }

  private static Processor.Taken syscall(ConcreteState before) {
    return take(X86.Vendor.INTEL, new Instruction.Syscall(), before);
  }

  @Test
  void syscallSavesRipAndFlagsAndEntersTheKernel() {
    ConcreteState before =
        USER.with(RAX, 39).with(Flag.CF, true).with(Flag.DF, true).with(Flag.RF, true);

    Processor.Taken taken = syscall(before);

    assertThat(taken.rip()).isEqualTo(ENTRY);
    assertThat(taken.state().value(RCX)).isEqualTo(AT + 2);
    // CF, bit 1, IF, DF; RF is not saved.
    assertThat(taken.state().value(R11)).isEqualTo(0x603);
    assertThat(taken.state().value(RAX)).isEqualTo(39);
    assertThat(taken.state().value(RSP)).isEqualTo(0xdead_beef_dead_beefL);
    assertThat(taken.state().value(Control.CPL)).isZero();
    assertThat(taken.state().value(Control.CS)).isEqualTo(0x10);
    assertThat(taken.state().value(Control.SS)).isEqualTo(0x18);
    assertThat(taken.state().flags()).isEmpty();
  }

  @Test
  void syscallKeepsFlagsOutsideOfFmask() {
    ConcreteState before = USER.with(Control.FMASK, Flag.IF.mask()).with(Flag.CF, true);

    assertThat(syscall(before).state().flags()).containsExactly(Flag.CF);
  }

  @Test
  void syscallIsNoInstructionWhereItIsOff() {
    Processor.Taken taken = syscall(USER.with(Control.EFER_SCE, 0));

    assertThat(taken.place()).isEqualTo(new Effect.Place.Fault(Effect.Exception.INVALID_OPCODE));
    assertThat(taken.state().value(Control.CPL)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"INTEL", "AMD"})
  void sysretTakesRipFromRcxAndFlagsFromR11(X86.Vendor vendor) {
    ConcreteState before = KERNEL.with(RCX, AT + 2).with(R11, -1);

    Processor.Taken taken = take(vendor, new Instruction.Sysret(), before);

    assertThat(taken.rip()).isEqualTo(AT + 2);
    assertThat(taken.state().flags()).isEqualTo(EnumSet.complementOf(EnumSet.of(Flag.RF, Flag.VM)));
    assertThat(taken.state().value(Control.CPL)).isEqualTo(3);
    assertThat(taken.state().value(Control.CS)).isEqualTo(0x33);
    assertThat(taken.state().value(Control.SS)).isEqualTo(0x2b);
  }

  @Test
  void sysretToAWildAddressFaultsInTheKernelOnIntel() {
    ConcreteState before = KERNEL.with(RCX, 0x8000_0000_0000L);

    Processor.Taken taken = take(X86.Vendor.INTEL, new Instruction.Sysret(), before);

    assertThat(taken.place())
        .isEqualTo(new Effect.Place.Fault(Effect.Exception.GENERAL_PROTECTION));
    assertThat(taken.state().value(Control.CPL)).isZero();
  }

  @Test
  void sysretToAWildAddressFaultsInUserModeOnAmd() {
    ConcreteState before = KERNEL.with(RCX, 0x8000_0000_0000L);

    Processor.Taken taken = take(X86.Vendor.AMD, new Instruction.Sysret(), before);

    assertThat(taken.place()).isInstanceOf(Effect.Place.LateFault.class);
    assertThat(taken.state().value(Control.CPL)).isEqualTo(3);
  }

  @Test
  void sysretFaultsInUserMode() {
    Processor.Taken taken = take(X86.Vendor.AMD, new Instruction.Sysret(), USER);

    assertThat(taken.place())
        .isEqualTo(new Effect.Place.Fault(Effect.Exception.GENERAL_PROTECTION));
  }

  @Test
  void iretTakesFiveWordsFromTheStack() {
    ConcreteState before =
        KERNEL
            .with(RSP, 0x8000)
            .stored(0x8000, AT)
            .stored(0x8008, 0x33)
            .stored(0x8010, 0x10202)
            .stored(0x8018, 0x7000)
            .stored(0x8020, 0x2b);

    Processor.Taken taken = take(X86.Vendor.INTEL, new Instruction.Iret(), before);

    assertThat(taken.rip()).isEqualTo(AT);
    assertThat(taken.state().value(RSP)).isEqualTo(0x7000);
    assertThat(taken.state().flags()).containsExactly(Flag.IF, Flag.RF);
    assertThat(taken.state().value(Control.CPL)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "0x7fffffffffff, true",
    "0x800000000000, false",
    "-0x800000000000, true",
    "-0x800000000001, false",
    "-1, true",
  })
  void addressIsCanonicalIfItsUpperBitsAreEqual(String address, boolean canonical) {
    ConcreteState before = KERNEL.with(RCX, Long.decode(address));

    Processor.Taken taken = take(X86.Vendor.INTEL, new Instruction.Sysret(), before);

    assertThat(taken.place() instanceof Effect.Place.Computed).isEqualTo(canonical);
  }
}
