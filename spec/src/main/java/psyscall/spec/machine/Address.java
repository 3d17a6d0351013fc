package psyscall.spec.machine;

import java.util.Optional;
import psyscall.spec.term.IllFormed;

/// Where an operand lies in memory.
public sealed interface Address {

  /// Which segment's base is added.
  enum Segment {
    /// None: a flat address.
    FLAT,
    /// The thread's own block; Go keeps its g there.
    FS
  }

  /// `base + index * scale + displacement`; without base and index an absolute address.
  ///
  /// @param segment whose base is added
  /// @param base a register, or none
  /// @param index a register, or none; never RSP
  /// @param scale 1, 2, 4 or 8; 1 without an index
  /// @param displacement a constant
  record Based(
      Segment segment,
      Optional<Register> base,
      Optional<Register> index,
      int scale,
      long displacement)
      implements Address {
    /// Checks the scale.
    public Based {
      if (scale != 1 && scale != 2 && scale != 4 && scale != 8) {
        throw new IllFormed("scale of an index: scale=" + scale + ", choices=[1, 2, 4, 8]");
      }
    }
  }

  /// A place that machine code names by its distance from the next instruction.
  ///
  /// @param displacement from the end of the instruction
  record RipRelative(long displacement) implements Address {}

  /// A place known by its name.
  ///
  /// @param symbol the name, with Go's dots as in a linked binary: `runtime.vdsoGettimeofdaySym`
  /// @param offset added to it
  record Symbol(String symbol, long offset) implements Address {}

  /// `displacement(base)`.
  ///
  /// @param base a register
  /// @param displacement a constant
  /// @return the address
  static Address at(Register base, long displacement) {
    return new Based(Segment.FLAT, Optional.of(base), Optional.empty(), 1, displacement);
  }

  /// A constant address.
  ///
  /// @param address the address
  /// @return the address
  static Address absolute(long address) {
    return new Based(Segment.FLAT, Optional.empty(), Optional.empty(), 1, address);
  }

  /// A constant distance from the base of FS.
  ///
  /// @param displacement the distance
  /// @return the address
  static Address fs(long displacement) {
    return new Based(Segment.FS, Optional.empty(), Optional.empty(), 1, displacement);
  }

  /// The word of 64 bits there.
  ///
  /// @return the operand
  default Operand.Mem quad() {
    return new Operand.Mem(this, Width.QUAD);
  }

  /// The word of 32 bits there.
  ///
  /// @return the operand
  default Operand.Mem wide() {
    return new Operand.Mem(this, Width.DOUBLE);
  }
}
