package psyscall.cli.conform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import psyscall.checker.oracle.Conformance;
import psyscall.checker.strace.StraceJudge;
import psyscall.checker.strace.StraceRefusal;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.Session;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.model.strace.StraceLog;
import psyscall.model.strace.StraceRecord;

/// Judges logs of strace.
public final class StraceFileJudge implements FormatJudge {
  private static final Pattern LINE =
      Pattern.compile("(\\[pid +)?\\d+\\]? +\\d+\\.\\d{6} [a-z0-9_?]+\\(");

  private final Session session;
  private final long memoryMaxBytes;

  /// Makes the judge.
  ///
  /// @param session who may end it
  /// @param memoryMaxBytes what reading and judging one file may take
  public StraceFileJudge(Session session, long memoryMaxBytes) {
    this.session = session;
    this.memoryMaxBytes = memoryMaxBytes;
  }

  @Override
  public String name() {
    return "strace";
  }

  @Override
  public boolean reads(byte[] beginning) {
    return LINE.matcher(new String(beginning, StandardCharsets.ISO_8859_1)).lookingAt();
  }

  @Override
  public Judged judge(Path file, String name) {
    MemoryAllowance memory = new MemoryAllowance(memoryMaxBytes);
    StraceJudge judge = new StraceJudge(memory);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Conformance answer = answer(in, judge, memory);
      return LogAnswers.judged(name, name(), answer, judge.futexWaits().lines());
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the log: file=" + name + ", " + EnvironmentFailure.reason(e));
    }
  }

  private Conformance answer(InputStream in, StraceJudge judge, MemoryAllowance memory)
      throws IOException {
    try {
      StraceLog log = new StraceLog(in, memory);
      Optional<StraceRecord> line = log.next();
      while (line.isPresent() && !session.interruption().isRequested()) {
        Optional<StraceRefusal> refusal = judge.judge(line.get());
        if (refusal.isPresent()) {
          return refused(counts(judge), refusal.get());
        }
        line = log.next();
      }
    } catch (TraceFault fault) {
      return LogAnswers.of(fault, counts(judge));
    }
    return judge.counts().calls() == 0
        ? new Conformance.NothingChecked(counts(judge))
        : new Conformance.Explained(counts(judge), judge.warnings());
  }

  /// All lines of a log of strace say something about threads.
  private static Conformance.Counts counts(StraceJudge judge) {
    return new Conformance.Counts(judge.counts().lines(), judge.counts().lines());
  }

  private static Conformance refused(Conformance.Counts counts, StraceRefusal refusal) {
    StraceRecord.At at = refusal.at();
    return new Conformance.NotExplained(
        counts,
        new Conformance.Event(
            counts.events() + 1,
            at.position(),
            "line %d, thread %d: %s".formatted(at.line(), at.thread(), refusal.what())),
        new Conformance.Reason(refusal.needs(), "", 0),
        List.of("before: " + refusal.before()),
        List.of(),
        List.of());
  }
}
