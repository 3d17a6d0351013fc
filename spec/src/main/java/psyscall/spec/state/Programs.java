package psyscall.spec.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Type;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// The programs of all goroutines of a scenario as one enumeration of positions.
///
/// Goroutines with equal programs share positions, so they stay interchangeable; which program one
/// runs is data of the initial state and nothing that a rule can see. Where announcing the template
/// thread and creating it are two operations, each position that may lock has a second one behind
/// it, for the second.
public final class Programs {
  private static final String EXIT = "exit";

  private final List<Program> distinct;
  private final List<List<Position>> layout = new ArrayList<>();
  private final List<Integer> programOf = new ArrayList<>();
  private final Sort.Enumeration sort;

  /// A place in a program.
  ///
  /// @param ops what may be done there; nothing where the template thread is created
  private record Position(String name, Set<Op> ops) {}

  /// Lays out the positions.
  ///
  /// @param programs one for each goroutine, in the order of their ids
  /// @param locksInTwo whether announcing the template thread and creating it are two operations
  public Programs(List<Program> programs, boolean locksInTwo) {
    distinct = List.copyOf(new LinkedHashSet<>(programs));
    programs.forEach(program -> programOf.add(distinct.indexOf(program)));
    for (int at = 0; at < distinct.size(); at++) {
      layout.add(positions(at, distinct.get(at), locksInTwo));
    }
    List<String> names = new ArrayList<>();
    layout.forEach(positions -> positions.forEach(position -> names.add(position.name())));
    names.add(EXIT);
    sort = new Sort.Enumeration("Position", names);
  }

  private static List<Position> positions(int at, Program program, boolean locksInTwo) {
    List<Position> positions = new ArrayList<>();
    for (int position = 0; position < program.positions().size(); position++) {
      Set<Op> ops = program.positions().get(position);
      String name = name(at, position, ops);
      positions.add(new Position(name, ops));
      if (locksInTwo && ops.contains(Op.LOCK)) {
        positions.add(new Position(name + "-create", Set.of()));
      }
    }
    return List.copyOf(positions);
  }

  private static String name(int program, int position, Set<Op> ops) {
    String what =
        ops.size() == 1 ? ops.iterator().next().name().toLowerCase(Locale.ROOT) : "anything";
    return (char) ('a' + program) + "" + position + "." + what;
  }

  /// The sort of positions.
  ///
  /// @return the sort with its handle
  public Type<Sym<String>> type() {
    return Sym.of(sort);
  }

  /// Where a goroutine's program starts.
  ///
  /// @param goroutine its id, from 0
  /// @return the name of its first position
  public String start(int goroutine) {
    return start(layout.get(programOf.get(goroutine)));
  }

  private static String start(List<Position> positions) {
    return positions.isEmpty() ? EXIT : positions.getFirst().name();
  }

  /// Where the programs of the goroutines start that are there from the start.
  ///
  /// @return the names of the first positions
  public List<String> starts() {
    return IntStream.range(0, programOf.size())
        .filter(goroutine -> !isSpawned(goroutine))
        .mapToObj(this::start)
        .distinct()
        .toList();
  }

  /// Whether a goroutine is there only once another has created it.
  ///
  /// @param goroutine its id, from 0
  /// @return whether its program says so
  public boolean isSpawned(int goroutine) {
    return distinct.get(programOf.get(goroutine)).isSpawned();
  }

  /// Whether a position is the start of a goroutine that another creates.
  ///
  /// @param at a position
  /// @return whether it is one of those
  public Bool isToBeSpawned(Sym<String> at) {
    List<String> starts = new ArrayList<>();
    for (int program = 0; program < distinct.size(); program++) {
      if (distinct.get(program).isSpawned()) {
        starts.add(start(layout.get(program)));
      }
    }
    return at.in(starts.toArray(String[]::new));
  }

  /// The operations that occur, the end included.
  ///
  /// @return in the order of their declaration
  public Set<Op> ops() {
    Set<Op> found = EnumSet.of(Op.EXIT);
    distinct.forEach(program -> program.positions().forEach(found::addAll));
    return found;
  }

  /// Whether a position allows an operation.
  ///
  /// @param at a position
  /// @param op an operation
  /// @return whether it is one of the choices there
  public Bool allows(Sym<String> at, Op op) {
    String[] where = positions(ops -> ops.contains(op), op == Op.EXIT);
    return at.in(where);
  }

  /// Whether a position leaves no choice but an operation.
  ///
  /// @param at a position
  /// @param op an operation
  /// @return whether it is the only one there
  public Bool demands(Sym<String> at, Op op) {
    String[] where = positions(ops -> ops.size() == 1 && ops.contains(op), op == Op.EXIT);
    return at.in(where);
  }

