package psyscall.checker.oracle;

import java.util.Arrays;
import psyscall.model.observe.Kind;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceEvent;
import psyscall.model.observe.TraceFault;

/// What one thread may do next, by what it did before: only around a system call is there little
/// choice. Asked of traces that tell threads.
final class ThreadGrammar {
  /// Where a thread is in a system call.
  enum Place {
    /// In none.
    OPEN("anything but the end of a system call"),
    /// In one, and it has started no P since.
    CALLING("the end of the system call, the loss of the P, or a P that it takes"),
    /// In one, and it has taken another thread's P.
    RETAKING("the start of the P that it has taken"),
    /// In one, and it has started a P.
    REGAINED("the end of the system call, or a stop of the P"),
    /// Back from one, with a P.
    BACK("the start of its goroutine"),
    /// Back from one, without a P.
    QUEUED("the start of a P");

    private final String wanted;

    Place(String wanted) {
      this.wanted = wanted;
    }
  }

  /// What an entry of the tables costs, in bytes.
  private static final long ENTRY = 8;

  private final MemoryAllowance memory;
  private Place[] places = new Place[64];
  private int[] expected = new int[64];

  ThreadGrammar(MemoryAllowance memory) {
    this.memory = memory;
    Arrays.fill(places, Place.OPEN);
  }

  /// Makes room for a thread.
  void admit(int thread, long position) throws TraceFault {
    if (thread >= places.length) {
      int longer = Math.max(places.length * 2, thread + 1);
      int shorter = places.length;
      memory.take(ENTRY * (longer - shorter), position);
      places = Arrays.copyOf(places, longer);
      Arrays.fill(places, shorter, longer, Place.OPEN);
      expected = Arrays.copyOf(expected, longer);
    }
  }

  Place place(int thread) {
    return places[thread];
  }

  /// A thread is told to be in a system call.
  ///
  /// @param thread which
  /// @param hasStarted whether it runs a P that it has started there
  void calls(int thread, boolean hasStarted) {
    places[thread] = hasStarted ? Place.REGAINED : Place.CALLING;
  }

  /// Goes on with an event of a thread.
  ///
  /// @param thread whose it is
  /// @param event the event
  /// @param cast who it is about
  /// @throws Refused if it is not that thread's turn to do this
  void step(int thread, TraceEvent event, Cast cast) throws Refused {
    Place before = places[thread];
    Place after =
        switch (before) {
          case OPEN -> open(event.kind());
          case CALLING -> calling(event, cast, thread);
          case RETAKING ->
              event.kind() == Kind.PROC_START && cast.subject() == expected[thread]
                  ? Place.REGAINED
                  : before;
          case REGAINED -> regained(event.kind(), cast, thread);
          case BACK ->
              event.kind() == Kind.GO_START && cast.subject() == expected[thread]
                  ? Place.OPEN
                  : before;
          case QUEUED -> queued(event.kind());
        };
    boolean stays = before == Place.OPEN || before == Place.CALLING;
    if (after == before && !(stays && remains(before, event.kind()))) {
      throw Refused.byOrder("next on the thread is " + before.wanted);
    }
    places[thread] = after;
  }

  /// Whether an event leaves a thread where it is.
  private static boolean remains(Place place, Kind kind) {
    boolean inCall = kind == Kind.PROC_STOP || kind == Kind.PROC_STEAL;
    boolean ends =
        kind == Kind.GO_SYSCALL_END
            || kind == Kind.GO_SYSCALL_END_BLOCKED
            || kind == Kind.GO_DESTROY_SYSCALL;
    return place == Place.CALLING ? inCall : !ends;
  }

  private static Place open(Kind kind) {
    return kind == Kind.GO_SYSCALL_BEGIN || kind == Kind.GO_CREATE_SYSCALL
        ? Place.CALLING
        : Place.OPEN;
  }

  private Place calling(TraceEvent event, Cast cast, int thread) throws Refused {
    boolean hasProcessor = cast.processor() != Cast.NOBODY;
    if (event.kind() == Kind.GO_SYSCALL_END || event.kind() == Kind.GO_DESTROY_SYSCALL) {
      return Place.OPEN;
    }
    if (event.kind() == Kind.GO_SYSCALL_END_BLOCKED) {
      if (hasProcessor) {
        throw Refused.byOrder("the thread has lost the P with which it entered the system call");
      }
      return Place.QUEUED;
    }
    if (event.kind() == Kind.PROC_START) {
      return Place.REGAINED;
    }
    if (event.kind() == Kind.PROC_STEAL && event.value() != event.thread()) {
      if (hasProcessor) {
        throw Refused.byOrder("a thread that takes a P in a system call has lost its own");
      }
      expected[thread] = cast.subject();
      return Place.RETAKING;
    }
    return Place.CALLING;
  }

  private Place regained(Kind kind, Cast cast, int thread) {
    if (kind == Kind.GO_SYSCALL_END_BLOCKED) {
      expected[thread] = cast.goroutine();
      return Place.BACK;
    }
    return kind == Kind.PROC_STOP ? Place.CALLING : Place.REGAINED;
  }

  private static Place queued(Kind kind) {
    if (kind == Kind.PROC_START) {
      return Place.OPEN;
    }
    // The thread may have ended, and another may have its id.
    return kind == Kind.GO_CREATE_SYSCALL ? Place.CALLING : Place.QUEUED;
  }
}
