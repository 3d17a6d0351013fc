package psyscall.model.interpret;

import java.util.Arrays;
import java.util.Optional;
import psyscall.model.behavior.Value;
import psyscall.spec.process.Choice;

/// Answers the choices of a rule in every possible way, one execution after the other.
///
/// The answers of an execution are the digits of a number whose places have as many values as there
/// are candidates. After an execution the last digit that can grow does, and those after it are
/// forgotten: the next execution answers the same as far as that digit and meets new choices behind
/// it. No state needs to be saved, since executing again leads to the same choice.
final class Odometer implements Chooser {
  private int[] digits = new int[4];
  private int[] counts = new int[4];
  private int known;
  private int asked;

  @Override
  public Optional<Value> choose(Choice choice, Candidates candidates) {
    if (asked == known) {
      if (known == digits.length) {
        digits = Arrays.copyOf(digits, 2 * known);
        counts = Arrays.copyOf(counts, 2 * known);
      }
      digits[known] = 0;
      counts[known] = candidates.count();
      known++;
    }
    return Optional.of(candidates.at(digits[asked++]));
  }

  /// Goes on to the next answers.
  ///
  /// @return whether there are any; if not, all were given
  boolean advance() {
    asked = 0;
    while (known > 0 && digits[known - 1] + 1 == counts[known - 1]) {
      known--;
    }
    if (known == 0) {
      return false;
    }
    digits[known - 1]++;
    return true;
  }
}
