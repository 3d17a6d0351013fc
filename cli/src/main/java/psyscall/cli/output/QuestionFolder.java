package psyscall.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.WrongUsage;
import psyscall.proofs.obligation.QuestionTexts;

/// A folder with a file for each question to the solver, its answer in the first line as a comment.
public final class QuestionFolder implements QuestionTexts {
  private final Path folder;

  private QuestionFolder(Path folder) {
    this.folder = folder;
  }

  /// Makes sure that the folder is there.
  ///
  /// @param name where it is
  /// @return the folder
  /// @throws EnvironmentFailure if it cannot be made
  public static QuestionFolder at(String name) {
    try {
      return new QuestionFolder(Files.createDirectories(Path.of(name)));
    } catch (InvalidPathException e) {
      throw new WrongUsage("not a path: smtlib=" + name + ", " + e.getReason());
    } catch (IOException e) {
      throw unwritable(Path.of(name), e);
    }
  }

  @Override
  public void take(String name, Supplier<String> text, String answer) {
    Path file = folder.resolve(name.replaceAll("[^A-Za-z0-9.-]+", "-") + ".smt2");
    try {
      Files.writeString(file, "; expected: " + answer + "\n" + text.get(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static EnvironmentFailure unwritable(Path place, IOException e) {
    return new EnvironmentFailure(
        "cannot write a question: file=" + place + ", " + EnvironmentFailure.reason(e));
  }
}
