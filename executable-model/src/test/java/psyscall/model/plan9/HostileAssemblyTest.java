package psyscall.model.plan9;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import psyscall.model.assembly.Fields;
import psyscall.model.assembly.UnreadableCodeException;

/// Text that is no assembly of Go: one line says so, and nothing else escapes.
class HostileAssemblyTest {
  private static final int FILES = 10_000;
  private static final long SEED = 20_250_914;
  private static final String STUB =
      """
      #include "textflag.h"
      #include "go_tls.h"
      #define SYS_read 0
      #define MOVE(a, b) MOVQ a, b \\
      	MOVQ b, a
      TEXT ·read(SB), NOSPLIT, $16-28
      	MOVQ	fd+0(FP), DI
      	LEAQ	buf-8(SP), SI
      	get_tls(CX)
      	MOVQ	g(CX), R14
      	MOVE(DX, (g_sched+gobuf_sp)(DX))
      	MOVL	$SYS_read, AX
      	SYSCALL
      	CMPQ	AX, $0xfffffffffffff001
      	JLS	2(PC)
      	MOVL	$-1, AX
      	JMP	ok
      #ifdef GOOS_linux
      ok:
      	MOVL	AX, ret+24(FP)
      #endif
      	RET
      """;

  @Test
  void mistakesAreSaidWithTheirLine() {
    refused("unknown mnemonic: line=1, word=FROB", routine("FROB AX"));
    refused("unknown mnemonic: line=1, word=mov", routine("mov AX, BX"));
    refused("wrong number of operands: line=1, word=MOVQ, operands=1", routine("MOVQ AX"));
    refused("wrong number of operands: line=1, word=SYSCALL, operands=1", routine("SYSCALL AX"));
    refused("unknown register: line=1, name=EAX", routine("MOVQ EAX, BX"));
    refused("unknown label: line=1, name=nowhere", routine("JMP nowhere"));
    refused("a jump out of the routine: line=1, found=JMP 2(PC)", routine("JMP 2(PC)"));
    refused(
        "a jump out of the routine: line=1, found=JMP 9223372036854775807(PC)",
        routine("JMP 9223372036854775807(PC)"));
    refused("a constant cannot be written: line=1, found=MOVQ AX, $1", routine("MOVQ AX, $1"));
    refused("PUSH and POP are not balanced: line=1, found=RET", routine("PUSHQ AX; RET"));
    refused("label twice: line=1, name=a", routine("a: b: NOP; a: RET"));
    refused("division by zero: line=1", routine("MOVQ $(1/0), AX"));
    refused(
        "not a number of 64 bits: found=99999999999999999999: line=1",
        routine("MOVQ $99999999999999999999, AX"));
    refused("a name can only be added: line=1", routine("MOVQ $(x*2), AX"));
    refused(
        "expression too deep: line=1",
        routine("MOVQ $" + "(".repeat(999) + ", AX" + ")".repeat(999)));
    refused("parenthesis that is not closed: line=1", routine("MOVQ (AX, BX"));
    refused("parenthesis that was not opened: line=1", routine("MOVQ AX), BX"));
    refused("a name is wanted before (FP) or (SP): line=1", routine("MOVQ 8(FP), BX"));
    refused("empty operand: line=1", routine("MOVQ , BX"));
    refused("line begins with no word: line=1, found=,", routine(", BX"));
    refused("TEXT line cannot be read: line=1", "TEXT ·f(SB), 4, 0\n");
    refused("TEXT line cannot be read: line=1", "TEXT ·f<ABI7>(SB), 4, $0\n");
    refused("unknown flag: line=1; include textflag.h", "TEXT ·f(SB), NOSPLIT, $0\n");
    refused("line outside a routine: line=2, word=RET", "\nRET\n");
    refused("no routine: no line begins with TEXT", "// nothing\n");
    refused("character that is not of assembly: line=1, code=0x0", "\0");
    refused("comment without an end: line=2", "\n/* ...");
    refused("quotation without an end: line=1", "#include \"x\n");
  }

