package psyscall.model.assembly;

import java.util.List;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Routine;

/// What came of reading one routine.
public sealed interface Reading {

  /// The routine's name, with Go's dots as in a linked binary.
  ///
  /// @return the name, without the suffix of a calling convention
  String name();

  /// How the routine is called.
  ///
  /// @return the convention
  Convention convention();

  /// All its names, as they are written where it was read.
  ///
  /// @return at least one
  List<String> written();

  /// All of it was read.
  ///
  /// @param routine its instructions
  /// @param written all its names
  record Whole(Routine routine, List<String> written) implements Reading {
    /// Copies the names.
    public Whole {
      written = List.copyOf(written);
    }

    @Override
    public String name() {
      return routine.name();
    }

    @Override
    public Convention convention() {
      return routine.convention();
    }
  }

  /// Something in it is not in the subset.
  ///
  /// @param name its name
  /// @param convention how it is called
  /// @param written all its names
  /// @param place where: `address=0x4011f0`, or `line=12`
  /// @param what the bytes from there on, or the line
  record Outside(
      String name, Convention convention, List<String> written, String place, String what)
      implements Reading {
    /// Copies the names.
    public Outside {
      written = List.copyOf(written);
    }
  }
}
