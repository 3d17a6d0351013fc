package psyscall.proofs.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.assembly.Fields;
import psyscall.model.assembly.Reading;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.model.elf.ElfFile;
import psyscall.model.elf.ElfRoutines;
import psyscall.model.plan9.Plan9File;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.QuestionTexts;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Target;

class JudgeTest {
  private static final Prover PROVER =
      new Prover(Duration.ofSeconds(60), QuestionTexts.NONE, System::nanoTime);

  private static final Instruction SYSCALL = new Instruction.Syscall();
  private static final Instruction RET = new Instruction.Ret();

  @Test
  void routineThatPlacesItsNumberIsProved() {
    Finding finding = bare(Convention.C, move(Register.RAX, 39), SYSCALL, RET);

    assertThat(finding).isEqualTo(new Finding.Proved(1, 2));
  }

  @ParameterizedTest
  @CsvSource({"RCX", "R11"})
  void clobberedRegisterThatIsReadIsRefuted(Register register) {
    Finding finding =
        bare(
            Convention.GO_STACK,
            move(Register.RAX, 39),
            SYSCALL,
            move(Register.RDX, register),
            RET);

    assertThat(refuted(finding).claim())
        .isEqualTo("RCX and R11 are not read after SYSCALL before they are written");
    assertThat(refuted(finding).values())
        .anyMatch(value -> value.startsWith("in RAX=0x"))
        .anyMatch(value -> value.startsWith("after-syscall " + register + "=0x"))
        .anyMatch(value -> value.startsWith("out RDX=0x"));
    String out = value(finding, "out RDX=");
    assertThat(value(finding, "or-else-out RDX=")).isNotEqualTo(out);
  }

  @Test
  void clobberedRegisterMayBeReadOnceItIsWritten() {
    Operand rcx = Register.RCX.quad();
    Instruction clear = new Instruction.Binary(Instruction.Binary.Operator.XOR, rcx, rcx);

    assertThat(
            bare(
                Convention.C,
                move(Register.RAX, 39),
                SYSCALL,
                clear,
                move(Register.RDX, Register.RCX),
                RET))
        .isInstanceOf(Finding.Proved.class);
  }

  @ParameterizedTest
  @CsvSource({"C, false", "GO_STACK, true", "GO_REGISTERS, true"})
  void calleeSavedIsByTheConvention(Convention convention, boolean proved) {
    Finding finding = bare(convention, move(Register.RBX, 7), move(Register.RAX, 39), SYSCALL, RET);

    assertThat(finding instanceof Finding.Proved).isEqualTo(proved);
    if (!proved) {
      assertThat(refuted(finding).claim())
          .isEqualTo("RSP, RBP, RBX, R12, R13, R14, R15 and the return address are kept");
      assertThat(value(finding, "out RBX=")).isEqualTo("0x7");
      assertThat(value(finding, "in RBX=")).isNotEqualTo("0x7");
    }
  }

  @Test
  void stackPointerThatMovesIsRefuted() {
    Finding finding =
        bare(
            Convention.GO_STACK,
            new Instruction.Push(Register.RDI.quad()),
            move(Register.RAX, 39),
            SYSCALL,
            RET);

    assertThat(refuted(finding).claim()).isEqualTo("RSP, RBP and the return address are kept");
  }

  @Test
  void numberThatNobodyWroteIsRefuted() {
    assertThat(refuted(bare(Convention.C, SYSCALL, RET)).claim())
        .isEqualTo("the number's register is written before SYSCALL");
    assertThat(bare(Convention.GO_REGISTERS, SYSCALL, RET)).isInstanceOf(Finding.Proved.class);
  }

  /// The result of the first call is no number.
  @Test
  void secondCallNeedsANumberToo() {
    assertThat(refuted(bare(Convention.C, move(Register.RAX, 39), SYSCALL, SYSCALL, RET)).claim())
        .isEqualTo("the number's register is written before SYSCALL");
  }

  @Test
  void loopWithoutABoundIsNeverProved() {
    Instruction again = new Instruction.JumpIf(Condition.S, new Target.Inside(0));
    Instruction test =
        new Instruction.Binary(
            Instruction.Binary.Operator.TEST, Register.RAX.quad(), Register.RAX.quad());
    Finding finding = bare(Convention.C, move(Register.RAX, 39), SYSCALL, test, again, RET);

    assertThat(finding).isInstanceOf(Finding.Undecided.class);
    assertThat(finding.toString()).contains("loop, unrolled 3");
  }

  /// What stands behind `exit` is never run.
  @Test
  void callThatNeverComesBackEndsThePath() {
    assertThat(
            bare(
                Convention.C,
                move(Register.RBX, 7),
                move(Register.RAX, 231),
                SYSCALL,
                new Instruction.Jump(new Target.Inside(1))))
        .isEqualTo(new Finding.Proved(1, 1));
  }

  @Test
  void storesThroughPointersAreNotIntoTheFrame() {
    Instruction store =
        new Instruction.Move(
            Address.at(Register.RDI, 8).quad(),
            Register.RAX.quad(),
            Instruction.Move.Extension.NONE);

    assertThat(bare(Convention.C, move(Register.RAX, 39), SYSCALL, store, RET))
        .isInstanceOf(Finding.Proved.class);
  }

