package psyscall.reports.goroot;

import java.util.List;

/// What is cited: functions of a file.
///
/// @param file the file below `src/` of a Go tree; empty where the step is the model's own
/// @param functions the functions in that file
/// @param throwsAt lines on which one of these functions throws; empty where no line is cited. A
///   range holds at least one throw
public record Place(String file, List<String> functions, List<Lines> throwsAt) {
  /// Copies the lists.
  public Place {
    functions = List.copyOf(functions);
    throwsAt = List.copyOf(throwsAt);
  }

  /// One function as a whole.
  ///
  /// @param file the file below `src/` of a Go tree; empty where the step is the model's own
  /// @param function the function in that file
  /// @return the place
  public static Place of(String file, String function) {
    return new Place(file, List.of(function), List.of());
  }
}
