package psyscall.spec.state;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A part of the model that a scenario switches by name.
///
/// *Basic* ones are on unless a scenario switches them off; its verdict lists those that are off.
/// *Extensions* are off unless a scenario asks for them; its verdict lists those that are on. A
/// variable or a step of an extension is not there where it is off.
public enum Feature {
  /// sysmon takes Ps out of system calls (sysmon's `retake`, the Psyscall half).
  RETAKE("retake", true),
  /// sysmon asks a G to yield whose time slice of 10 ms is over (the Prunning half).
  SLICE("slice", true),
  /// sysmon sleeps until it is woken while the world stops or all Ps are idle.
  DEEP_SLEEP("deep-sleep", true),
  /// Go's dead-lock detection.
  CHECKDEAD("checkdead", true),
  /// Goroutines lock themselves to their threads: stoplockedm, startlockedm, the template thread,
  /// threads that end.
  LOCKED("locked", false),
  /// The `go` statement: some goroutines are created only by others.
  NEWPROC("newproc", false),
  /// Several goroutines may want to stop the world: a semaphore admits one after the other.
  WORLDSEMA("worldsema", false),
  /// sysmon forces a garbage collection: it readies a goroutine of the system, which parks again at
  /// once.
  FORCE_GC("force-gc", false),
  /// The collector has work for idle Ps, or none, whenever somebody looks.
  MARK_WORK("mark-work", false),
  /// Goroutines wait for the network, and threads and sysmon poll it.
  POLLER("poller", false),
  /// System calls are made instruction by instruction, as the stub of the release has them.
  STUBS("stubs", false);

  private final String word;
  private final boolean basic;

  Feature(String word, boolean basic) {
    this.word = word;
    this.basic = basic;
  }

  /// The name under which it is switched.
  ///
  /// @return lower case words joined by hyphens
  public String word() {
    return word;
  }

  /// Whether it is on unless it is switched off.
  ///
  /// @return false for an extension
  public boolean isBasic() {
    return basic;
  }

  /// The extensions.
  ///
  /// @return in the order of their declaration
  public static Set<Feature> extensions() {
    return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.copyOf(basics())));
  }

  /// The basic ones.
  ///
  /// @return in the order of their declaration
  public static Set<Feature> basics() {
    EnumSet<Feature> basics = EnumSet.allOf(Feature.class);
    basics.removeIf(feature -> !feature.basic);
    return Collections.unmodifiableSet(basics);
  }
}
