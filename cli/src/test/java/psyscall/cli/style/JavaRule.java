package psyscall.cli.style;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rules for one Java file.
public enum JavaRule implements StyleRule {
  /// A file is one thing.
  FILE_LENGTH {
    @Override
    public Stream<Violation> check(SourceFile file) {
      int length = file.lines().size();
      if (!file.isJava() || length <= 350 || StyleExceptions.LONG_FILES.contains(file.path())) {
        return Stream.empty();
      }
      String what = "the file has " + length + " lines, the limit is 350";
      return Stream.of(new Violation(file.path(), length, what, "split it by what its parts are"));
    }
  },

  /// A method fits on a screen.
  METHOD_LENGTH {
    @Override
    public Stream<Violation> check(SourceFile file) {
      if (!file.isJava() || StyleExceptions.LONG_METHODS.contains(file.path())) {
        return Stream.empty();
      }
      String code = file.code();
      return IntStream.range(0, code.length())
          .filter(at -> code.charAt(at) == '{' && opensMethod(JavaCode.header(code, at)))
          .mapToObj(at -> tooLong(file, at, JavaCode.closing(code, at)))
          .flatMap(List::stream);
    }

    private boolean opensMethod(String header) {
      return METHOD_END.matcher(header).find() && !NO_METHOD.matcher(header).find();
    }

    private List<Violation> tooLong(SourceFile file, int open, int close) {
      int length = file.lineAt(close) - file.lineAt(open) + 1;
      String what = "the method has " + length + " lines, the limit is 70";
      return length <= 70
          ? List.of()
          : List.of(new Violation(file.path(), file.lineAt(open), what, "split it"));
    }
  },

  /// A line fits beside another file.
  COLUMNS {
    @Override
    public Stream<Violation> check(SourceFile file) {
      boolean judged = file.isJava() && !StyleExceptions.WIDE_FILES.contains(file.path());
      List<String> lines = judged ? file.lines() : List.of();
      return IntStream.range(0, lines.size())
          .filter(at -> lines.get(at).length() > 100)
          .filter(at -> !UNBREAKABLE.matcher(lines.get(at)).find())
          .mapToObj(at -> new Violation(file.path(), at + 1, "over 100 columns", "break the line"));
    }
  },

  /// A type of the product says what it is.
  TYPE_COMMENT {
    @Override
    public Stream<Violation> check(SourceFile file) {
      List<String> lines = file.isMainJava() ? file.lines() : List.of();
      return IntStream.range(0, lines.size())
          .filter(at -> TOP_LEVEL_TYPE.matcher(lines.get(at)).find() && !isCommented(lines, at))
          .mapToObj(
              at ->
                  new Violation(
                      file.path(), at + 1, "a type without a comment", "say in /// what it is"));
    }

    private boolean isCommented(List<String> lines, int declaration) {
      int above = declaration - 1;
      while (above >= 0 && ANNOTATION_LINE.matcher(lines.get(above)).find()) {
        above--;
      }
      return above >= 0 && (lines.get(above).startsWith("///") || lines.get(above).endsWith("*/"));
    }
  },

  /// A switch over a closed set names each case, so that a new case breaks the build.
  CLOSED_SWITCH {
    @Override
    public Stream<Violation> check(SourceFile file) {
      if (!CLOSED_MODULE.matcher(file.path()).find()
          || StyleExceptions.OPEN_SWITCHES.contains(file.path())) {
        return Stream.empty();
      }
      return file.found(DEFAULT, file.code(), "a default", "name each case of the sealed type");
    }
  },

  /// A name says what the thing is.
  TYPE_NAME {
    @Override
    public Stream<Violation> check(SourceFile file) {
      return file.isJava()
          ? file.found(EMPTY_NAME, file.code(), "a name that says nothing", "name what it is")
          : Stream.empty();
    }
  },

  /// A class with tests is run: Surefire skips in silence a class whose name it does not know.
  TEST_NAME {
    @Override
    public Stream<Violation> check(SourceFile file) {
      if (!file.isTestJava() || TEST_FILE.matcher(file.name()).matches()) {
        return Stream.empty();
      }
      return file.found(
          TEST_METHOD,
          file.code(),
          "a test that is not run",
          "name the class *Test or *Properties");
    }
  },

  /// A test that is off tests nothing.
  TEST_IS_ON {
    @Override
    public Stream<Violation> check(SourceFile file) {
      return file.isJava()
          ? file.found(TEST_OFF, file.code(), "a test is off", "repair or delete it")
          : Stream.empty();
    }
  };

  private static final Pattern METHOD_END =
      Pattern.compile(
          "\\)\\s*(throws\\s[\\w\\s.,]+)?$"
              + "|^((public|protected|private)\\s+)?[A-Z]\\w*[a-z]\\w*$");
  private static final Pattern NO_METHOD =
      Pattern.compile(
          "^(if|for|while|switch|try|catch|synchronized|else|do)\\b"
              + "|\\b(new|return|record|class|enum|interface)\\b");
  private static final Pattern UNBREAKABLE = Pattern.compile("^import |https?://");
  private static final Pattern TOP_LEVEL_TYPE =
      Pattern.compile(
          "^((public|final|abstract|sealed|non-sealed|strictfp) )*"
              + "(class|interface|record|enum|@interface|module) ?\\w");
  private static final Pattern ANNOTATION_LINE = Pattern.compile("^[@ )}]");
  private static final Pattern CLOSED_MODULE =
      Pattern.compile("^(spec|executable-model|checker)/src/main/java/");
  private static final Pattern DEFAULT = Pattern.compile("\\bdefault\\s*(->|:)");
  private static final Pattern EMPTY_NAME =
      Pattern.compile(
          // GoschedImpl is Go's own name for its procedure.
          "\\b(class|interface|record|enum)\\s+(?!GoschedImpl\\b)"
              + "\\w*(Utils?|Manager|Helpers?|Impl|Misc|Common)\\b");
  private static final Pattern TEST_FILE = Pattern.compile(".*(Test|Properties)\\.java");
  private static final Pattern TEST_METHOD =
      Pattern.compile(
          "@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property|Example)\\b");
  private static final Pattern TEST_OFF = Pattern.compile("@(Disabled|Ignore)\\b");
}
