package psyscall.reports.automaton;

import psyscall.spec.citation.Citation;
import psyscall.spec.process.Address;

/// A statement of the runtime that tells an event.
///
/// @param event the event's name
/// @param address where it stands
/// @param citation the place in Go that its step cites
public record CallSite(String event, Address address, Citation citation) {

  /// Where it stands, as people read it.
  ///
  /// @return such as `Execute.run#7`; of a procedure without labels `Acquirep #6`
  public String place() {
    return address.label().isEmpty()
        ? address.procedure() + " #" + address.ordinal()
        : address.toString();
  }
}
