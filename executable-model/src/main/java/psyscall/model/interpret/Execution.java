package psyscall.model.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Answer;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Occurrence;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Value;
import psyscall.spec.process.Block;
import psyscall.spec.process.Choice;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// The meaning of statements: one execution of a rule's body for one actor, in place in a store.
///
/// What is written stays provisional; whoever executes commits or undoes it.
final class Execution {
  private final StepSemantics semantics;
  private final Optional<Program> program;
  private final Actor actor;
  private final Store store;
  private final Chooser chooser;
  private final Evaluator evaluator;
  private final List<Answer> answers = new ArrayList<>(2);
  private final List<Occurrence> events = new ArrayList<>(2);
  private String clause = "";
  private Optional<Ending> ending = Optional.empty();
  private Optional<Choice> refusedChoice = Optional.empty();
  private Optional<Value> refusedAnswer = Optional.empty();

  /// How control leaves a statement.
  enum Flow {
    /// To the next statement.
    ON,
    /// The step is complete: by a jump or by an ending.
    COMPLETE,
    /// The step is not possible.
    BLOCKED,
    /// A choice was not answered by one of its candidates.
    REFUSED
  }

  /// @param program the process of the actor; empty for the initial assignments
  Execution(
      StepSemantics semantics,
      Optional<Program> program,
      Actor actor,
      Store store,
      Chooser chooser) {
    this.semantics = semantics;
    this.program = program;
    this.actor = actor;
    this.store = store;
    this.chooser = chooser;
    this.evaluator = new Evaluator(store, program.flatMap(Program::over), actor);
  }

  /// What was done, once the flow is complete.
  Step step(Rule rule) {
    return new Step(rule, actor, answers, events, clause, ending);
  }

  /// What was refused, once the flow is that.
  ///
  /// @param reads what was read until then
  Outcome.Refused refused(Set<Access> reads) {
    return new Outcome.Refused(refusedChoice.orElseThrow(), refusedAnswer, reads);
  }

  /// Executes statements in order, until one leads elsewhere.
  Flow block(Block block, Bindings outer) {
    Bindings env = outer;
    for (Line line : block.lines()) {
      Flow flow =
          switch (line.statement()) {
            case Statement.Let s -> {
              env = env.with(s.bound(), evaluator.value(s.value(), env));
              yield Flow.ON;
            }
            case Statement.Require s -> {
              Value id = evaluator.value(s.optional(), env);
              env = env.with(s.bound(), id);
              yield id.scalar() < 0 ? end(s.ifNil()) : Flow.ON;
            }
            case Statement.Assign s -> assign(s, env);
            case Statement.Bulk s -> bulk(s, env);
            case Statement.If s ->
                block(evaluator.holds(s.condition(), env) ? s.then() : s.otherwise(), env);
            case Statement.IfSome s -> ifSome(s, env);
            case Statement.Pick s -> pick(s, env);
            case Statement.Either s -> either(s, env);
            case Statement.Await s -> evaluator.holds(s.condition(), env) ? Flow.ON : Flow.BLOCKED;
            case Statement.Section s ->
                evaluator.holds(s.free(), env) ? block(s.body(), env) : Flow.BLOCKED;
            case Statement.Assert s ->
                evaluator.holds(s.condition(), env) ? Flow.ON : end(s.otherwise());
            case Statement.Halt s -> end(s.ending());
            case Statement.Goto s -> jump(s);
            case Statement.Emit s -> emit(s, env);
            case Statement.Say s -> {
              clause = s.clause();
              yield Flow.ON;
            }
            case Statement.Call _, Statement.Return _, Statement.Become _ ->
                throw new ModelError("statement before inlining: address=" + line.address());
          };
      if (flow != Flow.ON) {
        return flow;
      }
    }
    return Flow.ON;
  }

