package psyscall.model.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Answer;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.model.engine.TakenStep;
import psyscall.model.interpret.Candidates;
import psyscall.model.interpret.Chooser;
import psyscall.model.interpret.FixedStore;
import psyscall.model.interpret.Interpreter;
import psyscall.model.interpret.Outcome;
import psyscall.model.interpret.StepSemantics;
import psyscall.model.run.Objection;
import psyscall.model.run.RunEnd;
import psyscall.model.run.RunListener;
import psyscall.model.workload.Operation;
import psyscall.spec.process.Choice;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;

/// A run that takes the steps of a behaviour, such as a counterexample, in virtual time.
///
/// It goes on from its own states: each step is executed by its rule, with the recorded answers,
/// and has to lead to the recorded state. An object makes one run.
public final class FollowedRun {
  private static final Map<String, Operation.Way> RAW =
      Map.of(
          "RawSyscall.kernel", Operation.Way.RAW_SYSCALL,
          "RawBlocked.kernel", Operation.Way.RAW_BLOCKED);

  private final StepSemantics semantics;
  private final FixedStore store;
  private final Behavior behavior;
  private final List<RunListener> listeners;
  private final Map<Actor, Long> inRawCall = new HashMap<>();
  private final FollowedClock clock = new FollowedClock();

  /// Prepares a run.
  ///
  /// @param specification the rules of the behaviour
  /// @param world the sizes of its id sorts
  /// @param behavior what is followed
  /// @param listeners are told what happens, in this order
  public FollowedRun(
      Specification specification,
      World world,
      Behavior behavior,
      List<? extends RunListener> listeners) {
    semantics = new StepSemantics(specification);
    store = new FixedStore(new Interpreter(specification, world).initial(), world);
    this.behavior = behavior;
    this.listeners = List.copyOf(listeners);
  }

  /// Makes the run.
  ///
  /// @return how it ended: the first objection of a listener, or else the ending of the last step;
  ///   [RunEnd.StepsOver] if it has none
  /// @throws NotFollowedException if a step is not possible, or leads to another state
  public RunEnd run() {
    if (!store.state().equals(behavior.initial())) {
      throw new NotFollowedException(0, "another initial state");
    }
    listeners.forEach(listener -> listener.began(store.state()));
    long now = 0;
    int taken = 0;
    for (Transition transition : behavior.transitions()) {
      if (objection().isPresent()) {
        break;
      }
      taken++;
      now = follow(taken, transition);
    }
    return end(now, taken);
  }

  private RunEnd end(long now, int taken) {
    Optional<RunEnd> violated =
        objection().map(objection -> new RunEnd.Violated(now, taken, objection));
    return violated
        .or(
            () ->
                behavior.transitions().stream()
                    .reduce((_, last) -> last)
                    .flatMap(last -> last.step().ending())
                    .map(ending -> new RunEnd.Ended(now, taken, ending)))
        .orElseGet(() -> new RunEnd.StepsOver(now, taken));
  }

  private Optional<Objection> objection() {
    return listeners.stream().flatMap(listener -> listener.objection().stream()).findFirst();
  }

  private long follow(int position, Transition recorded) {
    Step wanted = recorded.step();
    Actor actor = wanted.actor();
    Rule rule =
        semantics.rules(actor, store).stream()
            .filter(each -> each.name().equals(wanted.rule().name()))
            .filter(each -> each.label().equals(wanted.rule().label()))
            .findFirst()
            .orElseThrow(
                () -> new NotFollowedException(position, "not at this label: actor=" + wanted));
    Outcome outcome = semantics.execute(rule, actor, store, new Answers(wanted.answers()));
    if (!(outcome instanceof Outcome.Taken(Step step, _, _))) {
      throw new NotFollowedException(position, "not possible: actor=" + wanted);
    }
    if (!store.state().equals(recorded.target())) {
      throw new NotFollowedException(position, "leads to another state: actor=" + wanted);
    }
    long now = clock.reach(step);
    TakenStep view = new TakenStep(step, store.state());
    listeners.forEach(listener -> listener.stepped(now, view));
    tellOfRawCalls(actor, step, now);
    return now;
  }

  /// Raw calls are told here, since the rules tell nobody of them.
  private void tellOfRawCalls(Actor actor, Step step, long now) {
    Optional.ofNullable(RAW.get(step.rule().name()))
        .ifPresent(
            way -> listeners.forEach(listener -> listener.left(now, inRawCall.get(actor), way)));
    if (step.ending().isEmpty()) {
      semantics.rules(actor, store).stream()
          .flatMap(rule -> Optional.ofNullable(RAW.get(rule.name())).stream())
          .findFirst()
          .ifPresent(way -> enters(actor, way, now));
    }
  }

  private void enters(Actor actor, Operation.Way way, long now) {
    long goroutine =
        store.read(semantics.specification().variable("m.curg"), actor.self()).scalar();
    inRawCall.put(actor, goroutine);
    listeners.forEach(listener -> listener.entered(now, goroutine, way));
  }

  /// Gives the recorded answers; none where another choice is met than was recorded.
  private static final class Answers implements Chooser {
    private final Deque<Answer> left;

    Answers(List<Answer> answers) {
      left = new ArrayDeque<>(answers);
    }

    @Override
    public Optional<Value> choose(Choice choice, Candidates candidates) {
      return Optional.ofNullable(left.pollFirst())
          .filter(answer -> answer.choice().name().equals(choice.name()))
          .map(Answer::value);
    }
  }
}
