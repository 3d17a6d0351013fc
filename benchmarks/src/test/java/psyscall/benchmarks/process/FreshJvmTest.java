package psyscall.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshJvmTest {

  /// Says which process it is, and fails when it is told to.
  static final class Echo {
    private Echo() {}

    public static void main(String[] args) {
      Fields order = Fields.parse(args[1]);
      if (order.text("name").equals("broken")) {
        throw new IllegalStateException("told to fail");
      }
      String line = order.line() + " process=" + ProcessHandle.current().pid();
      FreshJvm.answer(Path.of(args[0]), List.of(Fields.parse(line), Fields.parse("end=1")));
    }
  }

  @Test
  void anotherProcessAnswers() {
    List<Fields> found =
        FreshJvm.likeThis(List.of("-Xshare:auto")).run(Echo.class, Fields.parse("name=one"));

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().text("name")).isEqualTo("one");
    assertThat(found.getFirst().number("process")).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(found.getLast().line()).isEqualTo("end=1");
  }

  @Test
  void failureNamesTheOrder() {
    FreshJvm jvm = FreshJvm.likeThis(List.of());

    assertThatThrownBy(() -> jvm.run(Echo.class, Fields.parse("name=broken")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a measuring process failed: exit=1, order=name=broken");
  }
}
