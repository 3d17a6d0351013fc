package psyscall.spec.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can go to memory and back.
class WordTermTest {
  private static final Term MEMORY = new Term.Empty(new Sort.Memory());
  private static final Term ADDRESS = new Term.Literal(new Sort.Bits(64), 0);

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32, 64})
  void wholeWordsAreStored(int width) {
    Term word = new Term.Literal(new Sort.Bits(width), 1);

    assertThat(new WordTerm.Store(MEMORY, ADDRESS, word).sort()).isEqualTo(new Sort.Memory());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 33})
  void wordsWithoutAWholeNumberOfBytesAreNot(int width) {
    Term word = new Term.Literal(new Sort.Bits(width), 1);

    assertThatThrownBy(() -> new WordTerm.Store(MEMORY, ADDRESS, word))
        .isInstanceOf(IllFormed.class)
        .hasMessage("word to be stored: width=" + width + ", choices=[8, 16, 32, 64]");
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 48})
  void wordsOfThreeOrSixBytesAreNot(int width) {
    Term word = new Term.Literal(new Sort.Bits(width), 1);

    assertThatThrownBy(() -> new WordTerm.Store(MEMORY, ADDRESS, word))
        .isInstanceOf(IllFormed.class)
        .hasMessage("memory access: bytes=" + width / 8 + ", choices=[1, 2, 4, 8]");
  }
}