  @Test
  void whatCouldNotBeReadIsOutside() {
    Reading outside =
        new Reading.Outside("f", Convention.C, List.of("f"), "address=0x1000", "0f 10 00");

    assertThat(judge(outside, Optional.empty()))
        .isEqualTo(new Finding.Outside("address=0x1000", "0f 10 00"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.10.8,  39, 7",
    "1.14.15, 46, 8",
    "1.19.13, 45, 6",
    "1.22.0,  40, 6",
  })
  void everyRoutineOfGoKeepsItsContract(String release, int routines, int stubs)
      throws UnreadableCodeException {
    List<Judgement> all = new ArrayList<>();
    for (Path file : Plan9File.sources(tree(release))) {
      Plan9File read = Plan9File.read(file, new Fields(Map.of()));
      Judge judge = new Judge(PROVER, program(read.routines()));
      read.entering().forEach(one -> all.add(judge.judge(one, Optional.empty())));
    }

    assertThat(all).hasSize(routines);
    assertThat(all).allSatisfy(one -> assertThat(one.finding()).isInstanceOf(Finding.Proved.class));
    assertThat(all.stream().filter(one -> one.contract() == ContractKind.GO_STUB)).hasSize(stubs);
  }

  /// A stub of Go with its last comparison moved by one says error where Linux does: refuted for
  /// the one value between.
  @Test
  void stubWithTheBoundaryOfLinuxIsRefuted() throws UnreadableCodeException {
    Reading.Whole stub = rawSyscall();
    List<Instruction> moved = new ArrayList<>();
    for (Instruction instruction : stub.routine().text()) {
      moved.add(
          instruction
                      instanceof
                      Instruction.Binary(var operator, Operand left, Operand.Imm(long value))
                  && value == -4095
              ? new Instruction.Binary(operator, left, new Operand.Imm(-4096))
              : instruction);
    }
    assertThat(moved).isNotEqualTo(stub.routine().text());

    Finding finding = judge(whole("syscall.RawSyscall", Convention.GO_STACK, moved));

    assertThat(refuted(finding).claim())
        .isEqualTo("RAX and RDX become the results, an error from -4094 on");
    assertThat(value(finding, "kernel RAX=")).isEqualTo("0xfffffffffffff001");
  }

  @Test
  void syscallOfTheLibrarySaysErrorFromMinus4095On() throws UnreadableCodeException {
    Path library = Path.of("/usr/lib/x86_64-linux-gnu/libc.so.6");
    assumeThat(Files.isRegularFile(library)).isTrue();
    try (Arena arena = Arena.ofConfined()) {
      Reading reading =
          ElfRoutines.of(ElfFile.map(library, arena)).routines().stream()
              .filter(one -> one.name().equals("syscall"))
              .findFirst()
              .orElseThrow();

      assertThat(ContractKind.of(reading)).isEqualTo(ContractKind.C_SYSCALL);
      assertThat(judge(reading)).isInstanceOf(Finding.Proved.class);
    }
  }

  private static Reading.Whole rawSyscall() throws UnreadableCodeException {
    Path file = tree("1.10.8").resolve("src/syscall/asm_linux_amd64.s");
    return Plan9File.read(file, new Fields(Map.of())).entering().stream()
        .filter(one -> one.name().equals("syscall.RawSyscall"))
        .map(Reading.Whole.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Path tree(String release) {
    Path tree =
        Path.of(
            System.getProperty("user.home"),
            "go/pkg/mod/golang.org/toolchain@v0.0.1-go" + release + ".linux-amd64");
    assumeThat(Files.isDirectory(tree)).as("Go %s", release).isTrue();
    return tree;
  }

  private static Program program(List<Reading> readings) {
    return new Program(
        readings.stream()
            .filter(Reading.Whole.class::isInstance)
            .map(one -> ((Reading.Whole) one).routine())
            .toList());
  }

  private static Finding bare(Convention convention, Instruction... text) {
    return judge(whole("f", convention, List.of(text)), Optional.of(ContractKind.BARE));
  }

  private static Reading whole(String name, Convention convention, List<Instruction> text) {
    return new Reading.Whole(Routine.laidOut(name, convention, 0x1000, text), List.of(name));
  }

  private static Finding judge(Reading reading) {
    return judge(reading, Optional.empty());
  }

  private static Finding judge(Reading reading, Optional<ContractKind> asked) {
    return new Judge(PROVER, new Program(List.of())).judge(reading, asked).finding();
  }

  private static Finding.Refuted refuted(Finding finding) {
    assertThat(finding).isInstanceOf(Finding.Refuted.class);
    return (Finding.Refuted) finding;
  }

  private static String value(Finding finding, String name) {
    return refuted(finding).values().stream()
        .filter(value -> value.startsWith(name))
        .map(value -> value.substring(name.length()))
        .findFirst()
        .orElseThrow();
  }

  private static Instruction move(Register to, long value) {
    return new Instruction.Move(to.quad(), new Operand.Imm(value), Instruction.Move.Extension.NONE);
  }

  private static Instruction move(Register to, Register from) {
    return new Instruction.Move(to.quad(), from.quad(), Instruction.Move.Extension.NONE);
  }
}
