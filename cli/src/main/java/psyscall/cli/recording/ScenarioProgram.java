package psyscall.cli.recording;

import java.util.List;
import java.util.stream.Stream;
import psyscall.cli.input.Names;
import psyscall.cli.session.WrongUsage;

/// A scenario of `conformance/go`.
///
/// @param name its name there
/// @param language whether it is compiled with C
public record ScenarioProgram(String name, Language language) {
  /// What a program is made of.
  public enum Language {
    /// Go alone.
    GO,
    /// Go and C, which needs a C compiler.
    GO_AND_C
  }

  /// All of them, in the order of their names.
  public static final List<ScenarioProgram> ALL =
      Stream.of(
              "aba",
              "block",
              "cgo",
              "gcstw",
              "gens",
              "getpid",
              "lockos",
              "midstart",
              "pipe",
              "preempt",
              "quietfutex",
              "rawfutex",
              "resize",
              "restart",
              "signal",
              "syscall6")
          .map(
              name ->
                  new ScenarioProgram(name, name.equals("cgo") ? Language.GO_AND_C : Language.GO))
          .toList();

  /// Reads a word of the command line.
  ///
  /// @param words names joined by commas, or `all`
  /// @return the programs, each once
  /// @throws WrongUsage if there is none of a name
  public static List<ScenarioProgram> parse(String words) {
    if (words.equals("all")) {
      return ALL;
    }
    return Stream.of(words.split(",", -1))
        .map(String::strip)
        .distinct()
        .map(ScenarioProgram::named)
        .toList();
  }

  private static ScenarioProgram named(String name) {
    List<String> names = ALL.stream().map(ScenarioProgram::name).toList();
    return ALL.stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Names.unknown(
                    "scenario of Go", name, names, "give all, or of " + String.join(" ", names)));
  }
}
