package psyscall.model.behavior;

/// Who takes a step: a single process, or the process of one individual.
///
/// @param process the process's name; a process set is named after its id sort
/// @param self the individual's id, or −1 for a single process
public record Actor(String process, long self) {

  /// A single process.
  ///
  /// @param process its name
  /// @return the actor
  public static Actor of(String process) {
    return new Actor(process, -1);
  }

  /// What people call it.
  ///
  /// @return `M0` for an individual, otherwise the process's name
  public String name() {
    return self < 0 ? process : process + self;
  }

  @Override
  public String toString() {
    return name();
  }
}
