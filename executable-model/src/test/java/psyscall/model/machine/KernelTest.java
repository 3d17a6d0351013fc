package psyscall.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.machine.Register.R11;
import static psyscall.spec.machine.Register.RAX;
import static psyscall.spec.machine.Register.RCX;
import static psyscall.spec.machine.Register.RSP;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import psyscall.model.interpret.ClosedTerms;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.Dispatcher;
import psyscall.spec.kernel.Entry;
import psyscall.spec.kernel.Frame;
import psyscall.spec.kernel.Restart;
import psyscall.spec.kernel.ResultMapping;
import psyscall.spec.kernel.Return;
import psyscall.spec.kernel.RoundTrip;
import psyscall.spec.kernel.UserView;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.X86;

class KernelTest {
  private static final long ENTRY = 0xffffffff82000080L;
  private static final Placed SYSCALL = new Placed(0x401000, 2, new Instruction.Syscall());
  private static final X86 INTEL = new X86(X86.Vendor.INTEL);
  private static final ConcreteState USER =
      ConcreteState.user(ENTRY)
          .with(RSP, 0x7000)
          .with(RAX, 39)
          .with(RCX, 0xcc)
          .with(R11, 0x11)
          .with(Flag.DF, true)
          .with(Flag.OF, true);

  private static Word word(long value) {
    return Word.of(value, 64);
  }

  private static long value(Word word) {
    return ClosedTerms.scalar(word.term(), Map.of());
  }

  private static boolean holds(Bool bool) {
    return ClosedTerms.scalar(bool.term(), Map.of()) != 0;
  }

  private static Frame frame() {
    return Entry.frame(USER.constants().after(INTEL.of(SYSCALL, USER)));
  }

  @ParameterizedTest
  @CsvSource({
    "27, 77",
    "deadbeef00000027, 77",
    "ffffffffffffffff, -38",
    "40000027, -38",
    "1c2, -38",
    "1c1, 77",
    "80000027, -38",
  })
  void lowHalfOfRaxIsTheNumber(String rax, long result) {
    long number = Long.parseUnsignedLong(rax, 16);

    assertThat(value(Dispatcher.of(450).result(word(number), word(77)))).isEqualTo(result);
  }

  @Test
  void oldKernelComparesAllBits() {
    Dispatcher old = new Dispatcher(330, 0, Dispatcher.Era.WHOLE);

    assertThat(value(old.result(word(0x27), word(77)))).isEqualTo(77);
    assertThat(value(old.result(word(0xdeadbeef00000027L), word(77)))).isEqualTo(-38);
  }

  @Test
  void tableOfX32NeedsItsBit() {
    Dispatcher both = new Dispatcher(450, 548, Dispatcher.Era.LOW);

    assertThat(value(both.result(word(0x40000027), word(77)))).isEqualTo(77);
    assertThat(value(both.result(word(0x40000000 + 548), word(77)))).isEqualTo(-38);
  }

  @Test
  void frameAllowsSysretUnlessSomebodyChangedIt() {
    assertThat(holds(Return.choosesSysret(frame()))).isTrue();
    assertThat(holds(Return.choosesSysret(frame().with(RCX, word(1))))).isFalse();
    assertThat(holds(Return.choosesSysret(frame().with(R11, word(1))))).isFalse();
    assertThat(holds(Return.choosesSysret(frame().at(word(0x401000))))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0x7fffffffefff, true", "0x7ffffffff000, false", "0x800000000000, false"})
  void sysretIsOnlyForAddressesBelowTheLastPage(String ip, boolean chosen) {
    Word place = word(Long.decode(ip));

    assertThat(holds(Return.choosesSysret(frame().with(RCX, place).at(place)))).isEqualTo(chosen);
  }

  @ParameterizedTest
  @EnumSource
  void callChangesRaxRcxAndR11Alone(Return.Way way) {
    RoundTrip trip = new RoundTrip(INTEL, Dispatcher.of(450));

    ConcreteState after =
        USER.valuesOf(trip.of(SYSCALL, USER.constants(), word(-4095), way).returned().state());

    assertThat(after.value(RAX)).isEqualTo(-4095);
    assertThat(after.value(RCX)).isEqualTo(0x401002);
    // OF, DF, IF and the bit that is always set.
    assertThat(after.value(R11)).isEqualTo(0xe02);
    for (Register register : Register.values()) {
      if (register != RAX && register != RCX && register != R11) {
        assertThat(after.value(register)).as(register.name()).isEqualTo(USER.value(register));
      }
    }
    assertThat(after.flags()).isEqualTo(USER.flags());
  }

  @ParameterizedTest
  @EnumSource
  void userViewIsWhatTheLayersDoTogether(Return.Way way) {
    RoundTrip trip = new RoundTrip(INTEL, Dispatcher.of(450));
    UserView view = new UserView(INTEL, UserView.Clobbers.CLASSIC, (_, _) -> word(-38));

    ConcreteState layers =
        USER.valuesOf(trip.of(SYSCALL, USER.constants(), word(-38), way).returned().state());
    ConcreteState viewed = Processor.of(view).take(SYSCALL, USER).state();

    for (Register register : Register.values()) {
      assertThat(viewed.value(register)).as(register.name()).isEqualTo(layers.value(register));
    }
    assertThat(viewed.flags()).isEqualTo(layers.flags());
  }

  @Test
  void provingViewLeavesRcxAndR11Open() {
    Processor seven = new Processor(UserView.ofProofs(INTEL), _ -> 7);

    ConcreteState after = seven.take(SYSCALL, USER).state();

    assertThat(after.value(RAX)).isEqualTo(7);
    assertThat(after.value(RCX)).isEqualTo(7);
    assertThat(after.value(R11)).isEqualTo(7);
  }

  @Test
  void processorWithFredKeepsRcxAndR11() {
    UserView fred = new UserView(INTEL, UserView.Clobbers.FRED, (_, _) -> word(0));

    ConcreteState after = Processor.of(fred).take(SYSCALL, USER).state();

    assertThat(after.value(RCX)).isEqualTo(0xcc);
    assertThat(after.value(R11)).isEqualTo(0x11);
  }

  @ParameterizedTest
  @CsvSource({
    // code, handler, SA_RESTART, RAX then, whether SYSCALL is executed again
    "-512, true, false, -4, false",
    "-512, true, true, 39, true",
    "-512, false, false, 39, true",
    "-513, true, false, 39, true",
    "-513, false, false, 39, true",
    "-514, true, true, -4, false",
    "-514, false, false, 39, true",
    "-516, true, true, -4, false",
    "-516, false, false, 219, true",
    "-515, true, true, -515, false",
    "202, true, true, 202, false",
  })
  void signalMakesOfARestartCode(
      long code, boolean handler, boolean restarts, long rax, boolean again) {
    Restart.Signal signal = new Restart.Signal(Bool.of(handler), Bool.of(restarts));

    Frame after = Restart.after(frame().with(RAX, word(code)), signal);

    assertThat(value(after.get(RAX))).isEqualTo(rax);
    assertThat(value(after.ip())).isEqualTo(again ? 0x401000 : 0x401002);
  }

  @ParameterizedTest
  @CsvSource({
    "-4094, true, true",
    "-4095, true, false",
    "-4096, false, false",
    "-1, true, true",
    "0, false, false",
  })
  void linuxAndGoDisagreeAboutOneValue(long result, boolean linux, boolean go) {
    assertThat(holds(ResultMapping.LINUX.isError(word(result)))).isEqualTo(linux);
    assertThat(holds(ResultMapping.GO.isError(word(result)))).isEqualTo(go);
  }
}
