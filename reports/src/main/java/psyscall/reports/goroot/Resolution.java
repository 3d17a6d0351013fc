package psyscall.reports.goroot;

import java.util.List;
import java.util.stream.Stream;

/// What a Go tree says to a citation.
public sealed interface Resolution {

  /// Nothing of Go is cited: the step is the model's own.
  record Own() implements Resolution {}

  /// Another release is cited, so the tree was not asked.
  record OfAnotherRelease() implements Resolution {}

  /// All that is cited is there.
  ///
  /// @param functions the cited functions, in the order of the citation
  /// @param parts functions of the same file that Go split off from these, by its convention for
  ///   names: `f1` and `f_x` are parts of `f`
  record Found(List<GoFunction> functions, List<GoFunction> parts) implements Resolution {
    /// Copies the functions.
    public Found {
      functions = List.copyOf(functions);
      parts = List.copyOf(parts);
    }

    /// The functions and their parts.
    ///
    /// @return the functions first
    public List<GoFunction> withParts() {
      return Stream.concat(functions.stream(), parts.stream()).toList();
    }
  }

  /// Something that is cited is not there.
  ///
  /// @param why what is missing, one line
  record Missing(String why) implements Resolution {}
}
