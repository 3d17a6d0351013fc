package psyscall.checker.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.spec.process.Process;

/// What the text of a process says of a watch: which of its steps are turns ([Rounds]).
///
/// @param rounds the polling that is watched; if there is none, the text says nothing of it
/// @param process whose text it is
/// @param translator of its terms
record Turns(Optional<Rounds> rounds, Process process, Translator translator) {
  private static final String END = Rounds.TURN + " = 0";
  private static final String TAKE = Rounds.TURN + " = " + Rounds.TURN + " + 1";

  /// A transition of the text.
  ///
  /// @param title for a reader
  /// @param guard when it is possible
  /// @param statements what it does, in order
  record Option(String title, Expression guard, List<String> statements) {
    String text() {
      String head = "    /* %s */\n    :: ".formatted(title.replace("*/", "* /"));
      if (statements.isEmpty()) {
        return head + guard.text() + "\n";
      }
      return head
          + "d_step {\n        "
          + guard.text()
          + " ->\n        "
          + String.join(";\n        ", statements)
          + "\n      }\n";
    }
  }

  /// A way as one transition, or as two if it may be a turn.
  ///
  /// @param guard when it can be gone
  /// @param statements what it does
  List<Option> of(Way way, Expression guard, List<String> statements) {
    if (rounds.isEmpty()) {
      return List.of(new Option(way.title(), guard, statements));
    }
    if (!isTurn(way)) {
      return List.of(new Option(way.title(), guard, with(statements, END)));
    }
    Expression unwatched = Expression.or(List.of(Rounds.unwatched(), news(way)));
    Expression watched = Expression.and(List.of(Rounds.othersRest(), withoutNews(way, guard)));
    return List.of(
        new Option(way.title(), Expression.and(List.of(guard, unwatched)), with(statements, END)),
        new Option("a turn: " + way.title(), watched, with(statements, TAKE)));
  }

  /// What else is possible at a label in a watch.
  ///
  /// @param ways those that begin there
  /// @param guards when each can be gone
  List<Option> others(List<Way> ways, List<Expression> guards) {
    if (rounds.filter(watched -> watched.process().equals(process.name())).isEmpty()) {
      return List.of();
    }
    List<Expression> turns = new ArrayList<>();
    for (int at = 0; at < ways.size(); at++) {
      if (isTurn(ways.get(at))) {
        turns.add(withoutNews(ways.get(at), guards.get(at)));
      }
    }
    Expression none = Expression.or(turns).not();
    List<Option> options = new ArrayList<>();
    options.add(
        new Option(
            "a turn: passes", Expression.and(List.of(Rounds.othersRest(), none)), List.of(TAKE)));
    if (turns.size() > 1) {
      Expression number = turns.stream().reduce(Expression.of(0), Expression::plus);
      Expression forks = Expression.of(1).less(number);
      options.add(
          new Option(
              "polling forks",
              Expression.and(List.of(Rounds.othersRest(), forks)),
              List.of("assert" + Rounds.ONE_WAY)));
    }
    return options;
  }

  private boolean isTurn(Way way) {
    return rounds.map(watched -> watched.isTurn(way, process)).orElse(false);
  }

  private Expression withoutNews(Way way, Expression guard) {
    return Expression.and(List.of(guard, news(way).not()));
  }

  /// Whether a way changes a variable that is not polled.
  private Expression news(Way way) {
    List<Write> writes = new ArrayList<>();
    way.path()
        .updates()
        .forEach(
            (variable, value) -> {
              if (!variable.polled()) {
                writes.addAll(Write.of(variable, value, translator));
              }
            });
    return Rest.changes(writes);
  }

  private static List<String> with(List<String> statements, String last) {
    List<String> all = new ArrayList<>(statements);
    all.add(last);
    return all;
  }
}
