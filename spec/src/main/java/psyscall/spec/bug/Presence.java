package psyscall.spec.bug;

/// What history says of a bug in a release.
public sealed interface Presence {

  /// How it is written in a table.
  ///
  /// @return a word, or two
  String text();

  /// The release has the bug as it is.
  ///
  /// @param steps the length of the shortest counterexample, once the other bugs that the release
  ///   has are repaired
  record Native(int steps) implements Presence {
    @Override
    public String text() {
      return "native";
    }
  }

  /// The release does not have it; what was before its repair, or in a development version near
  /// this release, is put back.
  ///
  /// @param steps the length of the shortest counterexample then
  record PutBack(int steps) implements Presence {
    @Override
    public String text() {
      return "put back";
    }
  }

  /// The release does not have it.
  record Absent() implements Presence {
    @Override
    public String text() {
      return "absent";
    }
  }

  /// It shows in no safety property.
  ///
  /// @param why what would be needed
  record NotJudged(String why) implements Presence {
    @Override
    public String text() {
      return "not judged: " + why;
    }
  }
}
