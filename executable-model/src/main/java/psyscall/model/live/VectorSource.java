package psyscall.model.live;

import java.util.List;

/// Draws vectors into blocks, and knows what else has to be right about them.
interface VectorSource {
  /// What vectors are of.
  ///
  /// @return the titles of calls or instructions; a vector's kind is a position here
  List<String> kinds();

  /// Draws a vector.
  ///
  /// @param block where it goes, from 0
  /// @return its kind
  int next(int block);

  /// Whether a vector that was executed answers what is known of its kind.
  ///
  /// @param block where it is, from 0
  /// @param kind its kind
  /// @return whether RAX is right
  boolean isAnswered(int block, int kind);
}
