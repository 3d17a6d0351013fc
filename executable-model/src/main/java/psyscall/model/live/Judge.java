package psyscall.model.live;

import java.util.List;

/// Says of a vector whether a semantics allows it.
///
/// A vector is 34 words: the general registers before the call in the order of their numbers,
/// RFLAGS before it, then the same after it.
public interface Judge {
  /// What is claimed of each vector.
  ///
  /// @return the claims by name
  List<String> claims();

  /// Whether a vector is allowed.
  ///
  /// @param words holds the vector
  /// @param at where it begins
  /// @return whether each claim holds
  boolean allows(long[] words, int at);

  /// What is wrong with a vector.
  ///
  /// @param words holds the vector
  /// @param at where it begins
  /// @return the claims that do not hold, in order
  List<String> broken(long[] words, int at);
}
