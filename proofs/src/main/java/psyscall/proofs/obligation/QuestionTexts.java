package psyscall.proofs.obligation;

import java.util.function.Supplier;

/// Takes each question that a solver is asked, as SMT-LIB text.
public interface QuestionTexts {
  /// Takes none.
  QuestionTexts NONE = (_, _, _) -> {};

  /// Takes a question.
  ///
  /// @param name its name: letters, digits, hyphens, dots and slashes
  /// @param text declarations, assumptions, negated claim, and the command to check
  /// @param answer what the solver said: `unsat` for proved, `sat` for refuted, or `unknown`
  void take(String name, Supplier<String> text, String answer);
}
