package psyscall.cli.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.Interruption;
import psyscall.cli.session.WrongUsage;

/// The Go client on the path, which fetches toolchains of other releases into its module cache.
///
/// @param folder where it runs; no module around it may ask for a toolchain of its own
/// @param interruption whether it is to end
record GoClient(Path folder, Interruption interruption) {
  /// How long the download of a toolchain may take.
  private static final Duration FETCH_LIMIT = Duration.ofMinutes(15);

  /// A flag that every Go knows takes the place of those in the settings, which old ones may not
  /// know.
  private static final String NEUTRAL_FLAGS = "-tags=psyscall";

  private static final Pattern VERSION = Pattern.compile("go version (?:go)?(\\S+)");

  /// What the client says of a release that nobody offers.
  private static final Pattern NOT_OFFERED =
      Pattern.compile("not available|404 Not Found|invalid toolchain|invalid GOTOOLCHAIN");

  /// Finds the toolchain of a release, and fetches it where it is not there yet.
  ///
  /// @param release which one
  /// @return the toolchain
  /// @throws WrongUsage if there is no such release
  /// @throws EnvironmentFailure if it cannot be fetched
  Toolchain toolchain(WantedRelease release) {
    String choice = release.version().map(version -> "go" + version).orElse("local");
    String version = version(release, ask(release, choice, "version"));
    Path goroot = Path.of(ask(release, choice, "env", "GOROOT").strip());
    if (!Files.isDirectory(goroot)) {
      throw new EnvironmentFailure("go tells no folder of its release: GOROOT=" + goroot);
    }
    return new Toolchain(version, goroot);
  }

  private String version(WantedRelease release, String answer) {
    Matcher told = VERSION.matcher(answer);
    if (!told.find()) {
      throw new EnvironmentFailure("go does not tell its version: said=" + answer.strip());
    }
    String version = told.group(1).replaceAll("[^A-Za-z0-9.+-]", "_");
    Optional<String> wanted = release.version();
    if (wanted.isPresent() && !wanted.get().equals(version)) {
      throw new EnvironmentFailure(
          "the installed go cannot fetch other releases: installed=%s, wanted=%s; install 1.21 or"
                  .formatted(version, wanted.get())
              + " newer");
    }
    return version;
  }

  private String ask(WantedRelease release, String choice, String... words) {
    List<String> command = Stream.concat(Stream.of("go"), Stream.of(words)).toList();
    ChildProcess.Outcome outcome = outcome(command, choice);
    if (!outcome.isGood()) {
      throw failure(release, outcome);
    }
    return outcome.output();
  }

  private ChildProcess.Outcome outcome(List<String> command, String choice) {
    Map<String, String> settings =
        Map.of("GOTOOLCHAIN", choice, "GOFLAGS", NEUTRAL_FLAGS, "GO111MODULE", "on");
    try {
      return new ChildProcess(command, folder, settings, FETCH_LIMIT).run(interruption);
    } catch (EnvironmentFailure e) {
      throw new EnvironmentFailure(
          e.text() + "; install Go 1.21 or newer, which fetches the other releases");
    }
  }

  private static RuntimeException failure(WantedRelease release, ChildProcess.Outcome outcome) {
    String name = release.version().orElse(WantedRelease.INSTALLED);
    return switch (outcome.end()) {
      case TIME_LIMIT ->
          new EnvironmentFailure(
              "cannot fetch the release: name=%s, limit=%s; see whether the network is there"
                  .formatted(name, FETCH_LIMIT));
      case INTERRUPTED ->
          new EnvironmentFailure("interrupted while fetching a release: name=" + name);
      case EXITED ->
          NOT_OFFERED.matcher(outcome.output()).find()
              ? WantedRelease.unknown(name)
              : new EnvironmentFailure(
                  "cannot fetch the release: name=%s, go says: %s"
                      .formatted(name, outcome.complaint()));
    };
  }
}
