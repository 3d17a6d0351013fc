package psyscall.spec.state;

/// A part of the model that a scenario can switch off by name; its verdict lists what is off.
public enum Feature {
  /// sysmon takes Ps out of system calls (sysmon's `retake`, the Psyscall half).
  RETAKE("retake"),
  /// sysmon asks a G to yield whose time slice of 10 ms is over (the Prunning half).
  SLICE("slice"),
  /// sysmon sleeps until it is woken while the world stops or all Ps are idle.
  DEEP_SLEEP("deep-sleep"),
  /// Go's dead-lock detection.
  CHECKDEAD("checkdead");

  private final String word;

  Feature(String word) {
    this.word = word;
  }

  /// The name under which it is switched off.
  ///
  /// @return lower case words joined by hyphens
  public String word() {
    return word;
  }
}
