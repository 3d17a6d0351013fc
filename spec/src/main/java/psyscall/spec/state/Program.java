package psyscall.spec.state;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import psyscall.spec.term.IllFormed;

/// A program of a goroutine: what it may do at each position; after the last it ends, unless it
/// stays there.
///
/// @param positions at each position the operations it chooses from, at least one
/// @param isSpawned whether the goroutine is there only once another has created it
/// @param isEndless whether it stays at the last position, until it chooses to end
public record Program(List<Set<Op>> positions, boolean isSpawned, boolean isEndless) {
  /// Copies the positions.
  public Program {
    positions = positions.stream().<Set<Op>>map(ops -> EnumSet.copyOf(ops)).toList();
    if (isSpawned && positions.isEmpty()) {
      throw new IllFormed("a goroutine that is created does something: operations=0");
    }
  }

  /// A program of a goroutine that is there from the start, with an end.
  ///
  /// @param positions at each position the operations it chooses from, at least one
  public Program(List<Set<Op>> positions) {
    this(positions, false, false);
  }

  /// A program that does anything of a set, for ever, until it chooses to end: for drivers, which
  /// answer what the goroutine does.
  ///
  /// The first operation has a position of its own, by which a goroutine that is still to be created
  /// differs from one that has ended.
  ///
  /// @param choices what it chooses from each time; the end is added
  /// @param isSpawned whether another goroutine creates it
  /// @return the program
  public static Program open(Set<Op> choices, boolean isSpawned) {
    Set<Op> all = EnumSet.of(Op.EXIT);
    all.addAll(choices);
    return new Program(List.of(all, all), isSpawned, true);
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

  /// A program of a goroutine that another creates.
  ///
  /// @param ops its operations in order, at least one; the end is added
  /// @return the program
  public static Program toSpawn(Op... ops) {
    return new Program(of(ops).positions(), true, false);
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
  /// @return a shorter program; the empty one stays empty, one that is created keeps its last, the
  ///   system's and one without an end stay as they are
  public Program cut() {
    if (isSystem() || isEndless) {
      return this;
    }
    int fewest = isSpawned ? 1 : 0;
    return new Program(positions.subList(0, Math.max(fewest, positions.size() - 1)), isSpawned, false);
  }

  /// How it prints.
  ///
  /// @return its operations in order, choices joined by a bar; `created:` before those of a
  ///   goroutine that another creates
  public String text() {
    List<String> words = new ArrayList<>();
    for (Set<Op> ops : positions) {
      words.add(
          String.join("|", ops.stream().map(op -> op.name().toLowerCase(Locale.ROOT)).toList()));
    }
    words.add(isSystem() || isEndless ? "..." : "exit");
    return (isSpawned ? "created: " : "") + String.join("; ", words);
  }
}
