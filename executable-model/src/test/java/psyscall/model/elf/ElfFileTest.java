package psyscall.model.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.model.assembly.Reading;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Target;

class ElfFileTest {
  private static final byte[] GETPID = hex("b8 27 00 00 00 0f 05 c3 cc cc cc cc");
  private static final byte[] NO_SYSCALL = hex("48 c7 c0 0f 05 00 00 c3");
  private static final byte[] CALLS = hex("e8 e7 ff ff ff 0f 05 c3");

  private final byte[] tiny =
      new TinyElf()
          .routine("getpid", GETPID)
          .routine("constant", NO_SYSCALL)
          .routine("caller", CALLS)
          .bytes();

  @Test
  void routinesWithSyscallAreFoundAndNamed() throws UnreadableCodeException {
    ElfRoutines.Found found = ElfRoutines.of(file(tiny));

    assertThat(found.strays()).isEmpty();
    assertThat(found.routines()).extracting(Reading::name).containsExactly("getpid", "caller");
    assertThat(found.routines())
        .allSatisfy(reading -> assertThat(reading.convention()).isEqualTo(Convention.C));
    assertThat(found.routines().getFirst())
        .isInstanceOfSatisfying(
            Reading.Whole.class,
            whole ->
                assertThat(whole.routine().text())
                    .containsExactly(
                        move(Register.RAX, 39), new Instruction.Syscall(), new Instruction.Ret()));
    assertThat(found.routines().getLast())
        .isInstanceOfSatisfying(
            Reading.Whole.class,
            whole ->
                assertThat(whole.routine().text())
                    .startsWith(new Instruction.Call(new Target.Symbol("getpid"))));
  }

  @Test
  void anyRoutineIsFoundByItsName() throws UnreadableCodeException {
    assertThat(ElfRoutines.named(file(tiny), Set.of("constant", "nothing")))
        .singleElement()
        .satisfies(reading -> assertThat(reading.name()).isEqualTo("constant"));
  }

  @Test
  void namesCannotBreakALine() throws UnreadableCodeException {
    byte[] steering = new TinyElf().routine("get\npid\u001b[31m\u2028", GETPID).bytes();

    assertThat(ElfRoutines.of(file(steering)).routines())
        .extracting(Reading::name)
        .containsExactly("get?pid?[31m?");
  }

  @Test
  void nameAtTheEndIsNoRoutine() throws UnreadableCodeException {
    byte[] end =
        new TinyElf()
            .routine("getpid", GETPID)
            .symbol("end", TinyElf.BASE + GETPID.length, 0)
            .bytes();

    assertThat(ElfRoutines.named(file(end), Set.of("end"))).isEmpty();
  }

  @Test
  void namesOfOneRoutineStandTogetherTheShortestFirst() throws UnreadableCodeException {
    byte[] twice =
        new TinyElf()
            .routine("__getpid", GETPID)
            .symbol("getpid", TinyElf.BASE, GETPID.length)
            .bytes();

    assertThat(ElfRoutines.of(file(twice)).routines())
        .singleElement()
        .satisfies(r -> assertThat(r.written()).containsExactly("getpid", "__getpid"));
  }

  @Test
  void functionWithoutSizeReachesToTheNext() throws UnreadableCodeException {
    byte[] open =
        new TinyElf()
            .routine("first", GETPID)
            .symbol("open", TinyElf.BASE + GETPID.length, 0)
            .routine("second", GETPID)
            .symbol("end", TinyElf.BASE + 2L * GETPID.length, 0)
            .bytes();

    assertThat(ElfRoutines.of(file(open)).routines())
        .extracting(Reading::written)
        .containsExactly(List.of("first"), List.of("open", "second"));
  }

  @Test
  void bytesOfSyscallOutsideFunctionsAreStrays() throws UnreadableCodeException {
    byte[] bare = new TinyElf().routine("first", GETPID).bytes();
    byte[] smaller = TinyElf.with(bare, symbolField(bare, 1, 16), 4);

    assertThat(ElfRoutines.of(file(smaller)).strays()).containsExactly(TinyElf.BASE + 5);
  }

  @Test
  void whatIsOutsideTheSubsetIsSaidWithItsBytes() throws UnreadableCodeException {
    byte[] vector = new TinyElf().routine("vector", hex("90 66 0f ef c0 0f 05 c3")).bytes();

    assertThat(ElfRoutines.of(file(vector)).routines())
        .containsExactly(
            new Reading.Outside(
                "vector",
                Convention.C,
                List.of("vector"),
                "address=0x401001",
                "66 0f ef c0 0f 05 c3"));
  }

