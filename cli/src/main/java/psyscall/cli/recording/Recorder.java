package psyscall.cli.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import psyscall.cli.output.Words;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Failure;
import psyscall.cli.session.Session;

/// Records traces one after the other, since two at a time would disturb each other, and has each
/// judged as soon as it is there.
///
/// All toolchains are fetched before the first build. What cannot be built or recorded is told, and
/// the others go on.
public final class Recorder {
  private final Session session;
  private final RecordingPlan plan;
  private final TraceJudge judge;
  private final PhaseLine phase;
  private final List<ExitCode> results = new ArrayList<>();
  private int recorded;

  /// Makes a recorder.
  ///
  /// @param session where it writes
  /// @param plan what is to be recorded
  /// @param judge who judges each trace
  public Recorder(Session session, RecordingPlan plan, TraceJudge judge) {
    this.session = session;
    this.plan = plan;
    this.judge = judge;
    this.phase = new PhaseLine(session);
  }

  /// Records all.
  ///
  /// @return the exit code of the run
  /// @throws Failure if a release is unknown or cannot be fetched, or a folder cannot be written
  public ExitCode run() {
    makeFolder();
    try (Workshop workshop = Workshop.open(session.interruption())) {
      for (Toolchain toolchain : toolchains(workshop)) {
        for (ScenarioProgram.Language language : ScenarioProgram.Language.values()) {
          record(workshop, toolchain, language);
        }
      }
    } finally {
      phase.clear();
    }
    session.say(
        "recorded: %d of %s, folder=%s"
            .formatted(recorded, Words.count(plan.size(), "trace"), plan.folder()));
    return isInterrupted() ? ExitCode.INTERRUPTED : ExitCode.of(results);
  }

  private void makeFolder() {
    try {
      Files.createDirectories(plan.folder());
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "cannot make the folder: folder=" + plan.folder() + ", " + EnvironmentFailure.reason(e));
    }
  }

  private List<Toolchain> toolchains(Workshop workshop) {
    GoClient client = new GoClient(workshop.folder(), session.interruption());
    List<Toolchain> toolchains = new ArrayList<>();
    for (WantedRelease release : plan.releases()) {
      phase.begin("phase=fetching release=" + release.version().orElse(WantedRelease.INSTALLED));
      try {
        toolchains.add(client.toolchain(release));
      } catch (EnvironmentFailure failure) {
        if (isInterrupted()) {
          return List.of();
        }
        throw failure;
      }
    }
    return toolchains.stream().distinct().toList();
  }

  private void record(Workshop workshop, Toolchain toolchain, ScenarioProgram.Language language) {
    List<Recording> wanted =
        plan.programs().stream()
            .filter(program -> program.language() == language)
            .flatMap(
                program ->
                    plan.procs().stream()
                        .map(
                            procs ->
                                new Recording(toolchain.version(), program, procs, plan.times())))
            .toList();
    if (wanted.isEmpty() || isInterrupted()) {
      return;
    }
    try {
      phase.begin("phase=building release=" + toolchain.version());
      Path executable = workshop.build(toolchain, language);
      for (Recording recording : wanted) {
        if (!isInterrupted()) {
          phase.begin("phase=recording file=" + recording.fileName());
          make(recording, executable, workshop);
        }
      }
    } catch (EnvironmentFailure failure) {
      complain(failure.text(), failure.exit());
    }
  }

  private void make(Recording recording, Path executable, Workshop workshop) {
    long begun = session.clockNanos().getAsLong();
    Recording.Result result =
        recording.make(executable, workshop.folder(), plan.folder(), session.interruption());
    Duration took = Duration.ofNanos(session.clockNanos().getAsLong() - begun);
    switch (result) {
      case Recording.Result.Failed failed -> complain(failed.why(), failed.exit());
      case Recording.Result.Recorded trace -> {
        recorded++;
        phase.clear();
        session.say(
            "%s: %s, %s"
                .formatted(
                    recording.fileName(), Words.count(trace.bytes(), "byte"), Words.seconds(took)));
        trace.said().forEach(line -> session.say("  " + line));
        results.add(judge.judge(trace.trace()));
      }
    }
    session.out().flush();
  }

  private void complain(String why, ExitCode exit) {
    phase.clear();
    session.err().println("psyscall: " + why);
    session.err().flush();
    results.add(exit);
  }

  private boolean isInterrupted() {
    return session.interruption().isRequested();
  }
}
