package psyscall.reports.formats;

import java.util.List;
import psyscall.model.behavior.Step;

/// A step as a trace tells it; only a replay shows whether the model can take it.
///
/// @param actor who acts, such as `M0`
/// @param label the label in full at which the step begins
/// @param arm which of the steps of that label
/// @param procedure the procedure's name
/// @param citation where the step comes from
/// @param clause what it does
/// @param answers how its choices were resolved, in order
public record RecordedStep(
    String actor,
    String label,
    String arm,
    String procedure,
    String citation,
    String clause,
    List<RecordedAnswer> answers) {
  /// Copies the answers.
  public RecordedStep {
    answers = List.copyOf(answers);
  }

  /// A step that was taken.
  ///
  /// @param step the step
  /// @return what a trace tells about it
  public static RecordedStep of(Step step) {
    return new RecordedStep(
        step.actor().name(),
        step.rule().label(),
        step.rule().address().label(),
        step.rule().address().procedure(),
        step.rule().citation().toString(),
        step.clause(),
        step.answers().stream()
            .map(a -> new RecordedAnswer(a.choice().name(), a.value().format(a.choice().sort())))
            .toList());
  }

  /// Who takes which step, with which answers.
  ///
  /// @return such as `M0 Exitsyscall.takeIdle (the idle P: P1)`
  @Override
  public String toString() {
    String choices = String.join("; ", answers.stream().map(RecordedAnswer::toString).toList());
    return actor + " " + procedure + "." + arm + (choices.isEmpty() ? "" : " (" + choices + ")");
  }
}
