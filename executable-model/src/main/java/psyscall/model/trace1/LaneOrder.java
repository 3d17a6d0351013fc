package psyscall.model.trace1;

import org.jspecify.annotations.Nullable;
import psyscall.model.observe.TraceFault;

/// In which order the events of the lanes come.
///
/// In a file that lacks events an order ends where what is missing could change what the rest
/// means.
sealed interface LaneOrder permits GoroutineOrder, StampOrder {
  /// The lane whose event is the next.
  ///
  /// @return the lane, or null if no event can be the next
  /// @throws TraceFault if the order breaks at this event, or the memory does not suffice
  @Nullable Lane first() throws TraceFault;

  /// Goes on in the lane that [#first] gave.
  void pass(Lane lane);

  /// Why events are left although none can be the next.
  ///
  /// @return the fault, or null if no events are left
  @Nullable TraceFault stuck();
}
