package psyscall.model.interpret;

import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// A part of the state that a step read or wrote.
public sealed interface Access {

  /// A variable, all of it.
  ///
  /// @param variable which
  record Whole(Var variable) implements Access {
    @Override
    public String toString() {
      return variable.name();
    }
  }

  /// One entry of an array variable.
  ///
  /// @param variable which
  /// @param id whose entry
  record Entry(Var variable, long id) implements Access {
    @Override
    public String toString() {
      return variable.name() + "[" + id + "]";
    }
  }

  /// Which individuals of a sort there are.
  ///
  /// @param sort the id sort
  record Universe(Sort.Individual sort) implements Access {
    @Override
    public String toString() {
      return "all " + sort.name();
    }
  }

  /// Whether a change of the one may change what the other gives.
  ///
  /// @param other another part
  /// @return whether the two have something in common
  default boolean overlaps(Access other) {
    return switch (this) {
      case Whole(Var mine) ->
          switch (other) {
            case Whole(Var theirs) -> mine.equals(theirs);
            case Entry(Var theirs, _) -> mine.equals(theirs);
            case Universe _ -> false;
          };
      case Entry entry -> entry.equals(other) || (other instanceof Whole && other.overlaps(this));
      case Universe _ -> equals(other);
    };
  }
}
