package psyscall.spec.release;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A release of Go: its number, and what was changed in its protocol since 1.10.8.
///
/// @param name its number, such as `1.10.8`
/// @param changes what is otherwise than in 1.10.8, in the order of their declaration
public record Release(String name, Set<Change> changes) {
  /// The release from which the others are told.
  public static final Release GO_1_10_8 = new Release("1.10.8", Set.of());

  /// The last of 1.14: the P is remembered apart, preemption by signals.
  public static final Release GO_1_14_15 =
      new Release(
          "1.14.15",
          EnumSet.of(
              Change.OLDP,
              Change.ASYNC_PREEMPT,
              Change.RESERVE_M,
              Change.RETAKE_BY_SLICE,
              Change.SPIN_BESIDE_IDLE,
              Change.SPIN_CHECK_FIRST,
              Change.SUSPEND_G,
              Change.SAFE_POINT_WAITS,
              Change.TEMPLATE_ATOMIC,
              Change.LOCKED_EXIT_STAYS_LOCKED,
              Change.POLL_TAKES_P));

  /// The last of 1.19.
  public static final Release GO_1_19_13 =
      new Release(
          "1.19.13",
          EnumSet.of(
              Change.OLDP,
              Change.ASYNC_PREEMPT,
              Change.NO_MCACHE,
              Change.RESERVE_M,
              Change.RETAKE_BY_SLICE,
              Change.SPIN_BESIDE_IDLE,
              Change.SCHEDULE_IN_FINDRUNNABLE,
              Change.WAKEP_LOOKS,
              Change.RECHECK_IF_SPUN,
              Change.SEMA_HANDOFF,
              Change.EXIT_READS_LOCKEDM,
              Change.SUSPEND_G,
              Change.STOPPER_WAITS,
              Change.SAFE_POINT_WAITS,
              Change.TEMPLATE_ATOMIC,
              Change.LOCKED_EXIT_STAYS_LOCKED,
              Change.INJECT_LOCAL,
              Change.POLL_TAKES_P,
              Change.IDLE_MARK_WORKER_IN_HAND));

  /// Copies the changes.
  public Release {
    changes = Collections.unmodifiableSet(copy(changes));
  }

  private static Set<Change> copy(Set<Change> changes) {
    return changes.isEmpty() ? EnumSet.noneOf(Change.class) : EnumSet.copyOf(changes);
  }

  /// The releases that are modelled.
  ///
  /// @return the oldest first
  public static List<Release> all() {
    return List.of(GO_1_10_8, GO_1_14_15, GO_1_19_13);
  }

  /// A minor release as the traces of its programs need it: with the changes that the lifecycle of
  /// goroutines and processors asks for, and without those that only a modelled release needs.
  ///
  /// @param minor the number after `1.`, 5 or more
  /// @return the release, such as `1.26`
  public static Release traced(int minor) {
    if (minor < 5) {
      throw new IllegalArgumentException("release without traces: minor=" + minor + ", limit=5..");
    }
    Set<Change> made = EnumSet.noneOf(Change.class);
    if (minor >= 12) {
      made.add(Change.OLDP);
    }
    if (minor >= 23) {
      made.add(Change.COROUTINES);
    }
    if (minor >= 26) {
      made.add(Change.P_STAYS_RUNNING);
    }
    return new Release("1." + minor, made);
  }

  /// A release by its number.
  ///
  /// @param name such as `1.10.8`
  /// @return the release, if it is modelled
  public static Optional<Release> named(String name) {
    return all().stream().filter(release -> release.name().equals(name)).findFirst();
  }

  /// Whether this is a release or a later one.
  ///
  /// @param other another release
  /// @return whether its text is at least as new; changes that were brought to it do not count
  public boolean isFrom(Release other) {
    return Arrays.compare(numbers(), other.numbers()) >= 0;
  }

  /// Its numbers; a minor release without a third one stands for its last.
  private int[] numbers() {
    int[] parts = Arrays.stream(name.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    return parts.length > 2 ? parts : new int[] {parts[0], parts[1], Integer.MAX_VALUE};
  }

  /// Whether a change was made.
  ///
  /// @param change which
  /// @return whether this release has it
  public boolean has(Change change) {
    return changes.contains(change);
  }

  /// This release with changes of others, as a repair brings them back.
  ///
  /// @param more what is changed
  /// @return a release of the same name
  public Release plus(Change... more) {
    Set<Change> all = copy(changes);
    all.addAll(Arrays.asList(more));
    return new Release(name, all);
  }

  /// This release as it was before some changes.
  ///
  /// @param fewer what is not changed
  /// @return a release of the same name
  public Release minus(Change... fewer) {
    Set<Change> all = copy(changes);
    all.removeAll(Arrays.asList(fewer));
    return new Release(name, all);
  }
}
