package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.spec.analysis.Constant;
import psyscall.spec.analysis.End;
import psyscall.spec.analysis.Path;
import psyscall.spec.analysis.SymbolicPaths;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The paths that a solver sees against the steps that the interpreter takes: on every reachable
/// state of every toy, for each actor, each rule and each answer to its choices.
class SymbolicPathsAgreementTest {
  private static final Set<Class<?>> REMOVED_BY_INLINING =
      Set.of(Statement.Call.class, Statement.Return.class, Statement.Become.class);

  /// A path for one actor with one answer for each of its constants.
  private record Instance(
      Actor actor, Rule rule, List<Constant> choices, List<Term> answers, Path path) {

    boolean excludes(Instance other) {
      return IntStream.range(0, choices.size())
          .anyMatch(
              at -> {
                int there = other.choices.indexOf(choices.get(at));
                return there >= 0 && !other.answers.get(there).equals(answers.get(at));
              });
    }
  }

  /// What one way through a rule comes to; answers as text.
  private record Result(
      String actor, Rule rule, List<String> answers, Optional<String> ending, State target) {}

  @ParameterizedTest
  @MethodSource("psyscall.model.interpret.ToyWorld#all")
  void pathsAreTheStepsOfTheInterpreter(ToyWorld toy) {
    assertThat(stepsThatAgree(toy)).isEqualTo(toy.transitions());
  }

  @ParameterizedTest
  @MethodSource("psyscall.model.interpret.ToyWorld#runtime")
  void pathsOfTheRuntimeAreTheStepsOfTheInterpreter(ToyWorld scenario) {
    assertThat(stepsThatAgree(scenario)).isGreaterThan(500);
  }

  private int stepsThatAgree(ToyWorld toy) {
    Interpreter interpreter = toy.interpreter();
    List<Instance> instances = instances(interpreter);

    int transitions = 0;
    for (State state : ToyWorld.reachable(interpreter)) {
      List<Result> expected = interpreter.successors(state).stream().map(this::result).toList();
      List<Instance> taken =
          instances.stream()
              .filter(one -> interpreter.holds(one.path().condition(), state))
              .toList();
      List<Result> found = taken.stream().map(one -> result(one, state, interpreter)).toList();

      assertThat(found).as("steps out of %s", state).containsExactlyInAnyOrderElementsOf(expected);
      assertExclusive(taken, state);
      transitions += found.size();
    }
    return transitions;
  }

  @ParameterizedTest
  @MethodSource("psyscall.model.interpret.ToyWorld#all")
  void countsOfStatesArePinned(ToyWorld toy) {
    assertThat(ToyWorld.reachable(toy.interpreter()).size()).isEqualTo(toy.states());
  }

  /// Without this the agreement could be about paths that no toy takes.
  @Test
  void toysTakeEveryKindOfPath() {
    Set<String> ends = new TreeSet<>();
    ToyWorld.all()
        .forEach(
            toy -> {
              Interpreter interpreter = toy.interpreter();
              for (State state : ToyWorld.reachable(interpreter)) {
                interpreter.successors(state).stream()
                    .map(transition -> transition.step().ending())
                    .forEach(ending -> ends.add(ending.map(Ending::name).orElse("jump")));
              }
            });

    assertThat(ends)
        .contains("jump", "out-of-range", "queue-full", "nil-dereference") // the language's own
        .contains("not-alone", "overtaken", "unread", "full") // throws
        .contains("closed", "balanced", "done"); // final ends
  }

