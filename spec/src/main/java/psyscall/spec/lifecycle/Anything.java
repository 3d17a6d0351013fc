package psyscall.spec.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Ids;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.StepKind;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.term.Sort;

/// The lifecycle by itself: one event after the other, of whomever.
final class Anything extends Procedure {
  private final List<EventRule> rules;

  Anything(List<EventRule> rules) {
    super("one event after the other", rules.getFirst().text().source());
    this.rules = rules;
  }

  @Override
  protected void body() {
    boolean first = true;
    for (EventRule rule : rules) {
      if (first) {
        label(StepKind.PROTOCOL, "next", "");
      } else {
        or(StepKind.PROTOCOL, rule.name(), rule.text().source());
      }
      first = false;
      choose(rule, new ArrayList<>());
    }
  }

  private void choose(EventRule rule, List<Expr> chosen) {
    if (chosen.size() == rule.event().parameters().size()) {
      call(rule, chosen.toArray(Expr[]::new));
      goTo("next");
      return;
    }
    Sort.Field field = rule.event().parameters().get(chosen.size());
    Consumer<Expr> next =
        value -> {
          List<Expr> longer = new ArrayList<>(chosen);
          longer.add(value);
          choose(rule, longer);
        };
    if (field.sort().equals(G.IDS.sort())) {
      any(G.IDS, field.name(), next);
    } else if (field.sort().equals(M.IDS.sort())) {
      any(M.IDS, field.name(), next);
    } else if (field.sort().equals(P.IDS.sort())) {
      any(P.IDS, field.name(), next);
    } else {
      either(
          "whether it is a thread",
          new Case("sysmon", () -> next.accept(M.IDS.nil())),
          new Case(
              "a thread",
              () -> pick(field.name(), M.IDS.all(), id -> next.accept(id.known()), this::never)));
    }
  }

  private <K> void any(Ids<K> ids, String name, Consumer<Expr> next) {
    pick(name, ids.all(), next::accept, this::never);
  }

  private void never() {
    await(psyscall.spec.expr.Bool.FALSE);
  }
}
