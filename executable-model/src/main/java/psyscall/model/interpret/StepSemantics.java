package psyscall.model.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Schema;
import psyscall.model.interpret.Execution.Flow;
import psyscall.spec.process.Address;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.Process;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Executes one rule for one actor in place, in any store: for drivers that have a state of their
/// own and answer the choices themselves, such as threads or the real machine.
///
/// A step that ends the run keeps what it wrote, leaves the program counters as they are, and sets
/// the locals of its process to their defaults: nobody reads them any more.
///
/// Immutable, so it may be shared between threads; a store may not, unless it says so.
public final class StepSemantics {
  private final Specification specification;
  private final Schema schema;
  private final Map<String, Program> programs = new HashMap<>();
  private final Var ending;
  private final Map<String, Scalar> endings = new HashMap<>();

  /// Prepares a specification.
  ///
  /// @param specification what is executed
  public StepSemantics(Specification specification) {
    this.specification = specification;
    this.schema = new Schema(specification);
    this.ending = specification.variable(Specification.ENDING);
    Sort.Enumeration names = (Sort.Enumeration) ending.sort();
    names.values().forEach(name -> endings.put(name, Scalar.of(names.ordinal(name))));
    for (Process process : specification.processes()) {
      programs.put(process.name(), new Program(specification, process));
    }
  }

  /// What is executed.
  ///
  /// @return the specification
  public Specification specification() {
    return specification;
  }

  /// The variables by position.
  ///
  /// @return the schema of all its states and stores
  public Schema schema() {
    return schema;
  }

  /// Executes the initial assignments, and commits.
  ///
  /// @param store a store in which every variable has its default
  /// @throws ModelError if an assignment is impossible, chooses, or ends the run
  public void start(Store store) {
    assign(specification.initial(), store, Bindings.NONE);
    store.commit();
  }

  /// Adds an individual to a world that grows, with the entries that the initial assignments to all
  /// individuals of its sort (each a statement of its own, not inside another) give it, computed
  /// from the values now; and commits.
  ///
  /// @param store a store that was started
  /// @param sort the id sort
  /// @param id its id, from 0; one that is there already stays as it is
  /// @throws ModelError if an assignment chooses or ends the run
  public void admit(OpenStore store, Sort.Individual sort, long id) {
    if (!store.add(sort, id)) {
      return;
    }
    for (Line line : specification.initial().lines()) {
      if (line.statement() instanceof Statement.Bulk bulk && bulk.bound().sort().equals(sort)) {
        Statement assign = new Statement.Assign(bulk.place(), bulk.value());
        Statement mine = new Statement.If(bulk.where(), block(line.address(), assign), Block.EMPTY);
        Bindings env = Bindings.NONE.with(bulk.bound(), Scalar.of(id));
        assign(block(line.address(), mine), store, env);
      }
    }
    store.commit();
  }

  private static Block block(Address address, Statement statement) {
    return new Block(List.of(new Line(address, statement)));
  }

  private void assign(Block block, Store store, Bindings env) {
    Actor nobody = Actor.of("initial");
    Chooser none = (_, _) -> Optional.empty();
    Flow flow = new Execution(this, Optional.empty(), nobody, store, none).block(block, env);
    if (flow != Flow.ON) {
      throw new ModelError(
          "initial assignments that do not come to their end: specification="
              + specification.name()
              + ", flow="
              + flow);
    }
  }

  /// All who may take steps.
  ///
  /// @param store the state
  /// @return processes in the order of their declaration, individuals by id
  public List<Actor> actors(Store store) {
    List<Actor> actors = new ArrayList<>();
    for (Process process : specification.processes()) {
      if (process.over().isEmpty()) {
        actors.add(Actor.of(process.name()));
      } else {
        IdSet ids = store.universe(process.over().get());
        for (int at = 0; at < ids.size(); at++) {
          actors.add(new Actor(process.name(), ids.at(at)));
        }
      }
    }
    return List.copyOf(actors);
  }

  /// Whether the run goes on.
  ///
  /// @param store the state
  /// @return whether no step has ended it
  public boolean running(Store store) {
    return store.read(ending).scalar() == 0;
  }

  /// The rules at the label where an actor stands, possible or not.
  ///
  /// @param actor who
  /// @param store the state
  /// @return the rules in the order of the text
  public List<Rule> rules(Actor actor, Store store) {
    return program(actor).rules(store, actor.self());
  }

  private Program program(Actor actor) {
    Program program = programs.get(actor.process());
    if (program == null) {
      throw new IllegalArgumentException(
          "unknown process: name=" + actor.process() + ", available=" + processNames());
    }
    return program;
  }

  private List<String> processNames() {
    return specification.processes().stream().map(Process::name).toList();
  }

  /// Tries to take a step: commits it if it is possible, leaves the store as it was if not.
  ///
  /// @param rule one of the actor's [#rules] in this state
  /// @param actor whose step
  /// @param store the state, without provisional writes
  /// @param chooser answers the rule's choices
  /// @return what came of it; a run that has ended blocks every step
  /// @throws IllegalArgumentException if the actor does not stand at the rule's label
  /// @throws ModelError if the specification makes a mistake, naming rule and actor
  public Outcome execute(Rule rule, Actor actor, Store store, Chooser chooser) {
    if (!rules(actor, store).contains(rule)) {
      throw new IllegalArgumentException(
          "rule at another label: actor=" + actor.name() + ", label=" + rule.label());
    }
    RecordingStore recording = new RecordingStore(store);
    if (!running(recording)) {
      return new Outcome.Blocked(recording.reads());
    }
    Execution execution = execution(actor, recording, chooser);
    try {
      return switch (run(execution, rule, actor)) {
        case COMPLETE -> {
          store.commit();
          yield new Outcome.Taken(execution.step(rule), recording.reads(), recording.writes());
        }
        case BLOCKED -> new Outcome.Blocked(recording.reads());
        case REFUSED -> execution.refused(recording.reads());
        case ON -> throw new AssertionError("a rule that runs on is refused before");
      };
    } finally {
      // What is not committed by now, be it by an error of the chooser, was not done.
      store.undo();
    }
  }

  Execution execution(Actor actor, Store store, Chooser chooser) {
    return new Execution(this, Optional.of(program(actor)), actor, store, chooser);
  }

  Evaluator evaluator(Actor actor, Store store) {
    return new Evaluator(store, program(actor).over(), actor);
  }

  /// Runs a rule; mistakes of the specification get their place.
  Flow run(Execution execution, Rule rule, Actor actor) {
    try {
      Flow flow = execution.block(rule.body(), Bindings.NONE);
      if (flow == Flow.ON) {
        throw new ModelError("rule that does not say where it goes on");
      }
      return flow;
    } catch (ModelError e) {
      throw new ModelError(
          e.getMessage()
              + "; rule="
              + rule.name()
              + ", label="
              + rule.label()
              + ", actor="
              + actor.name(),
          e);
    }
  }

  /// Ends the run.
  void end(Store store, Ending how) {
    Scalar value = endings.get(how.name());
    if (value == null) {
      throw new ModelError("unknown ending: name=" + how.name());
    }
    store.write(ending, value);
  }
}