  /// Whether rules have to ask if a position leaves no choice but an operation.
  ///
  /// @param op an operation
  /// @return false only where programs have no end, and none ever demands it
  public boolean mayDemand(Op op) {
    return distinct.stream().noneMatch(Program::isEndless)
        || positions(ops -> ops.size() == 1 && ops.contains(op), false).length > 0;
  }

  /// Whether any program leaves a choice somewhere.
  ///
  /// @return whether there is a position with several operations
  public boolean choose() {
    return distinct.stream().anyMatch(p -> p.positions().stream().anyMatch(o -> o.size() > 1));
  }

  private String[] positions(Predicate<Set<Op>> test, boolean exit) {
    List<String> found = new ArrayList<>();
    for (List<Position> positions : layout) {
      for (Position position : positions) {
        if (test.test(position.ops())) {
          found.add(position.name());
        }
      }
    }
    if (exit) {
      found.add(EXIT);
    }
    return found.toArray(String[]::new);
  }

  /// The position after one; the end stays the end, and so does what the system does for ever.
  ///
  /// @param at a position
  /// @return the next
  public Sym<String> next(Sym<String> at) {
    Sym<String> result = at.constant(EXIT);
    for (int program = 0; program < layout.size(); program++) {
      List<Position> positions = layout.get(program);
      for (int step = 0; step < positions.size(); step++) {
        String after = after(distinct.get(program), positions, step);
        if (!after.equals(EXIT)) {
          result = ifAt(at, positions.get(step), after, result);
        }
      }
    }
    return result;
  }

  private static String after(Program program, List<Position> positions, int step) {
    if (program.isSystem()) {
      return positions.get(step).name();
    }
    String after = after(positions, step);
    return program.isEndless() && after.equals(EXIT) ? last(positions) : after;
  }

  private static String last(List<Position> positions) {
    return positions.reversed().stream()
        .filter(position -> !position.ops().isEmpty())
        .map(Position::name)
        .findFirst()
        .orElse(EXIT);
  }

  private static String after(List<Position> positions, int step) {
    return positions.stream()
        .skip(step + 1L)
        .filter(position -> !position.ops().isEmpty())
        .map(Position::name)
        .findFirst()
        .orElse(EXIT);
  }

  private static Sym<String> ifAt(
      Sym<String> at, Position here, String then, Sym<String> otherwise) {
    Term isHere = at.is(here.name()).term();
    return new Sym<>(new Term.IfElse(isHere, at.constant(then).term(), otherwise.term()));
  }

  /// Whether there are positions at which the template thread is created.
  ///
  /// @return whether announcing it and creating it are two operations, and somebody locks
  public boolean creates() {
    return layout.stream().anyMatch(each -> each.stream().anyMatch(at -> at.ops().isEmpty()));
  }

  /// Whether a position is one at which the template thread is created.
  ///
  /// @param at a position
  /// @return whether it is the second of a lock
  public Bool creates(Sym<String> at) {
    return at.in(positions(Set::isEmpty, false));
  }

  /// The positions at which the template thread is created, for drivers.
  ///
  /// @return their numbers in the sort of positions
  public Set<Long> creations() {
    return Arrays.stream(positions(Set::isEmpty, false))
        .map(name -> (long) sort.ordinal(name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The position at which the template thread is created that was announced at another.
  ///
  /// @param at a position that allows to lock
  /// @return the one behind it
  public Sym<String> creating(Sym<String> at) {
    Sym<String> result = at.constant(EXIT);
    for (List<Position> positions : layout) {
      for (int step = 1; step < positions.size(); step++) {
        Position behind = positions.get(step);
        if (behind.ops().isEmpty()) {
          result = ifAt(at, positions.get(step - 1), behind.name(), result);
        }
      }
    }
    return result;
  }

  /// Whether a goroutine of the system stands at a position: dead-lock detection does not count it,
  /// and only sysmon readies it.
  ///
  /// @param at a position
  /// @return whether it is that of [Op#FORCE_GC] alone
  public Bool isSystem(Sym<String> at) {
    return demands(at, Op.FORCE_GC);
  }

  /// Whether a goroutine is one of the system.
  ///
  /// @param goroutine its id, from 0
  /// @return whether it runs such a program
  public boolean isSystem(int goroutine) {
    return distinct.get(programOf.get(goroutine)).isSystem();
  }

  /// All programs in words, one for each goroutine.
  ///
  /// @return such as `G0: syscall; exit`
  public List<String> texts() {
    String[] texts = new String[programOf.size()];
    Arrays.setAll(texts, at -> "G" + at + ": " + distinct.get(programOf.get(at)).text());
    return List.of(texts);
  }
}
