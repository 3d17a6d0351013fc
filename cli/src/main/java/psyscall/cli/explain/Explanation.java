package psyscall.cli.explain;

import java.util.List;
import java.util.function.Supplier;

/// A thing that can be explained.
///
/// @param name its name, in whatever case it is asked for
/// @param alias another name for it, such as that of Go; the same as the name where there is none
/// @param text its explanation, made only if it is asked for
record Explanation(String name, String alias, Supplier<List<String>> text) {

  /// A thing of one name.
  static Explanation of(String name, Supplier<List<String>> text) {
    return new Explanation(name, name, text);
  }

  boolean answers(String word) {
    return name.equalsIgnoreCase(word) || alias.equalsIgnoreCase(word);
  }
}
