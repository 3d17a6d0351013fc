package psyscall.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldsTest {

  @Test
  void lineComesBackInTheOrderOfTheNames() {
    Fields fields = Fields.parse("threads=2  scenario=one-call");

    assertThat(fields.line()).isEqualTo("scenario=one-call threads=2");
    assertThat(fields.number("threads")).isEqualTo(2);
    assertThat(fields.text("scenario")).isEqualTo("one-call");
  }

  @Test
  void missingFieldIsNamed() {
    assertThatThrownBy(() -> Fields.parse("a=1 b=2").text("c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such field: name=c, available=[a, b]");
  }

  @Test
  void wordWithoutANameIsRefused() {
    assertThatThrownBy(() -> Fields.parse("a=1 =2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no name=value: word==2");
  }
}
