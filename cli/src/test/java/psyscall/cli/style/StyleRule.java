package psyscall.cli.style;

import java.util.stream.Stream;

/// A rule that can be judged one file at a time.
public interface StyleRule {
  /// The places in the file that break the rule.
  Stream<Violation> check(SourceFile file);
}
