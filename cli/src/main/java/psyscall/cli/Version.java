package psyscall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/// The version of this build, as the poms give it.
final class Version implements IVersionProvider {
  Version() {}

  /// The line that `--version` prints.
  @Override
  public String[] getVersion() {
    return new String[] {"psyscall " + number()};
  }

  /// The bare number, for reports and `--json`.
  static String number() {
    try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
      if (text == null) {
        throw new IllegalStateException("resource missing: name=version.txt");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
