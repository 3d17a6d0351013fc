package psyscall.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class PipeOutputTest {
  private final Interruption interruption = new Interruption();

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException(why);
      }
    };
  }

  @Test
  void everythingIsWrittenWhileSomebodyReads() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PipeOutput out = new PipeOutput(bytes, interruption)) {
      out.write('a');
      out.write(new byte[] {'b', 'c', 'd'}, 1, 2);
    }

    assertThat(bytes).hasToString("acd");
    assertThat(interruption.isRequested()).isFalse();
  }

  @Test
  void readerThatHasGoneEndsTheRunAndIsNoFailure() throws IOException {
    try (PipeOutput out = new PipeOutput(failing("Broken pipe"), interruption)) {
      out.write('a');
      out.write('b');
    }

    assertThat(interruption.isRequested()).isTrue();
  }

  @Test
  void otherFailuresAreTold() throws IOException {
    try (PipeOutput out = new PipeOutput(failing("No space left on device"), interruption)) {
      assertThatThrownBy(() -> out.write('a')).hasMessage("No space left on device");
    }

    assertThat(interruption.isRequested()).isFalse();
  }
}
