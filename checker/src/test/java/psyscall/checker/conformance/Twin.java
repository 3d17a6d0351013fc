package psyscall.checker.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.model.interpret.Candidates;
import psyscall.model.interpret.Chooser;
import psyscall.model.interpret.OpenStore;
import psyscall.model.interpret.Outcome;
import psyscall.model.interpret.StepSemantics;
import psyscall.spec.expr.Expr;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Choice;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The same rules in the same world, executed by the interpreter.
final class Twin {
  private static final Actor ACTOR = Actor.of(Lifecycle.PROCESS);

  private final Lifecycle lifecycle;
  private final StepSemantics semantics;
  private final OpenStore store;
  private final Map<String, Integer> positions = new HashMap<>();
  private final int size;

  /// The rules for the interpreter.
  static StepSemantics rules(Lifecycle lifecycle) {
    return new StepSemantics(Flattening.of(lifecycle.refusing()));
  }

  /// A world of as many goroutines, threads and Ps.
  Twin(Lifecycle lifecycle, StepSemantics semantics, int size) {
    this.lifecycle = lifecycle;
    this.semantics = semantics;
    this.size = size;
    store = new OpenStore(semantics.schema());
    semantics.start(store);
    List<EventRule> events = lifecycle.traced();
    for (int at = 0; at < events.size(); at++) {
      positions.put(events.get(at).name(), at);
    }
    for (Sort.Individual sort : List.of(G.IDS.sort(), M.IDS.sort(), P.IDS.sort())) {
      for (int id = 0; id < size; id++) {
        semantics.admit(store, sort, id);
      }
    }
  }

  /// The answer of [OpenLifecycle#offer].
  int offer(String event, int g, int m, int p, int by) {
    Rule rule = semantics.rules(ACTOR, store).get(positions.get(event));
    Chooser chooser = chooser(Map.of("g", g, "m", m, "p", p), by);
    Outcome outcome = semantics.execute(rule, ACTOR, store, chooser);
    Outcome.Taken taken = (Outcome.Taken) outcome;
    if (taken.step().ending().isEmpty()) {
      return 0;
    }
    store.write(semantics.specification().variable(Specification.ENDING), Scalar.of(0));
    store.commit();
    String name = taken.step().ending().get().name();
    return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
  }

  private static Chooser chooser(Map<String, Integer> ids, int by) {
    return (Choice choice, Candidates candidates) -> {
      if (choice.name().equals("whether it is a thread")) {
        return Optional.of(Scalar.of(by < 0 ? 0 : 1));
      }
      return Optional.of(Scalar.of(choice.name().equals("by") ? by : ids.get(choice.name())));
    };
  }

  void assumeGoroutine(int g, GStatus status, int m) {
    store.write(variable(lifecycle.state().status), g, Scalar.of(status.ordinal()));
    store.write(variable(lifecycle.state().thread), g, Scalar.of(m));
    store.commit();
  }

  void assumeProcessor(int p, Holder holder, int m) {
    Value owner = new Struct(List.of(Scalar.of(holder.ordinal()), Scalar.of(m)));
    store.write(variable(lifecycle.state().owner), p, owner);
    store.commit();
  }

  private static Var variable(Expr handle) {
    return ((Term.Read) handle.term()).variable();
  }

  /// Everything that the state says.
  String state() {
    StringJoiner all = new StringJoiner("; ");
    for (Var variable : lifecycle.state().variables()) {
      StringJoiner one = new StringJoiner(" ");
      if (variable.sort() instanceof Sort.ArrayOf) {
        for (int id = 0; id < size; id++) {
          one.add(text(store.read(variable, id)));
        }
      } else {
        one.add(text(store.read(variable)));
      }
      all.add(variable.name() + " " + one);
    }
    return all.toString();
  }

  private static String text(Value value) {
    return value instanceof Struct struct
        ? struct.fields().stream().map(Twin::text).collect(Collectors.joining("/"))
        : String.valueOf(value.scalar());
  }
}