  @Test
  void hostileFilesAreRefusedInOneLine() {
    refused("not an elf file: it begins otherwise", hex("00 01 02 03 04"));
    refused(
        "elf header past the end of the file: offset=0, size=64, file length=63",
        Arrays.copyOf(tiny, 63));
    refused(
        "table of sections past the end of the file: offset=245, size=320, file length=564",
        Arrays.copyOf(tiny, tiny.length - 1));
    refused(
        "not for x86-64: class=2, data=1, machine=183, wanted=2, 1, 62", changed(0x12, (byte) 183));
    refused("neither a program nor a shared library: type=1, wanted=2 or 3", changed(0x10, 1));
    refused("section headers of a wrong size: size=63, wanted=64", changed(0x3a, 63));
    refused(
        "section .text past the end of the file: offset=64, size=2147483648, file length=565",
        field(TinyElf.TEXT, 0x20, 1L << 31));
    refused(
        "section .text past the end of the file: offset=18446744073709551615, size=28,"
            + " file length=565",
        field(TinyElf.TEXT, 0x18, -1));
    refused(
        "sections overlap in the file: first=.text (index 1), second=.symtab (index 2)",
        field(TinyElf.TEXT, 0x20, 29));
    refused(
        "table of symbols of a wrong size: section=.symtab, size=95, entry size=24, wanted=24",
        field(TinyElf.SYMBOLS, 0x20, 95));
    refused(
        "symbol past the end of its section: table=.symtab, index=2, value=0x40100c, size=17,"
            + " section=.text",
        TinyElf.with(tiny, symbolField(tiny, 2, 16), 17));
    refused(
        "symbol past the end of its section: table=.symtab, index=2, value=0x400fff, size=8,"
            + " section=.text",
        TinyElf.with(tiny, symbolField(tiny, 2, 8), TinyElf.BASE - 1));
    refused(
        "name outside its table: offset=255, table size=24",
        changed(symbolField(tiny, 1, 0), (byte) 255));
  }

  @Test
  void manySectionsByTheFirstHeaderAreBounded() {
    byte[] none = tiny.clone();
    none[0x3c] = 0;

    refused(
        "number of sections out of range: count=18446744073709551615, limit=65536",
        TinyElf.with(none, TinyElf.headerField(none, 0, 0x20), -1));
    refused(
        "table of sections past the end of the file: offset=245, size=4194304, file length=565",
        TinyElf.with(none, TinyElf.headerField(none, 0, 0x20), 65536));
  }

  @Test
  void onlyOrdinaryFilesAreMapped(@TempDir Path folder) throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    refusedPath(folder.resolve("none"), "no such file: path=");
    refusedPath(folder, "not an ordinary file (a folder, device or pipe): path=");
    refusedPath(empty, "empty file: path=");
    Path endless = Path.of("/dev/zero");
    if (Files.exists(endless)) {
      refusedPath(endless, "not an ordinary file (a folder, device or pipe): path=/dev/zero");
    }
  }

  private static void refusedPath(Path path, String message) {
    try (Arena arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> ElfFile.map(path, arena))
          .isInstanceOf(UnreadableCodeException.class)
          .hasMessageStartingWith(message);
    }
  }

  private byte[] field(int section, int field, long value) {
    return TinyElf.with(tiny, TinyElf.headerField(tiny, section, field), value);
  }

  private byte[] changed(int at, int value) {
    byte[] changed = tiny.clone();
    changed[at] = (byte) value;
    return changed;
  }

  /// Where a field of a symbol lies; the symbols begin behind the header and the code.
  private static int symbolField(byte[] file, int index, int field) {
    int at = TinyElf.headerField(file, TinyElf.SYMBOLS, 0x18);
    int table = (file[at] & 255) | (file[at + 1] & 255) << 8;
    return table + 24 * index + field;
  }

  private static void refused(String message, byte[] bytes) {
    assertThatThrownBy(() -> ElfRoutines.of(file(bytes)))
        .isInstanceOf(UnreadableCodeException.class)
        .hasMessage(message);
  }

  private static ElfFile file(byte[] bytes) throws UnreadableCodeException {
    return ElfFile.of(TinyElf.segment(bytes));
  }

  private static Instruction move(Register to, long value) {
    return new Instruction.Move(to.wide(), new Operand.Imm(value), Instruction.Move.Extension.NONE);
  }

  private static byte[] hex(String bytes) {
    return HexFormat.ofDelimiter(" ").parseHex(bytes);
  }
}
