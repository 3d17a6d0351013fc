package psyscall.checker.oracle;

import java.util.Arrays;
import psyscall.model.observe.Kind;

/// What may be next on one P, by what was there before: a loss in a system call and the return from
/// one come in pairs. Asked of traces of the first format, which are written P by P.
final class ProcessorGrammar {
  /// What a P waits for.
  enum Place {
    /// Nothing in particular.
    OPEN("anything"),
    /// It was taken out of a system call.
    ROBBED("the stop of the P, or the end of a system call whose thread took it"),
    /// It must have been taken out of a system call, although that is not told yet.
    TO_BE_ROBBED("the loss of the P in a system call"),
    /// A system call ended.
    RETURNED("the start of the goroutine whose system call ended");

    private final String wanted;

    Place(String wanted) {
      this.wanted = wanted;
    }
  }

  private final boolean movesExits;
  private Place[] places = new Place[16];
  private int[] expected = new int[16];

  /// @param movesExits whether ends of system calls are moved to when they happened, as in the
  ///   format of Go 1.5, so that they stand beside nothing
  ProcessorGrammar(boolean movesExits) {
    this.movesExits = movesExits;
    Arrays.fill(places, Place.OPEN);
  }

  private void admit(int processor) {
    if (processor >= places.length) {
      int longer = Math.max(places.length * 2, processor + 1);
      int shorter = places.length;
      places = Arrays.copyOf(places, longer);
      Arrays.fill(places, shorter, longer, Place.OPEN);
      expected = Arrays.copyOf(expected, longer);
    }
  }

  Place place(int processor) {
    admit(processor);
    return places[processor];
  }

  /// A P must have been taken already.
  void isToBeRobbed(int processor) {
    admit(processor);
    places[processor] = Place.TO_BE_ROBBED;
  }

  /// Goes on with an event on a P.
  ///
  /// @param processor the P
  /// @param kind what happens
  /// @param goroutine who it is about
  /// @throws Refused if something else must come first
  void step(int processor, Kind kind, int goroutine) throws Refused {
    admit(processor);
    boolean isExit = kind == Kind.GO_SYS_EXIT;
    if (isExit && movesExits) {
      return;
    }
    Place before = places[processor];
    boolean fits =
        switch (before) {
          case OPEN -> true;
          case ROBBED ->
              kind == Kind.PROC_STOP || isExit || (movesExits && kind == Kind.GO_START);
          case TO_BE_ROBBED -> kind == Kind.GO_SYS_BLOCK;
          case RETURNED -> kind == Kind.GO_START && goroutine == expected[processor];
        };
    if (!fits) {
      throw Refused.byOrder("next on the P is " + before.wanted);
    }
    Place after =
        isExit
            ? Place.RETURNED
            : kind == Kind.GO_SYS_BLOCK ? Place.ROBBED : Place.OPEN;
    places[processor] = after;
    expected[processor] = goroutine;
  }
}
