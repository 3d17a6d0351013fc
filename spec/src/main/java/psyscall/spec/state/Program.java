package psyscall.spec.state;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A bounded program of a goroutine: what it may do at each position; after the last it ends.
///
/// @param positions at each position the operations it chooses from, at least one
public record Program(List<Set<Op>> positions) {
  /// Copies the positions.
  public Program {
    positions = positions.stream().<Set<Op>>map(ops -> EnumSet.copyOf(ops)).toList();
  }

  /// A program that does one thing after the other.
  ///
  /// @param ops its operations in order; the end is added
  /// @return the program
  public static Program of(Op... ops) {
    List<Set<Op>> positions = new ArrayList<>();
    for (Op op : ops) {
      positions.add(EnumSet.of(op));
    }
    return new Program(positions);
  }

  /// What the goroutine of the system does that collects garbage when it is forced: the same, for
  /// ever.
  ///
  /// @return the program; it needs [Feature#FORCE_GC]
  public static Program forcedCollection() {
    return of(Op.FORCE_GC);
  }

  /// Whether a goroutine of the system runs it.
  ///
  /// @return whether it is [#forcedCollection]
  public boolean isSystem() {
    return positions.contains(EnumSet.of(Op.FORCE_GC));
  }

  /// A program that does anything of a set, so many times.
  ///
  /// @param times how often
  /// @param choices what it chooses from each time
  /// @return the program
  public static Program anything(int times, Set<Op> choices) {
    List<Set<Op>> positions = new ArrayList<>();
    for (int at = 0; at < times; at++) {
      positions.add(choices);
    }
    return new Program(positions);
  }

  /// The program without its last operation.
  ///
  /// @return a shorter program; the empty one stays empty, and the system's stays as it is
  public Program cut() {
    if (isSystem()) {
      return this;
    }
    return new Program(positions.subList(0, Math.max(0, positions.size() - 1)));
  }

  /// How it prints.
  ///
  /// @return its operations in order, choices joined by a bar
  public String text() {
    List<String> words = new ArrayList<>();
    for (Set<Op> ops : positions) {
      words.add(
          String.join("|", ops.stream().map(op -> op.name().toLowerCase(Locale.ROOT)).toList()));
    }
    words.add(isSystem() ? "..." : "exit");
    return String.join("; ", words);
  }
}
