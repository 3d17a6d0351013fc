package psyscall.checker.conformance;

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
import psyscall.spec.process.Choice;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The same rules in the same world, executed by the interpreter: one process that at any moment
/// tries any event, with arguments that it picks by their names.
final class Twin {
  private final StepSemantics semantics;
  private final OpenStore store;
  private final List<String> events;
  private final List<Var> variables;
  private final Actor actor;
  private final int size;

  /// A world of as many individuals of each sort.
  ///
  /// @param events their names in the order of the process's rules
  Twin(
      StepSemantics semantics,
      List<String> events,
      List<Var> variables,
      List<Sort.Individual> sorts,
      int size) {
    this.semantics = semantics;
    this.events = events;
    this.variables = variables;
    this.size = size;
    actor = Actor.of(semantics.specification().processes().getFirst().name());
    store = new OpenStore(semantics.schema());
    semantics.start(store);
    for (Sort.Individual sort : sorts) {
      for (int id = 0; id < size; id++) {
        semantics.admit(store, sort, id);
      }
    }
  }

  /// Which guard refuses an event; 0 if it was done.
  ///
  /// @param ids the arguments; −1 for one that may be nil
  int offer(String event, Map<String, Integer> ids) {
    Rule rule = semantics.rules(actor, store).get(events.indexOf(event));
    Outcome outcome = semantics.execute(rule, actor, store, chooser(ids));
    Outcome.Taken taken = (Outcome.Taken) outcome;
    if (taken.step().ending().isEmpty()) {
      return 0;
    }
    store.write(semantics.specification().variable(Specification.ENDING), Scalar.of(0));
    store.commit();
    String name = taken.step().ending().get().name();
    return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
  }

  /// A choice that is no argument is between sysmon and a thread.
  private static Chooser chooser(Map<String, Integer> ids) {
    return (Choice choice, Candidates _) -> {
      Integer id = ids.get(choice.name());
      boolean isThread = ids.getOrDefault("by", -1) >= 0;
      return Optional.of(id == null ? Scalar.of(isThread) : Scalar.of(id));
    };
  }

  void write(Expr variable, int id, Value value) {
    store.write(((Term.Read) variable.term()).variable(), id, value);
    store.commit();
  }

  /// Everything that the state says.
  String state() {
    StringJoiner all = new StringJoiner("; ");
    for (Var variable : variables) {
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
