package psyscall.checker.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import psyscall.checker.problem.Code;
import psyscall.checker.problem.Explored.Sighting;
import psyscall.checker.problem.Problem;
import psyscall.checker.store.StateStore;
import psyscall.model.compile.NextState;
import psyscall.spec.property.Property;

/// What one worker sees of the properties that are judged state by state and step by step.
///
/// A property whose question is answered is asked no more. Of several answers in one level of a
/// breadth-first search the least by content counts, so that it does not depend on the threads.
public final class Sights {
  /// Which of several answers counts.
  public enum Choice {
    /// The first one.
    FIRST,
    /// The state that is least by content.
    LEAST
  }

  private final Problem problem;
  private final NextState next;
  private final StateStore store;
  private final Frontier frontier;
  private final Task task;
  private final Choice choice;

  /// Of each property the state that answers, and the walk to it.
  private final int[] states;

  private final List<List<Integer>> walks;
  private boolean[] answered;

  /// The properties that are still open, by kind.
  private int[] always = {};

  private int[] sometimes = {};
  private int[] onStep = {};
  private int[] deadlock = {};

  /// The open properties of states and of steps that a step with a tag may answer, and the methods
  /// that tell.
  private int[][] alwaysByTag = {};

  private int[][] sometimesByTag = {};
  private int[][] onStepByTag = {};
  private int[][] methodByTag = {};

  /// By property.
  private final int[] places;

  private boolean sawViolation;

  /// Sees nothing yet.
  Sights(Task task, NextState next, Frontier frontier, Choice choice) {
    this.problem = task.problem();
    this.next = next;
    this.store = task.store();
    this.frontier = frontier;
    this.task = task;
    this.choice = choice;
    int properties = problem.properties().size();
    this.states = new int[properties];
    Arrays.fill(states, StateStore.NONE);
    this.walks = new ArrayList<>(Collections.nCopies(properties, List.of()));
    this.places = IntStream.range(0, properties).map(problem.conditions()::place).toArray();
    this.answered = new boolean[properties];
    askAll();
  }

  /// Asks only what is not answered.
  ///
  /// @param known by property
  public void ask(boolean[] known) {
    if (!Arrays.equals(answered, known)) {
      answered = known.clone();
      askAll();
    }
  }

  private void askAll() {
    always = open(Property.Always.class);
    sometimes = open(Property.Sometimes.class);
    onStep = open(Property.OnStep.class);
    deadlock = open(Property.DeadlockFree.class);
    int count = task.tags().size();
    alwaysByTag = byTag(always, this::matters);
    sometimesByTag = byTag(sometimes, this::matters);
    onStepByTag = byTag(onStep, (tag, property) -> method(tag, property) != Code.ALWAYS);
    methodByTag = new int[count][];
    for (int at = 0; at < count; at++) {
      int tag = at;
      methodByTag[tag] =
          Arrays.stream(onStepByTag[tag]).map(property -> method(tag, property)).toArray();
    }
  }

  private int[] open(Class<? extends Property> kind) {
    List<Property> properties = problem.properties();
    return IntStream.range(0, properties.size())
        .filter(at -> !answered[at] && kind.isInstance(properties.get(at)))
        .toArray();
  }

  /// Whether a step and a property have to do with each other.
  private interface Meeting {
    boolean of(int tag, int property);
  }

  private int[][] byTag(int[] properties, Meeting meeting) {
    return IntStream.range(0, task.tags().size())
        .mapToObj(
            tag ->
                Arrays.stream(properties).filter(property -> meeting.of(tag, property)).toArray())
        .toArray(int[][]::new);
  }

  private boolean matters(int tag, int property) {
    return task.dependence().matters(tag, places[property]);
  }

  private int method(int tag, int property) {
    return task.tags().method(places[property], tag);
  }

  /// Whether steps are judged at all.
  boolean judgesSteps() {
    return onStep.length > 0;
  }

  /// Judges a new state, whatever led to it.
  void state(int number, long[] buffer, int at) {
    judge(always, sometimes, number, buffer, at);
  }

  /// Judges a new state as far as the step that led to it may have changed the answers; what it
  /// cannot have changed is as it was before.
  void state(int number, long[] buffer, int at, int tag) {
    if (task.ending().isSet(buffer, at)) {
      judge(always, sometimes, number, buffer, at);
    } else {
      judge(alwaysByTag[tag], sometimesByTag[tag], number, buffer, at);
    }
  }

  private void judge(int[] toHold, int[] toBeMet, int number, long[] buffer, int at) {
    for (int property : toHold) {
      if (!next.holds(places[property], buffer, at)) {
        sight(property, number);
      }
    }
    for (int property : toBeMet) {
      if (states[property] == StateStore.NONE && next.holds(places[property], buffer, at)) {
        see(property, number);
      }
    }
  }

  /// Judges a step.
  void step(int parent, long[] before, int beforeAt, int tag, long[] after, int afterAt) {
    int[] properties = onStepByTag[tag];
    for (int i = 0; i < properties.length; i++) {
      if (!next.holdsOf(methodByTag[tag][i], before, beforeAt, after, afterAt)) {
        sight(properties[i], parent);
      }
    }
  }

  /// Judges a state without any step, in which the run goes on.
  void stuck(int number, long[] buffer, int at) {
    for (int property : deadlock) {
      if (!next.holds(places[property], buffer, at)) {
        sight(property, number);
      }
    }
  }

  private void sight(int property, int number) {
    sawViolation = true;
    see(property, number);
  }

  private void see(int property, int number) {
    int before = states[property];
    boolean isBetter =
        switch (choice) {
          case FIRST -> before == StateStore.NONE;
          case LEAST -> before == StateStore.NONE || store.compare(number, before) < 0;
        };
    if (isBetter) {
      states[property] = number;
      walks.set(property, frontier.walk());
    }
  }

  /// Whether a violation was seen.
  ///
  /// @return whether one of a property that is judged while steps are taken
  public boolean sawViolation() {
    return sawViolation;
  }

  /// What was seen of a property.
  ///
  /// @param property its position
  /// @return the state that tells, if there is one
  public Sighting of(int property) {
    int state = states[property];
    return state == StateStore.NONE
        ? Sighting.NONE
        : new Sighting(OptionalInt.of(state), walks.get(property));
  }
}
