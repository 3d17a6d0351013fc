package psyscall.model.observe;

import java.util.List;
import java.util.Optional;

/// The events of a recorded run in an order that the format's sequence numbers allow.
public interface EventSource {
  /// The format.
  ///
  /// @return what the header says
  Format format();

  /// Goes to the next event.
  ///
  /// @param event filled with it; unchanged at the end
  /// @return whether there was one
  /// @throws TraceFault if there is no next event although the run is not at its end; from then on
  ///   every call throws the same
  boolean next(TraceEvent event) throws TraceFault;

  /// A text that the trace has stored by number, such as why the world was stopped.
  ///
  /// @param number the number, valid until the next generation
  /// @return the text, if there is one; of a stranger: fit it for a terminal before it is printed
  Optional<String> text(long number);

  /// How far it is.
  ///
  /// @return bytes that are done with, from 0 to the length of the file
  long bytesDone();

  /// What was odd but does not matter, such as time that runs backwards: how often each.
  ///
  /// @return one line each with its count; empty if nothing was
  List<String> warnings();
}
