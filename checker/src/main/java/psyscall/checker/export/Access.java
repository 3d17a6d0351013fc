package psyscall.checker.export;

/// A step from a compound value to a part of it.
sealed interface Access {

  /// The entry of an array.
  ///
  /// @param index the id
  record At(Expression index) implements Access {}

  /// A field of a record.
  ///
  /// @param position from 0
  record Field(int position) implements Access {}
}
