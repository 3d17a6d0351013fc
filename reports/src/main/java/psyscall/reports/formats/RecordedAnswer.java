package psyscall.reports.formats;

/// How a choice was resolved, as a trace tells it.
///
/// @param choice the choice's name
/// @param value the answer as people read it, such as `P1`
public record RecordedAnswer(String choice, String value) {
  @Override
  public String toString() {
    return choice + ": " + value;
  }
}
