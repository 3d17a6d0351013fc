package psyscall.reports.goroot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever a file says, scanning it ends, and stays within the file.
class GoSourceProperties {
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "func f",
            "func (x y) g",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\n",
            "\n",
            "\"",
            "'",
            "`",
            "\\",
            "//",
            "/*",
            "*/",
            "a.b",
            "·",
            "TEXT ·t(SB)",
            "CALL ",
            "é",
            "\u0000")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 2000)
  void blankKeepsOffsetsAndLines(@ForAll("texts") String text) {
    String code = GoText.blank(text);

    assertThat(code).hasSameSizeAs(text);
    for (int at = 0; at < text.length(); at++) {
      assertThat(code.charAt(at)).isIn(' ', text.charAt(at));
      assertThat(code.charAt(at) == '\n').isEqualTo(text.charAt(at) == '\n');
    }
  }

  @Property(tries = 2000)
  void functionsLieInTheFile(@ForAll("texts") String text) {
    Lines whole = new Lines(1, 1 + (int) text.chars().filter(c -> c == '\n').count());

    for (String file : List.of("a.go", "a.s")) {
      for (GoFunction function : GoSource.of(file, text).functions()) {
        assertThat(whole.hold(function.lines())).isTrue();
        assertThat(function.operations())
            .allMatch(operation -> function.lines().hold(operation.line()));
      }
    }
  }
}