  @Test
  void toysUseEveryStatement() {
    Set<Class<?>> used = new HashSet<>();
    ToyWorld.all()
        .flatMap(toy -> toy.specification().rules().stream())
        .forEach(rule -> collect(rule.body(), used));

    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Statement.class.getPermittedSubclasses())
                .filter(kind -> !REMOVED_BY_INLINING.contains(kind))
                .toList());
  }

  private static void collect(Block block, Set<Class<?>> used) {
    for (Line line : block.lines()) {
      used.add(line.statement().getClass());
      Blocks.map(
          line.statement(),
          inner -> {
            collect(inner, used);
            return inner;
          });
    }
  }

  private static void assertExclusive(List<Instance> taken, State state) {
    for (int at = 0; at < taken.size(); at++) {
      Instance one = taken.get(at);
      assertThat(taken.subList(at + 1, taken.size()))
          .as("paths beside %s in %s", one.path(), state)
          .noneMatch(
              other ->
                  other.actor().equals(one.actor())
                      && other.rule().equals(one.rule())
                      && !one.excludes(other));
    }
  }

  private Result result(Transition transition) {
    return new Result(
        transition.step().actor().name(),
        transition.step().rule(),
        transition.step().answers().stream().map(Object::toString).toList(),
        transition.step().ending().map(ending -> ending.name()),
        transition.target());
  }

  private Result result(Instance instance, State state, Interpreter interpreter) {
    State target = state;
    for (Map.Entry<Var, Term> update : instance.path().updates().entrySet()) {
      target = target.with(update.getKey(), interpreter.evaluate(update.getValue(), state));
    }
    List<String> answers = new ArrayList<>();
    for (int at = 0; at < instance.choices().size(); at++) {
      Constant constant = instance.choices().get(at);
      answers.add(
          constant.choice().name()
              + "="
              + interpreter
                  .evaluate(instance.answers().get(at), state)
                  .format(constant.choice().sort()));
    }
    Optional<String> ending =
        switch (instance.path().end()) {
          case End.Jump _ -> Optional.empty();
          case End.Stop stop -> Optional.of(stop.ending().name());
        };
    State left =
        ending.isPresent() ? withLocalsReset(target, instance.actor(), interpreter) : target;
    return new Result(instance.actor().name(), instance.rule(), answers, ending, left);
  }

  /// Paths leave out that a step which ends the run resets the locals; see [EndedRunTest].
  private static State withLocalsReset(State state, Actor actor, Interpreter interpreter) {
    FixedStore store = new FixedStore(state, interpreter.world());
    interpreter.specification().processes().stream()
        .filter(process -> process.name().equals(actor.process()))
        .map(process -> new Program(interpreter.specification(), process))
        .forEach(program -> program.reset(store, actor.self()));
    return store.state();
  }

  private static List<Instance> instances(Interpreter interpreter) {
    Specification specification = interpreter.specification();
    Map<Rule, List<Path>> paths = new LinkedHashMap<>();
    specification.rules().forEach(rule -> paths.put(rule, SymbolicPaths.of(rule, specification)));
    List<Instance> instances = new ArrayList<>();
    for (Actor actor : interpreter.actors()) {
      Optional<Term> self =
          specification.processes().stream()
              .filter(process -> process.name().equals(actor.process()))
              .findFirst()
              .flatMap(process -> process.over())
              .map(sort -> new Term.Literal(sort, actor.self()));
      paths.forEach(
          (rule, all) -> {
            if (rule.process().equals(actor.process())) {
              for (Path path : all) {
                for (List<Term> answers : answers(path.choices(), interpreter)) {
                  Path instance = path.instance(self, answers);
                  instances.add(new Instance(actor, rule, path.choices(), answers, instance));
                }
              }
            }
          });
    }
    return instances;
  }

  /// Every valuation of the constants over the values of the world.
  private static List<List<Term>> answers(List<Constant> choices, Interpreter interpreter) {
    List<List<Term>> all = List.of(List.of());
    for (Constant constant : choices) {
      List<Term> values = values(constant.domain(), constant.bound().sort(), interpreter);
      all =
          all.stream()
              .flatMap(
                  before ->
                      values.stream()
                          .map(value -> Stream.concat(before.stream(), Stream.of(value)).toList()))
              .toList();
    }
    return all;
  }

  private static List<Term> values(Domain domain, Sort sort, Interpreter interpreter) {
    return switch (domain) {
      case Domain.ElementOf _ -> individuals((Sort.Individual) sort, interpreter);
      case Domain.SubsetOf _ -> {
        List<Term> subsets = List.of(new Term.Empty(sort));
        for (Term id : individuals(((Sort.SetOf) sort).of(), interpreter)) {
          subsets =
              subsets.stream()
                  .flatMap(
                      set ->
                          Stream.of(
                              set,
                              new CollectionTerm.Combine(
                                  CollectionTerm.Combine.Operator.UNION,
                                  set,
                                  new CollectionTerm.Singleton(id))))
                  .toList();
        }
        yield subsets;
      }
      case Domain.OneOf(List<Term> values) -> {
        assertThat(values).as("candidates of the toys").allMatch(Term.Literal.class::isInstance);
        yield values;
      }
    };
  }

  private static List<Term> individuals(Sort.Individual sort, Interpreter interpreter) {
    return LongStream.range(0, interpreter.world().size(sort))
        .<Term>mapToObj(index -> new Term.Literal(sort, index))
        .toList();
  }
}
