package psyscall.spec.property;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import psyscall.spec.term.IllFormed;

/// The catalogue of claims about Go's runtime.
public final class Properties {
  /// The property for which the steps of a specification must be checked against the lifecycle.
  public static final String REFINES_LIFECYCLE = RefinesLifecycle.NAME;

  private static final Map<String, Function<RuntimeView, Property>> CATALOGUE = catalogue();

  private Properties() {}

  private static Map<String, Function<RuntimeView, Property>> catalogue() {
    Map<String, Function<RuntimeView, Property>> all = new TreeMap<>();
    all.put(ProcessorInOnePlace.NAME, ProcessorInOnePlace::of);
    all.put(GoroutineInOnePlace.NAME, GoroutineInOnePlace::of);
    all.put(NoThrow.NAME, NoThrow::of);
    all.put(IdleOnlyWithNothingToDo.NAME, IdleOnlyWithNothingToDo::of);
    all.put(DeadlockFree.NAME, DeadlockFree::of);
    all.put(NoIdleBesideLocalWork.NAME, NoIdleBesideLocalWork::of);
    all.put(NetworkIsPolled.NAME, NetworkIsPolled::of);
    all.put(WorkConservation.NAME, WorkConservation::of);
    all.put(WorkConservationAtRest.NAME, WorkConservationAtRest::of);
    all.put(NoLostStopNotification.NAME, NoLostStopNotification::of);
    all.put(NoSyscallBesideDeepSleep.NAME, NoSyscallBesideDeepSleep::of);
    all.put(RefinesLifecycle.NAME, RefinesLifecycle::of);
    all.put(SemaphoreIsReleased.NAME, SemaphoreIsReleased::of);
    all.put(EntryWakesSysmon.NAME, EntryWakesSysmon::of);
    all.put(StopwaitCountsUnstopped.NAME, StopwaitCountsUnstopped::of);
    all.put(StoppedWorldRunsNobody.NAME, StoppedWorldRunsNobody::of);
    all.put(WakeUpsCarryNews.NAME, WakeUpsCarryNews::of);
    all.put(SafePointRunsOnce.NAME, SafePointRunsOnce::of);
    all.put(DeadlockDetectionIsRight.NAME, DeadlockDetectionIsRight::of);
    all.put(StopTheWorldCanComplete.NAME, StopTheWorldCanComplete::of);
    all.put(ForEachPCanComplete.NAME, ForEachPCanComplete::of);
    all.put(SpinnersAreCounted.NAME, SpinnersAreCounted::of);
    all.put(RunningHasAProcessor.NAME, RunningHasAProcessor::of);
    all.put(IdleThreadsHoldNothing.NAME, IdleThreadsHoldNothing::of);
    all.put(LockedRunsOnItsThread.NAME, LockedRunsOnItsThread::of);
    all.put(RetakeHappens.NAME, RetakeHappens::of);
    all.put(SlowExitHappens.NAME, SlowExitHappens::of);
    all.put(AbaHappens.NAME, AbaHappens::of);
    all.put(DeepSleepEnds.NAME, DeepSleepEnds::of);
    all.put(WorldStops.NAME, WorldStops::of);
    all.put(StopWaits.NAME, StopWaits::of);
    all.put(ResultsAreOnesOwn.NAME, ResultsAreOnesOwn::of);
    all.put(IdleBesideQueuedWork.NAME, IdleBesideQueuedWork::of);
    return java.util.Collections.unmodifiableMap(all);
  }

  /// The names of all properties.
  ///
  /// @return in alphabetical order
  public static List<String> names() {
    return List.copyOf(CATALOGUE.keySet());
  }

  /// A property about a specification.
  ///
  /// @param name its name; `no-throw:` and the name of a throw for the claim about that throw alone
  /// @param view the specification it speaks of
  /// @return the property
  public static Property of(String name, RuntimeView view) {
    String prefix = NoThrow.NAME + ":";
    if (name.startsWith(prefix)) {
      return NoThrow.of(view, name.substring(prefix.length()));
    }
    Function<RuntimeView, Property> claim = CATALOGUE.get(name);
    if (claim == null) {
      throw new IllFormed("unknown property: name=" + name + ", available=" + names());
    }
    return claim.apply(view);
  }
}