  @Test
  void macrosMustMatchAndEnd() {
    refused("parenthesis that is not closed: line=2", "#define M(a) NOP a\nM(\n");
    refused(
        "macro used with a wrong number of arguments: line=2, macro=M, given=2, wanted=1",
        "#define M(a) NOP a\nM(1, 2)\n");
    refused("macro stands for itself: line=2, limit=64 levels", "#define M M\nM\n");
    refused("#ifdef without #endif: open=1", "#ifdef X\n");
    refused("#endif without #ifdef: line=1", "#endif\n");
    refused("#else without #ifdef: line=3", "#ifdef X\n#else\n#else\n");
    refused("unknown header: line=1, name=../../secret.h", "#include \"../../secret.h\"\n");
    refused("unknown directive: line=1, directive=#pragma", "#pragma once\n");
    refused("define wants a name: line=1", "#define\n");
    var doubling = new StringBuilder("#define A0\n");
    var tripling = new StringBuilder("#define B0 NOP\n");
    for (int i = 1; i < 60; i++) {
      doubling.append("#define A%d A%d A%d\n".formatted(i, i - 1, i - 1));
      tripling.append("#define B%d B%d B%d B%d\n".formatted(i, i - 1, i - 1, i - 1));
    }
    String message = "macros stand for too much: line=61, limit=524288 words";
    refused(message, doubling + "A59\n");
    refused(message, tripling + "B59\n");
  }

  @Test
  void lengthsAreBounded(@TempDir Path folder) throws IOException {
    refused("line too long: line=1, limit=4096 characters", "TEXT" + " x".repeat(5_000));
    refused("line too long: line=1, limit=4096 characters", "x".repeat(5_000) + " y");
    Path large = Files.write(folder.resolve("large.s"), new byte[(1 << 20) + 1]);
    assertThatThrownBy(() -> Plan9File.read(large, fields()))
        .isInstanceOf(UnreadableCodeException.class)
        .hasMessage("file too long: path=" + large + ", limit=1048576 bytes");
    Path endless = Path.of("/dev/zero");
    if (Files.exists(endless)) {
      assertThatThrownBy(() -> Plan9File.read(endless, fields()))
          .isInstanceOf(UnreadableCodeException.class)
          .hasMessage("not an ordinary file (a folder, device or pipe): path=/dev/zero");
    }
  }

  @Test
  void damagedTextIsReadOrRefused() {
    var random = new Random(SEED);
    String letters = "()$,;:+-*#\\\"<>·~ \n\tAXSPFB0123456789_     /'&|\0é";
    int read = 0;
    for (int i = 0; i < FILES; i++) {
      var text = new StringBuilder(STUB);
      int changes = 1 + random.nextInt(2);
      for (int k = 0; k < changes; k++) {
        int at = random.nextInt(text.length());
        char letter = letters.charAt(random.nextInt(letters.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, letter);
          case 1 -> text.insert(at, letter);
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(8)));
        }
      }
      try {
        read +=
            Plan9File.parse(text.toString(), "p", FrameStyle.STORES, fields()).routines().size();
      } catch (UnreadableCodeException problem) {
        assertThat(problem).message().doesNotContain("\n").isNotEmpty();
      } catch (RuntimeException | Error escaped) {
        fail("escaped: seed=%d, file=%d, text=%s".formatted(SEED, i, text), escaped);
      }
    }
    assertThat(read).isBetween(FILES / 10, FILES * 9 / 10);
  }

  private static String routine(String line) {
    return "TEXT ·f(SB), 4, $0; " + line + "\n";
  }

  private static void refused(String message, String text) {
    assertThatThrownBy(() -> Plan9File.parse(text, "p", FrameStyle.STORES, fields()))
        .isInstanceOf(UnreadableCodeException.class)
        .hasMessage(message);
  }

  private static Fields fields() {
    return new Fields(Map.of());
  }
}
