package psyscall.cli.style;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules for one text file of any kind.
public enum TextRule implements StyleRule {
  /// A file says nothing of the machine it was written on.
  MACHINE_PATH {
    @Override
    public Stream<Violation> check(SourceFile file) {
      return file.found(PATH, file.text(), "a path of one machine", "write a relative path");
    }
  },

  /// A promise in a comment is kept by nobody.
  PROMISE {
    @Override
    public Stream<Violation> check(SourceFile file) {
      return file.found(MARK, file.text(), "a promise in the text", "do it or file an issue");
    }
  },

  /// A page has one title.
  MARKDOWN_TITLE {
    @Override
    public Stream<Violation> check(SourceFile file) {
      if (!file.path().endsWith(".md")) {
        return Stream.empty();
      }
      List<Integer> titles = titleLines(file);
      return titles.size() == 1
          ? Stream.empty()
          : Stream.of(
              new Violation(
                  file.path(),
                  titles.size() < 2 ? 1 : titles.get(1),
                  titles.size() + " titles",
                  "give the page exactly one line that starts with '# '"));
    }

    private List<Integer> titleLines(SourceFile file) {
      List<Integer> titles = new ArrayList<>();
      boolean fenced = false;
      List<String> lines = file.lines();
      for (int at = 0; at < lines.size(); at++) {
        String line = lines.get(at);
        if (line.strip().startsWith("```") || line.strip().startsWith("~~~")) {
          fenced = !fenced;
        } else if (!fenced && line.startsWith("# ")) {
          titles.add(at + 1);
        }
      }
      return titles;
    }
  };

  private static final Pattern PATH =
      Pattern.compile("(?<![\\w.~}])/(work|root|farm|home)/", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARK = Pattern.compile("\\b(TOD[O]|FIXM[E]|XX[X])\\b");
}