  private Flow assign(Statement.Assign s, Bindings env) {
    Value value = evaluator.value(s.value(), env);
    Optional<Ending> broken = Limits.broken(s.place().sort(), value);
    if (broken.isPresent()) {
      return end(broken.get());
    }
    Place.of(s.place(), evaluator, env).write(store, value);
    return Flow.ON;
  }

  /// Stores nothing at all if one of the values breaks a limit.
  private Flow bulk(Statement.Bulk s, Bindings env) {
    Sort sort = s.place().sort();
    List<Place> places = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    IdSet ids = store.universe(Check.individual(s.bound().sort()));
    for (int at = 0; at < ids.size(); at++) {
      Bindings inner = env.with(s.bound(), Scalar.of(ids.at(at)));
      if (evaluator.holds(s.where(), inner)) {
        Value value = evaluator.value(s.value(), inner);
        Optional<Ending> broken = Limits.broken(sort, value);
        if (broken.isPresent()) {
          return end(broken.get());
        }
        places.add(Place.of(s.place(), evaluator, inner));
        values.add(value);
      }
    }
    for (int at = 0; at < places.size(); at++) {
      places.get(at).write(store, values.get(at));
    }
    return Flow.ON;
  }

  private Flow ifSome(Statement.IfSome s, Bindings env) {
    Value id = evaluator.value(s.optional(), env);
    return id.scalar() < 0 ? block(s.none(), env) : block(s.some(), env.with(s.bound(), id));
  }

  private Flow pick(Statement.Pick s, Bindings env) {
    Candidates candidates = candidates(s.domain(), env);
    if (candidates.isEmpty()) {
      return block(s.none(), env);
    }
    Optional<Value> answer = answer(s.choice(), candidates);
    return answer.isEmpty() ? Flow.REFUSED : block(s.some(), env.with(s.bound(), answer.get()));
  }

  private Candidates candidates(Domain domain, Bindings env) {
    return switch (domain) {
      case Domain.ElementOf d -> new Candidates.Elements(evaluator.set(d.set(), env));
      case Domain.SubsetOf d -> new Candidates.Subsets(evaluator.set(d.set(), env));
      case Domain.OneOf d -> {
        List<Value> values = new ArrayList<>();
        for (Term value : d.values()) {
          values.add(evaluator.value(value, env));
        }
        yield new Candidates.Values(values);
      }
    };
  }

  private Flow either(Statement.Either s, Bindings env) {
    Candidates candidates = new Candidates.Alternatives(s.alternatives().size());
    if (candidates.isEmpty()) {
      return Flow.BLOCKED;
    }
    Optional<Value> answer = answer(s.choice(), candidates);
    return answer.isEmpty()
        ? Flow.REFUSED
        : block(s.alternatives().get((int) answer.get().scalar()).body(), env);
  }

  private Optional<Value> answer(Choice choice, Candidates candidates) {
    Optional<Value> answer = chooser.choose(choice, candidates);
    if (answer.isPresent() && candidates.allows(answer.get())) {
      answers.add(new Answer(choice, answer.get()));
      return answer;
    }
    refusedChoice = Optional.of(choice);
    refusedAnswer = answer;
    return Optional.empty();
  }

  private Flow jump(Statement.Goto s) {
    Program mine =
        program.orElseThrow(() -> new ModelError("jump outside a process: target=" + s.label()));
    mine.jump(store, actor.self(), s.label());
    return Flow.COMPLETE;
  }

  /// The locals are dead now, as at a label where nobody reads them: without the reset two states
  /// that differ in nothing that matters would be told apart.
  private Flow end(Ending how) {
    semantics.end(store, how);
    program.ifPresent(mine -> mine.reset(store, actor.self()));
    ending = Optional.of(how);
    return Flow.COMPLETE;
  }

  private Flow emit(Statement.Emit s, Bindings env) {
    List<Value> arguments = new ArrayList<>(s.arguments().size());
    for (Term argument : s.arguments()) {
      arguments.add(evaluator.value(argument, env));
    }
    events.add(new Occurrence(s.event(), arguments));
    return Flow.ON;
  }
}
