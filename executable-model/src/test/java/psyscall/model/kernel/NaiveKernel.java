package psyscall.model.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import psyscall.model.workload.KernelCall;

/// Another kernel in virtual time, for tests: one word, one pipe with its bytes one by one, and
/// waits in the order in which they came. It is slow, and goes through all of them each time.
final class NaiveKernel {
  private final int capacity;
  private final Deque<Byte> bytes = new ArrayDeque<>();
  private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
  private final Map<Long, Over> over = new HashMap<>();
  private int word;

  /// A wait; what it still has to write, if it writes.
  private record Waiting(KernelCall call, long deadline, long rest) {}

  /// A call that is over, or will be.
  record Over(long at, long rax) {}

  NaiveKernel(int word, int capacity) {
    this.word = word;
    this.capacity = capacity;
  }

  void store(int value) {
    word = value;
  }

  boolean isIn(long goroutine) {
    return waiting.containsKey(goroutine) || over.containsKey(goroutine);
  }

  Map<Long, Over> over() {
    return over;
  }

  /// Those whose time is over are, one after the other.
  void advance(long now) {
    for (Map.Entry<Long, Waiting> each : List.copyOf(waiting.entrySet())) {
      if (each.getValue().deadline() <= now) {
        waiting.remove(each.getKey());
        long rax = each.getValue().call() instanceof KernelCall.FutexWait ? -110 : 0;
        over.put(each.getKey(), new Over(each.getValue().deadline(), rax));
      }
    }
  }

  void begin(long goroutine, KernelCall call, long now) {
    switch (call) {
      case KernelCall.FutexWait wait when word != wait.expected() -> done(goroutine, now, -11);
      case KernelCall.FutexWait wait -> wait(goroutine, call, deadline(wait.timeoutNanos(), now));
      case KernelCall.EpollWait _ when !bytes.isEmpty() -> done(goroutine, now, 1);
      case KernelCall.EpollWait poll -> wait(goroutine, call, deadline(poll.timeoutNanos(), now));
      case KernelCall.FutexWake wake -> done(goroutine, now, wake(wake.count(), now));
      case KernelCall other -> wait(goroutine, other, Long.MAX_VALUE);
    }
    while (servesOne(now)) {
      continue;
    }
  }

  private static long deadline(OptionalLong timeout, long now) {
    return timeout.isPresent() ? now + timeout.getAsLong() : Long.MAX_VALUE;
  }

  private void wait(long goroutine, KernelCall call, long deadline) {
    long rest = call instanceof KernelCall.Write write ? write.count() : 0;
    waiting.put(goroutine, new Waiting(call, deadline, rest));
  }

  private void done(long goroutine, long now, long rax) {
    waiting.remove(goroutine);
    over.put(goroutine, new Over(now + VirtualKernel.SERVICE_NANOS, rax));
  }

  private long wake(long count, long now) {
    List<Long> sleepers = new ArrayList<>();
    waiting.forEach(
        (goroutine, wait) -> {
          if (wait.call() instanceof KernelCall.FutexWait && sleepers.size() < count) {
            sleepers.add(goroutine);
          }
        });
    sleepers.forEach(goroutine -> done(goroutine, now, 0));
    return sleepers.size();
  }

  /// The first that can go on does.
  private boolean servesOne(long now) {
    for (Map.Entry<Long, Waiting> each : waiting.entrySet()) {
      switch (each.getValue().call()) {
        case KernelCall.Read read when !bytes.isEmpty() -> {
          long taken = 0;
          while (taken < read.count() && !bytes.isEmpty()) {
            bytes.removeFirst();
            taken++;
          }
          done(each.getKey(), now, taken);
          return true;
        }
        case KernelCall.EpollWait _ when !bytes.isEmpty() -> {
          done(each.getKey(), now, 1);
          return true;
        }
        case KernelCall.Write write when fits(write.count()) -> {
          long rest = each.getValue().rest();
          while (rest > 0 && bytes.size() < capacity) {
            bytes.addLast((byte) 1);
            rest--;
          }
          each.setValue(new Waiting(write, Long.MAX_VALUE, rest));
          if (rest == 0) {
            done(each.getKey(), now, write.count());
          }
          return true;
        }
        case KernelCall _ -> {}
      }
    }
    return false;
  }

  private boolean fits(long count) {
    int room = capacity - bytes.size();
    return count <= 4_096 ? room >= count : room > 0;
  }
}
