package psyscall.model.run;

import java.util.List;
import java.util.Optional;
import psyscall.model.behavior.State;
import psyscall.model.engine.StepView;
import psyscall.model.workload.Operation;

/// Tells several listeners, in their order, and makes no object for it.
final class Audience implements RunListener {
  private final RunListener[] all;

  Audience(List<RunListener> all) {
    this.all = all.toArray(RunListener[]::new);
  }

  @Override
  public void began(State initial) {
    for (RunListener each : all) {
      each.began(initial);
    }
  }

  @Override
  public void stepped(long nanos, StepView step) {
    for (RunListener each : all) {
      each.stepped(nanos, step);
    }
  }

  @Override
  public void entered(long nanos, long goroutine, Operation.Way way) {
    for (RunListener each : all) {
      each.entered(nanos, goroutine, way);
    }
  }

  @Override
  public void left(long nanos, long goroutine, Operation.Way way) {
    for (RunListener each : all) {
      each.left(nanos, goroutine, way);
    }
  }

  @Override
  public void printed(long nanos, long goroutine, CallOutcome outcome) {
    for (RunListener each : all) {
      each.printed(nanos, goroutine, outcome);
    }
  }

  @Override
  public void said(long nanos, long goroutine, String text) {
    for (RunListener each : all) {
      each.said(nanos, goroutine, text);
    }
  }

  @Override
  public boolean hasEnough() {
    for (RunListener each : all) {
      if (each.hasEnough()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<Objection> objection() {
    for (RunListener each : all) {
      Optional<Objection> found = each.objection();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
