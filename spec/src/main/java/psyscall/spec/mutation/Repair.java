package psyscall.spec.mutation;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import psyscall.spec.process.Protocol;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.state.RuntimeState;

/// What mends a bug that the release has: changes of a later release, brought to the text of this
/// one.
///
/// @param parts Go's changes in their order, at least one
/// @param mends the scenarios in which the bug's property holds with all of them, and not without
public record Repair(List<Part> parts, List<String> mends) {
  /// Copies the lists.
  public Repair {
    parts = List.copyOf(parts);
    mends = List.copyOf(mends);
  }

  /// One of Go's changes.
  ///
  /// @param summary what is changed, and by which of them
  /// @param edit the change, of a protocol with these state variables
  public record Part(String summary, BiFunction<RuntimeState, Protocol, Protocol> edit) {

    /// A scenario's protocol with this change.
    ///
    /// @param scenario the scenario
    /// @param protocol its protocol, changed already or not
    /// @return the changed protocol
    public Protocol of(Scenario scenario, Protocol protocol) {
      return edit.apply(scenario.state(), protocol);
    }
  }

  /// What is changed.
  ///
  /// @return the summaries of the parts
  public String summary() {
    return parts.stream().map(Part::summary).collect(Collectors.joining("; "));
  }

  /// A scenario's protocol, mended.
  ///
  /// @param scenario the scenario
  /// @return the protocol with all parts
  public Protocol of(Scenario scenario) {
    Protocol protocol = scenario.protocol();
    for (Part part : parts) {
      protocol = part.of(scenario, protocol);
    }
    return protocol;
  }
}
