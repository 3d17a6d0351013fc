package psyscall.cli.conform;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import psyscall.checker.oracle.Conformance;
import psyscall.checker.oracle.Oracle;
import psyscall.checker.oracle.Run;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.Session;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.trace2.TextTrace;

/// Judges execution traces of Go.
public final class GoTraceJudge implements FormatJudge {
  private static final String HEADER = "go 1.";

  private final Session session;
  private final long memoryMaxBytes;
  private final Oracle oracle = Oracle.ofGo();

  /// Makes the judge.
  ///
  /// @param session where progress is told, and who may end it
  /// @param memoryMaxBytes what reading and judging one file may take
  public GoTraceJudge(Session session, long memoryMaxBytes) {
    this.session = session;
    this.memoryMaxBytes = memoryMaxBytes;
  }

  @Override
  public String name() {
    return "go";
  }

  @Override
  public boolean reads(byte[] beginning) {
    return TextTrace.isText(MemorySegment.ofArray(beginning))
        || new String(beginning, StandardCharsets.ISO_8859_1).startsWith(HEADER);
  }

  @Override
  public Judged judge(Path file, String name) {
    try (FileChannel channel = FileChannel.open(file);
        Arena arena = Arena.ofConfined()) {
      long size = channel.size();
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
      try (ConformProgress progress = new ConformProgress(session, name, size)) {
        Conformance answer = oracle.judge(Run.ofGo(bytes), memoryMaxBytes, progress);
        return judged(name, answer);
      }
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the trace: file=" + name + ", " + EnvironmentFailure.reason(e));
    }
  }

  private Judged judged(String name, Conformance answer) {
    String verdict = ConformText.verdict(answer);
    List<String> details = new ArrayList<>();
    details.addAll(ConformText.details(answer));
    return new Judged(
        name,
        verdict,
        ConformText.exit(answer),
        details,
        "%s: %s: %s".formatted(name, verdict, ConformText.rest(answer)),
        ConformDocument.of(name, name(), answer));
  }
}
