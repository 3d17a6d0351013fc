package psyscall.checker.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.model.behavior.World;
import psyscall.spec.analysis.End;
import psyscall.spec.process.Process;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Polling that goes round by several steps, and how Spin sees that nothing comes of it.
///
/// A process that goes round can always move, so there is no rest for Spin. Instead the monitor
/// begins to watch, in any state in which the claim is false, and counts the turns of the process
/// that polls. While it watches,
///
/// - a polling step without news is a turn, and is possible only where nobody else can move
///   (Promela's `timeout`); where that process has none, it passes, which is a turn too;
/// - any other step ends the watch, polling with news included. What follows are states of the
///   specification again;
/// - the environment does not move. In a rest that the environment could end, it may move before
///   the first turn, for that ends the watch.
///
/// A turn changes nothing but the place of the process and the polled variables that it writes. So
/// after as many turns as those have values, all that polling can lead to has been seen: the state
/// in which the watch began is quiet, as the search of ours means it. This holds if there is only
/// one way to take each turn, which is asserted too. All watches are equally long, so the least
/// depth of a violation tells the least depth of a rest.
///
/// @param process the name of the process that polls
/// @param turns how many turns are watched, at least as many as there are values
record Rounds(String process, int turns) {
  /// How many turns a watch may have, for each of them takes the states again from which one began.
  static final int TURNS_MAX = 64;

  /// The variable that is 0 while nobody watches, and one more than the turns taken since.
  static final String TURN = "turn";

  /// What is false where two ways of polling are possible in a watch.
  static final String ONE_WAY = "(" + TURN + " == 0)";

  /// The polling of a specification.
  ///
  /// @param ways those of each process, by label
  /// @return empty if none goes round, or more than can be watched: several processes, or more
  ///   turns than [#TURNS_MAX]
  static Optional<Rounds> of(
      Specification specification, World world, Map<String, Map<String, List<Way>>> ways) {
    if (!roam(specification, ways)) {
      return Optional.empty();
    }
    List<Process> pollers =
        specification.processes().stream()
            .filter(
                process ->
                    process.polls() || changesPolled(ways.getOrDefault(process.name(), Map.of())))
            .toList();
    Process poller = pollers.getFirst();
    if (pollers.size() > 1 || !poller.polls() || poller.over().isPresent()) {
      return Optional.empty();
    }
    long turns = turns(ways.getOrDefault(poller.name(), Map.of()), world);
    return turns > TURNS_MAX
        ? Optional.empty()
        : Optional.of(new Rounds(poller.name(), (int) turns));
  }

  /// Whether polling goes round by several steps.
  static boolean roam(Specification specification, Map<String, Map<String, List<Way>>> ways) {
    return specification.processes().stream()
        .filter(Process::polls)
        .anyMatch(
            process ->
                ways.getOrDefault(process.name(), Map.of()).entrySet().stream()
                    .anyMatch(
                        at ->
                            at.getValue().stream().anyMatch(way -> Rest.roams(way, at.getKey()))));
  }

  private static boolean changesPolled(Map<String, List<Way>> ways) {
    return ways.values().stream()
        .flatMap(List::stream)
        .filter(way -> way.kind() == StepKind.POLLING)
        .anyMatch(way -> way.path().updates().keySet().stream().anyMatch(Var::polled));
  }

  /// How many places and values of what it writes the process may be seen at while nothing is news.
  private static long turns(Map<String, List<Way>> ways, World world) {
    Set<String> labels = new LinkedHashSet<>();
    Set<Var> written = new LinkedHashSet<>();
    ways.forEach(
        (label, all) -> {
          for (Way way : all) {
            if (way.kind() == StepKind.POLLING) {
              labels.add(label);
              way.path().updates().keySet().stream()
                  .filter(variable -> variable.polled() && !isCounter(variable))
                  .forEach(written::add);
              if (way.path().end() instanceof End.Jump jump) {
                labels.add(jump.label());
              }
            }
          }
        });
    long turns = labels.size();
    for (Var variable : written) {
      for (Leaf leaf : Leaf.of(variable)) {
        turns = times(turns, leaf, world);
      }
    }
    return turns;
  }

  private static boolean isCounter(Var variable) {
    return variable.role() == Var.Role.POLLED_COUNTER;
  }

  /// As often as the cells of a part have values, as far as that is of interest.
  private static long times(long turns, Leaf leaf, World world) {
    long cells = 1;
    for (Sort.Individual dim : leaf.dims()) {
      cells *= world.size(dim);
    }
    long product = turns;
    for (long cell = 0; cell < cells && product <= TURNS_MAX; cell++) {
      product *= values(leaf.sort(), world);
    }
    return product;
  }

  private static long values(Sort sort, World world) {
    return switch (sort) {
      case Sort.Truth _ -> 2;
      case Sort.Enumeration names -> names.values().size();
      case Sort.Range range -> range.high() - range.low() + 1;
      case Sort.Individual ids -> world.size(ids);
      case Sort.Optional optional -> world.size(optional.of()) + 1L;
      case Sort.SetOf set -> 1L << world.size(set.of());
      case Sort.Queue _, Sort.Bits _, Sort.Memory _, Sort.ArrayOf _, Sort.Struct _ ->
          throw new Unexportable("no Promela type for what polling writes: sort=" + sort);
    };
  }

  /// Whether a way is a turn unless it brings news.
  boolean isTurn(Way way, Process of) {
    return of.name().equals(process) && way.kind() == StepKind.POLLING;
  }

  /// Whether nobody watches.
  static Expression unwatched() {
    return Expression.word("!" + TURN);
  }

  /// Whether nobody watches, or no turn was taken yet.
  static Expression unbegun() {
    return Expression.word("(" + TURN + " < 2)");
  }

  /// Whether a turn can be taken, as far as others are concerned.
  static Expression othersRest() {
    return Expression.and(List.of(Expression.word(TURN), Expression.word("timeout")));
  }

  /// The monitor's part, of options.
  ///
  /// @param claim the name of the condition
  String options(String claim) {
    return "  :: d_step { (!%s && !(%s)) -> %s = 1 }\n".formatted(TURN, claim, TURN)
        + "  :: d_step { (%s > %d) -> assert(%s <= %d) }\n".formatted(TURN, turns, TURN, turns);
  }

  /// What a reader is told.
  List<String> comment() {
    return List.of(
        "%d steps more: polling is watched, turns=%d".formatted(turns + 1, turns),
        "polling that forks in a watch violates " + ONE_WAY);
  }
}
