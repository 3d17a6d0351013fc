package psyscall.checker.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import psyscall.model.observe.EventSource;
import psyscall.model.observe.Format;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;

/// A run whose events are given one by one; nothing orders or checks them before the oracle does.
record ToldRun(Format format, List<Told> events) implements Run {
  static final Format FIRST = new Format(Format.Family.GO_BY_PROCESSOR, 19);
  static final Format SECOND = new Format(Format.Family.GO_BY_THREAD, 23);

  ToldRun {
    events = List.copyOf(events);
  }

  static ToldRun of(Format format, Told... events) {
    return new ToldRun(format, Arrays.asList(events));
  }

  int size() {
    return events.size();
  }

  Told at(int index) {
    return events.get(index);
  }

  ToldRun without(int index) {
    List<Told> changed = new ArrayList<>(events);
    changed.remove(index);
    return new ToldRun(format, changed);
  }

  ToldRun with(int index, Told inserted) {
    List<Told> changed = new ArrayList<>(events);
    changed.add(index, inserted);
    return new ToldRun(format, changed);
  }

  ToldRun replaced(int index, Told event) {
    List<Told> changed = new ArrayList<>(events);
    changed.set(index, event);
    return new ToldRun(format, changed);
  }

  ToldRun swapped(int index, int other) {
    List<Told> changed = new ArrayList<>(events);
    changed.set(index, at(other));
    changed.set(other, at(index));
    return new ToldRun(format, changed);
  }

  ToldRun first(int count) {
    return new ToldRun(format, events.subList(0, count));
  }

  @Override
  public EventSource open(MemoryAllowance memory) {
    return new EventSource() {
      private int next;

      @Override
      public Format format() {
        return format;
      }

      @Override
      public boolean next(TraceEvent event) {
        if (next == events.size()) {
          return false;
        }
        events.get(next).fill(event, next + 1);
        next++;
        return true;
      }

      @Override
      public Optional<String> text(long number) {
        return Optional.empty();
      }

      @Override
      public long bytesDone() {
        return next;
      }

      @Override
      public List<String> warnings() {
        return List.of();
      }
    };
  }
}
