package psyscall.model.eventlog;

import java.util.Optional;
import java.util.stream.Stream;

/// The fields of a line that name individuals, by the names of the parameters of events.
public enum IdField {
  /// A goroutine.
  GOROUTINE("g"),
  /// A thread.
  THREAD("m"),
  /// A P.
  PROCESSOR("p"),
  /// The thread that does it to others; no thread in particular if the field is left out.
  BY("by");

  private final String key;

  IdField(String key) {
    this.key = key;
  }

  /// Its name in a line.
  ///
  /// @return such as `g`
  public String key() {
    return key;
  }

  /// The field of a name.
  ///
  /// @param key as in a line
  /// @return the field, if one is called so
  public static Optional<IdField> named(String key) {
    return Stream.of(values()).filter(field -> field.key.equals(key)).findFirst();
  }
}
