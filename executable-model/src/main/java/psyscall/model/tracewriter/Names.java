package psyscall.model.tracewriter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.trace2.EventShape;
import psyscall.model.workload.Operation;
import psyscall.model.workload.StopReason;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;

/// The texts of a trace, and its stacks of one frame: a goroutine is called by the name of its
/// program and its number in it. They have the same numbers in each generation.
final class Names {
  /// Why a goroutine yields.
  static final int YIELDS = 1;

  /// Why a goroutine parks.
  static final int PARKS = 2;

  /// Of no stack.
  static final int NO_STACK = 0;

  private static final List<String> FIXED = List.of("yields", "parks");
  private static final int ADDRESS = 0x1000;
  private static final int LENGTH_MAX = 200;

  private final List<String> texts = new ArrayList<>(FIXED);
  private final Map<StopReason, Integer> reasons = new EnumMap<>(StopReason.class);
  private final List<Deque<StopReason>> stops = new ArrayList<>();
  private final int file;
  private final int stacks;

  /// The texts of a program.
  ///
  /// @param workload the program
  Names(Workload workload) {
    String program = workload.name().substring(0, Math.min(LENGTH_MAX, workload.name().length()));
    for (StopReason reason : StopReason.values()) {
      texts.add(reason.text());
      reasons.put(reason, texts.size());
    }
    texts.add(program);
    file = texts.size();
    stacks = workload.goroutines().size();
    for (int g = 0; g < stacks; g++) {
      texts.add(program + ".G" + g);
      stops.add(stops(workload.goroutines().get(g)));
    }
  }

  private static Deque<StopReason> stops(GoroutineText text) {
    Deque<StopReason> stops = new ArrayDeque<>();
    for (Operation operation : text.operations()) {
      if (operation instanceof Operation.StopTheWorld stop) {
        stops.add(stop.reason());
      }
    }
    return stops;
  }

  /// Why a goroutine stops the world now.
  ///
  /// @param goroutine its number in the program
  /// @return the reason of the next of its operations that does; empty if there is none
  Optional<StopReason> stop(int goroutine) {
    return Optional.ofNullable(stops.get(goroutine).poll());
  }

  /// The text of why the world is stopped.
  ///
  /// @param why the reason; the program's name stands for an unknown one
  /// @return the number of the text
  int reason(Optional<StopReason> why) {
    return why.map(reasons::get).orElse(file);
  }

  /// How many stacks there are.
  ///
  /// @return they are numbered from 1
  int stacks() {
    return stacks;
  }

  /// How many texts there are.
  ///
  /// @return they are numbered from 1
  int texts() {
    return texts.size();
  }

  /// The stack of a goroutine.
  ///
  /// @param goroutine its number in the program
  /// @return the number of the stack
  int stackOf(int goroutine) {
    return goroutine + 1;
  }

  /// Adds a stack to a table.
  ///
  /// @param table begun if it is empty
  /// @param stack the number of the stack
  void stack(Batch table, int stack) {
    if (table.isEmpty()) {
      table.add(EventShape.STACKS);
    }
    table.add(EventShape.STACK);
    table.number(stack);
    table.number(1);
    table.number((long) ADDRESS + stack);
    table.number((long) file + stack);
    table.number(file);
    table.number(stack);
  }

  /// Adds a text to a table.
  ///
  /// @param table begun if it is empty
  /// @param text the number of the text
  void text(Batch table, int text) {
    if (table.isEmpty()) {
      table.add(EventShape.STRINGS);
    }
    table.add(EventShape.STRING);
    table.number(text);
    table.text(texts.get(text - 1));
  }
}
