package psyscall.spec.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Type;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// The programs of all goroutines of a scenario as one enumeration of positions.
///
/// Goroutines with equal programs share positions, so they stay interchangeable; which program one
/// runs is data of the initial state and nothing that a rule can see.
public final class Programs {
  private final List<Program> distinct;
  private final List<Integer> programOf = new ArrayList<>();
  private final Sort.Enumeration sort;

  /// Lays out the positions.
  ///
  /// @param programs one for each goroutine, in the order of their ids
  public Programs(List<Program> programs) {
    distinct = List.copyOf(new LinkedHashSet<>(programs));
    programs.forEach(program -> programOf.add(distinct.indexOf(program)));
    List<String> names = new ArrayList<>();
    for (int at = 0; at < distinct.size(); at++) {
      List<Set<Op>> positions = distinct.get(at).positions();
      for (int position = 0; position < positions.size(); position++) {
        names.add(name(at, position, positions.get(position)));
      }
    }
    names.add("exit");
    sort = new Sort.Enumeration("Position", names);
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
    int program = programOf.get(goroutine);
    int at = 0;
    for (int before = 0; before < program; before++) {
      at += distinct.get(before).positions().size();
    }
    return distinct.get(program).positions().isEmpty() ? "exit" : sort.values().get(at);
  }

  /// Where the programs start.
  ///
  /// @return the names of the first positions
  public List<String> starts() {
    return java.util.stream.IntStream.range(0, programOf.size())
        .mapToObj(this::start)
        .distinct()
        .toList();
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

  /// Whether any program leaves a choice somewhere.
  ///
  /// @return whether there is a position with several operations
  public boolean choose() {
    return distinct.stream().anyMatch(p -> p.positions().stream().anyMatch(o -> o.size() > 1));
  }

  private String[] positions(java.util.function.Predicate<Set<Op>> test, boolean exit) {
    List<String> found = new ArrayList<>();
    int at = 0;
    for (Program program : distinct) {
      for (Set<Op> ops : program.positions()) {
        if (test.test(ops)) {
          found.add(sort.values().get(at));
        }
        at++;
      }
    }
    if (exit) {
      found.add("exit");
    }
    return found.toArray(String[]::new);
  }

  /// The position after one; the end stays the end.
  ///
  /// @param at a position
  /// @return the next
  public Sym<String> next(Sym<String> at) {
    Sym<String> result = at.constant("exit");
    int position = 0;
    for (Program program : distinct) {
      for (int step = 0; step < program.positions().size(); step++, position++) {
        boolean last = step == program.positions().size() - 1 && !program.isSystem();
        String after =
            last ? "exit" : sort.values().get(program.isSystem() ? position : position + 1);
        if (!last) {
          Term here = at.is(sort.values().get(position)).term();
          result = new Sym<>(new Term.IfElse(here, at.constant(after).term(), result.term()));
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
