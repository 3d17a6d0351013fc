package psyscall.model.listen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import psyscall.model.behavior.State;
import psyscall.model.engine.StepView;
import psyscall.model.eventlog.EventLogHeader;
import psyscall.model.eventlog.EventLogWriter;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.model.run.RunListener;
import psyscall.model.workload.Workload;
import psyscall.spec.release.Release;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;

/// Writes the events of a run as a log that the judge of logs reads.
public final class EventRecorder implements RunListener {
  private final EventLogWriter writer;
  private final EventLogHeader header;
  private final Workload workload;

  /// A log without lines.
  ///
  /// @param workload what is run
  /// @param out where the log goes; a failure of it ends the run with an [UncheckedIOException]
  public EventRecorder(Workload workload, Appendable out) {
    this.workload = workload;
    writer = new EventLogWriter(out);
    header = new EventLogHeader(minor(workload.release()));
  }

  private static int minor(Release release) {
    return Integer.parseInt(release.name().split("\\.", -1)[1]);
  }

  @Override
  public void began(State initial) {
    try {
      writer.header(header);
      writer.processor(0, Holder.Running, 0);
      for (int p = 1; p < workload.processors(); p++) {
        writer.processor(p, Holder.IdleList, LoggedEvent.NONE);
      }
      writer.goroutine(0, GStatus.Grunning, 0);
      for (int g = 1; g < workload.goroutines().size(); g++) {
        if (workload.goroutines().get(g).origin() == Workload.Origin.INITIAL) {
          boolean waits = workload.goroutines().get(g).isSystem();
          GStatus status = waits ? GStatus.Gwaiting : GStatus.Grunnable;
          writer.goroutine(g, status, LoggedEvent.NONE);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stepped(long nanos, StepView step) {
    try {
      for (int at = 0; at < step.events(); at++) {
        writer.event(step.event(at), ids(step, at));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Long> ids(StepView step, int event) {
    return IntStream.range(0, step.event(event).parameters().size())
        .mapToObj(at -> step.argument(event, at))
        .toList();
  }
}
