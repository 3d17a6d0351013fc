package psyscall.cli.mistake;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import psyscall.cli.input.Names;
import psyscall.cli.session.WrongUsage;

/// What the parser does not understand, in our words.
public final class ParseMistakes {
  private ParseMistakes() {}

  /// The failure for a mistake that the parser found.
  ///
  /// @param mistake the parser's
  /// @return ours, in one line
  public static WrongUsage of(ParameterException mistake) {
    CommandLine command = mistake.getCommandLine();
    String remedy = "see '" + command.getCommandSpec().qualifiedName() + " --help'";
    if (mistake instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(command, unmatched.getUnmatched().getFirst(), remedy);
    }
    String first = String.valueOf(mistake.getMessage()).lines().findFirst().orElse("");
    String text =
        first.isEmpty()
            ? first
            : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    return new WrongUsage(text + "; " + remedy);
  }

  /// Whether a verb that has verbs below it was given the word that may stand in their place.
  private static boolean hasItsWords(CommandLine command) {
    List<PositionalParamSpec> own = command.getCommandSpec().positionalParameters();
    return !own.isEmpty() && own.stream().allMatch(each -> each.getValue() != null);
  }

  private static WrongUsage unmatched(CommandLine command, String word, String remedy) {
    if (word.startsWith("-")) {
      List<String> options = List.copyOf(command.getCommandSpec().optionsMap().keySet());
      String name = word.replaceFirst("=.*", "");
      return Names.unknown(
          "option", name, options.stream().filter(o -> o.startsWith("--")).toList(), remedy);
    }
    List<String> verbs = List.copyOf(command.getSubcommands().keySet());
    return verbs.isEmpty() || hasItsWords(command)
        ? new WrongUsage("one word too many: word=" + word + "; " + remedy)
        : Names.unknown("verb", word, verbs, remedy);
  }
}
