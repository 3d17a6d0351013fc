package psyscall.cli.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.Interruption;

/// A folder for the time of one run, in which programs are built; it is removed in the end.
final class Workshop implements AutoCloseable {
  /// From Go 1.20 on the first build compiles Go's library too.
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);

  /// The first release whose client can leave the paths of this machine out.
  private static final int TRIMS_PATHS = 13;

  /// The first release that asks the C compiler for a program that is not position-independent.
  private static final int KNOWS_PLAIN_PROGRAMS = 6;

  private final Path folder;
  private final Interruption interruption;

  private Workshop(Path folder, Interruption interruption) {
    this.folder = folder;
    this.interruption = interruption;
  }

  /// Makes the folder.
  ///
  /// @param interruption whether builds are to end
  /// @return the workshop, with the sources in it
  /// @throws EnvironmentFailure if it cannot be made
  static Workshop open(Interruption interruption) {
    try {
      Path folder = Files.createTempDirectory("psyscall-record");
      Workshop workshop = new Workshop(folder, interruption);
      ProgramSources.writeTo(Files.createDirectory(workshop.sources()));
      return workshop;
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "cannot make a temporary folder: " + EnvironmentFailure.reason(e));
    }
  }

  /// Where programs run.
  Path folder() {
    return folder;
  }

  private Path sources() {
    return folder.resolve("scenarios");
  }

  /// Builds the programs with a toolchain.
  ///
  /// @param toolchain which one
  /// @param language with or without those that need C
  /// @return the executable file
  /// @throws EnvironmentFailure if that fails; with the compiler's first complaint
  Path build(Toolchain toolchain, ScenarioProgram.Language language) {
    boolean withC = language == ScenarioProgram.Language.GO_AND_C;
    Path program = folder.resolve("go" + toolchain.version() + (withC ? "-c" : ""));
    List<String> words = new ArrayList<>(List.of(toolchain.go().toString(), "build"));
    words.add(toolchain.minor() >= TRIMS_PATHS ? "-trimpath" : "-gcflags=-trimpath=" + sources());
    words.addAll(List.of("-o", program.toString()));
    ChildProcess.Outcome outcome =
        new ChildProcess(words, sources(), settings(toolchain, withC), BUILD_LIMIT)
            .run(interruption);
    if (outcome.isGood() && Files.isExecutable(program)) {
      return program;
    }
    String why =
        switch (outcome.end()) {
          case EXITED -> "go says: " + outcome.complaint();
          case TIME_LIMIT -> "limit=" + BUILD_LIMIT.toSeconds() + " s";
          case INTERRUPTED -> "interrupted";
        };
    throw new EnvironmentFailure(
        "cannot build the scenarios: release=%s, cgo=%s, %s"
            .formatted(toolchain.version(), withC ? "on" : "off", why));
  }

  /// A C compiler that makes position-independent programs unless it is told otherwise fails where
  /// Go does not tell it.
  private Path plainCompiler() {
    Path compiler = folder.resolve("cc");
    try {
      Files.writeString(compiler, "#!/bin/sh\nexec gcc -no-pie \"$@\"\n");
      Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwx------"));
      return compiler;
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "cannot write in a temporary folder: " + EnvironmentFailure.reason(e));
    }
  }

  private Map<String, String> settings(Toolchain toolchain, boolean withC) {
    Map<String, String> settings = new HashMap<>();
    settings.put("GOROOT", toolchain.goroot().toString());
    settings.put("GOTOOLCHAIN", "local");
    settings.put("GOENV", "off");
    settings.put("GOFLAGS", "");
    settings.put("GO111MODULE", "off");
    settings.put("GOPATH", folder.resolve("gopath").toString());
    settings.put("CGO_ENABLED", withC ? "1" : "0");
    if (withC && toolchain.minor() < KNOWS_PLAIN_PROGRAMS) {
      settings.put("CC", plainCompiler().toString());
    }
    return settings;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "cannot remove a temporary folder: folder="
              + folder
              + ", "
              + EnvironmentFailure.reason(e));
    }
  }
}
