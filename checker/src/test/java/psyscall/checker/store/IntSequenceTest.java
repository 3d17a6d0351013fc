package psyscall.checker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IntSequenceTest {
  /// Enough to fill more than the first sixteen chunks.
  private static final int MANY = (20 << 16) + 7;

  @Test
  void valuesComeBackInTheirOrder() {
    IntSequence sequence = new IntSequence();

    IntStream.range(0, MANY).forEach(at -> sequence.add(~at));

    assertThat(sequence.size()).isEqualTo(MANY);
    assertThat(IntStream.range(0, MANY).allMatch(at -> sequence.at(at) == ~at)).isTrue();
  }

  @Test
  void aValueThatWasNotAddedCannotBeRead() {
    IntSequence sequence = new IntSequence();
    sequence.add(5);

    assertThat(sequence.at(0)).isEqualTo(5);
    assertThatThrownBy(() -> sequence.at(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
