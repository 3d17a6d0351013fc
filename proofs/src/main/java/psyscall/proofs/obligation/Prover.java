package psyscall.proofs.obligation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import psyscall.proofs.smt.Model;
import psyscall.proofs.smt.Proof;
import psyscall.proofs.smt.Solver;
import psyscall.proofs.smt.Truth;

/// Asks a solver the questions of an obligation, in order, until one is not proved.
///
/// @param limit how long each question may take
/// @param texts takes each question as text
/// @param clockNanos a clock that never runs back
public record Prover(Duration limit, QuestionTexts texts, LongSupplier clockNanos) {

  /// A question.
  ///
  /// @param name its name within the obligation
  /// @param solver holds the assumptions
  /// @param claim what should hold
  /// @param describe what a counterexample is, in lines
  public record Question(
      String name, Solver solver, Truth claim, Function<Model, List<String>> describe) {}

  /// Discharges an obligation.
  ///
  /// @param name its name
  /// @param claim what it claims, in one clause
  /// @param questions what it comes to, at least one question
  /// @return what came of it
  /// @throws IllegalArgumentException if there is no question: it would be proved of nothing
  public Discharge discharge(String name, String claim, List<Question> questions) {
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("obligation over no rule: name=" + name);
    }
    long start = clockNanos.getAsLong();
    Verdict verdict = new Verdict.Proved(questions.size());
    for (Question question : new ArrayList<>(questions)) {
      Proof proof = question.solver().prove(question.claim());
      texts.take(
          name + "/" + question.name(),
          () -> question.solver().text(question.claim()),
          answer(proof));
      Verdict one = verdict(proof, question, questions.size());
      if (!(one instanceof Verdict.Proved)) {
        verdict = one;
        break;
      }
    }
    return new Discharge(name, claim, verdict, Duration.ofNanos(clockNanos.getAsLong() - start));
  }

  /// Discharges an obligation that states that a claim fails.
  ///
  /// @param name its name
  /// @param claim what should not hold, in one clause
  /// @param questions the claim in parts, at least one; one that fails is enough
  /// @return what came of it: refuted as stated, or, if every part is proved, refuted
  /// @throws IllegalArgumentException if there is no question
  public Discharge refute(String name, String claim, List<Question> questions) {
    long start = clockNanos.getAsLong();
    Discharge whole = discharge(name, claim, questions);
    Verdict verdict =
        switch (whole.verdict()) {
          case Verdict.Refuted(List<String> lines) -> new Verdict.RefutedAsStated(lines);
          case Verdict.Proved _, Verdict.RefutedAsStated _ ->
              new Verdict.Refuted(List.of("it holds, and was stated to fail"));
          case Verdict.Inconclusive undecided -> undecided;
        };
    return new Discharge(name, claim, verdict, Duration.ofNanos(clockNanos.getAsLong() - start));
  }

  private static String answer(Proof proof) {
    return switch (proof) {
      case Proof.Proved _ -> "unsat";
      case Proof.Refuted _ -> "sat";
      case Proof.Inconclusive _ -> "unknown";
    };
  }

  private Verdict verdict(Proof proof, Question question, int questions) {
    return switch (proof) {
      case Proof.Proved _ -> new Verdict.Proved(questions);
      case Proof.Refuted(Model model) -> new Verdict.Refuted(question.describe().apply(model));
      case Proof.Inconclusive(Proof.Reason reason, String detail) ->
          new Verdict.Inconclusive(
              switch (reason) {
                case TIME -> "limit=" + limit.toMillis() + "ms, question=" + question.name();
                case UNKNOWN -> "solver=" + detail + ", question=" + question.name();
              });
    };
  }
}
