package psyscall.checker.eventlog;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import psyscall.model.eventlog.EventLogHeader;
import psyscall.model.eventlog.EventLogWriter;
import psyscall.model.eventlog.LoggedEvent;
import psyscall.spec.lifecycle.Events;
import psyscall.spec.process.Event;
import psyscall.spec.state.Holder;

/// A scheduler that is not Go's: tasks over workers with one queue that all share, and permits to
/// run. No worker has a queue of its own, nobody steals, nobody watches: who blocks puts its permit
/// back first, and queues its task when it is back.
///
/// It runs by itself: a seed says who moves next and what a task does. It logs what it does, and
/// knows itself which of its lines is the first that is wrong.
final class SharingScheduler {
  /// What is wrong with it.
  enum Fault {
    /// Nothing.
    NONE,
    /// A task that yields is queued twice.
    QUEUES_TWICE,
    /// Who blocks puts its permit back and runs on it all the same.
    KEEPS_ITS_PERMIT,
    /// A wake-up that comes too late is not noticed to be one.
    WAKES_THE_AWAKE
  }

  private enum Doing {
    QUEUED,
    RUNNING,
    CALLING,
    PARKED
  }

  private static final class Task {
    private final long id;
    private Doing doing = Doing.QUEUED;

    Task(long id) {
      this.id = id;
    }
  }

  private static final class Worker {
    private final long id;
    private final Deque<Long> permit = new ArrayDeque<>(1);
    private final Deque<Task> task = new ArrayDeque<>(1);

    Worker(long id) {
      this.id = id;
    }
  }

  private final StringBuilder log = new StringBuilder();
  private final EventLogWriter writer = new EventLogWriter(log);
  private final Random random;
  private final Fault fault;
  private final int faultAfter;
  private final List<Worker> workers = new ArrayList<>();
  private final Deque<Long> permits = new ArrayDeque<>();
  private final Deque<Task> queue = new ArrayDeque<>();
  private final List<Task> parked = new ArrayList<>();
  private long tasks;
  private int events;
  private int lines;
  private OptionalLong wrongLine = OptionalLong.empty();

  SharingScheduler(long seed, Fault fault, int faultAfter) {
    this.random = new Random(seed);
    this.fault = fault;
    this.faultAfter = faultAfter;
  }

  /// Runs until it has logged this many events, or a few more.
  String run(int workerCount, int permitCount, int eventCount) throws IOException {
    writer.header(EventLogHeader.DEFAULT);
    for (long permit = 0; permit < permitCount; permit++) {
      writer.processor(permit, Holder.IdleList, LoggedEvent.NONE);
      permits.add(permit);
    }
    lines = 1 + permitCount;
    for (long worker = 0; worker < workerCount; worker++) {
      workers.add(new Worker(7_000_000_000L + worker));
    }
    spawn();
    while (events < eventCount && wrongLine.isEmpty()) {
      if (queue.isEmpty() && workers.stream().allMatch(worker -> worker.task.isEmpty())) {
        comeFromOutside();
      }
      move(workers.get(random.nextInt(workerCount)));
    }
    return log.toString();
  }

  /// The first line that is wrong by its own books, from 1.
  OptionalLong wrongLine() {
    return wrongLine;
  }

  /// Everybody sleeps: a timer readies somebody, or a request makes a task.
  private void comeFromOutside() throws IOException {
    if (parked.isEmpty()) {
      spawn();
    } else {
      wake();
    }
  }

  private void move(Worker worker) throws IOException {
    if (worker.task.isEmpty()) {
      look(worker);
    } else if (worker.task.getFirst().doing == Doing.CALLING) {
      Task task = worker.task.removeFirst();
      mark(!worker.permit.isEmpty());
      say(Events.GO_SYSCALL_EXIT_SLOW, task.id, worker.id);
      enqueue(task);
    } else {
      work(worker, worker.task.getFirst());
    }
  }

  private void look(Worker worker) throws IOException {
    if (worker.permit.isEmpty()) {
      if (!queue.isEmpty() && !permits.isEmpty()) {
        long permit = permits.removeFirst();
        mark(workers.stream().anyMatch(other -> other.permit.contains(permit)));
        worker.permit.add(permit);
        say(Events.PROC_START, permit, worker.id);
      }
    } else if (queue.isEmpty()) {
      putBack(worker);
    } else {
      Task task = queue.removeFirst();
      mark(task.doing != Doing.QUEUED);
      task.doing = Doing.RUNNING;
      worker.task.add(task);
      say(Events.GO_START, task.id, worker.id, worker.permit.getFirst());
    }
  }

  private void putBack(Worker worker) throws IOException {
    long permit = worker.permit.removeFirst();
    say(Events.PROC_STOP, permit, worker.id);
    say(Events.PROC_IDLE, permit);
    permits.add(permit);
  }

  private void work(Worker worker, Task task) throws IOException {
    switch (random.nextInt(6)) {
      case 0 -> spawn();
      case 1 -> wake();
      case 2 -> {
        worker.task.removeFirst();
        say(Events.GO_STOP, task.id, worker.id);
        enqueue(task);
        if (isFaulty(Fault.QUEUES_TWICE)) {
          queue.add(task);
        }
      }
      case 3 -> {
        worker.task.removeFirst();
        task.doing = Doing.PARKED;
        parked.add(task);
        say(Events.GO_BLOCK, task.id, worker.id);
      }
      case 4 -> {
        task.doing = Doing.CALLING;
        say(Events.GO_SYSCALL_BLOCK, task.id, worker.id, worker.permit.getFirst());
        if (isFaulty(Fault.KEEPS_ITS_PERMIT)) {
          permits.addFirst(worker.permit.getFirst());
        } else {
          putBack(worker);
        }
      }
      default -> {
        if (queue.size() > 3) {
          worker.task.removeFirst();
          say(Events.GO_DESTROY, task.id, worker.id);
        }
      }
    }
  }

  private void spawn() throws IOException {
    Task task = new Task(100 + tasks++);
    say(Events.GO_CREATE, task.id);
    enqueue(task);
  }

  private void wake() throws IOException {
    if (isFaulty(Fault.WAKES_THE_AWAKE) && !queue.isEmpty()) {
      mark(true);
      say(Events.GO_UNBLOCK, queue.getFirst().id);
    } else if (!parked.isEmpty()) {
      Task task = parked.remove(random.nextInt(parked.size()));
      say(Events.GO_UNBLOCK, task.id);
      enqueue(task);
    }
  }

  private void enqueue(Task task) {
    task.doing = Doing.QUEUED;
    queue.add(task);
  }

  private boolean isFaulty(Fault which) {
    return fault == which && events >= faultAfter;
  }

  /// The next line is wrong.
  private void mark(boolean isWrong) {
    if (isWrong && wrongLine.isEmpty()) {
      wrongLine = OptionalLong.of(lines + 1);
    }
  }

  private void say(Event event, long... ids) throws IOException {
    writer.event(event, Arrays.stream(ids).boxed().toList());
    events++;
    lines++;
  }
}
