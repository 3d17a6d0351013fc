package psyscall.spec.term;

/// The terms about machine words and memory.
public sealed interface WordTerm extends Term {

  /// Arithmetic and logic on words of one width, modulo 2^width; shift amounts are taken unsigned,
  /// and an amount of at least the width shifts everything out.
  record WordOperation(Operator operator, Term left, Term right) implements WordTerm {
    /// Word operators.
    public enum Operator {
      ADD,
      SUB,
      MUL,
      AND,
      OR,
      XOR,
      SHIFT_LEFT,
      SHIFT_RIGHT,
      SHIFT_RIGHT_SIGNED
    }

    public WordOperation {
      Check.bits(left);
      Check.fits("operands of a word operation", left.sort(), right);
    }

    @Override
    public Sort sort() {
      return left.sort();
    }
  }

  /// `left < right` (or `≤`) on words, as unsigned or as signed numbers.
  record WordLess(Term left, Term right, boolean signed, boolean orEqual) implements WordTerm {
    public WordLess {
      Check.bits(left);
      Check.fits("sides of a comparison", left.sort(), right);
    }

    @Override
    public Sort sort() {
      return Sort.TRUTH;
    }
  }

  /// A word made wider, by zeros or by its sign.
  record Extend(Term word, int width, boolean signed) implements WordTerm {
    public Extend {
      if (Check.bits(word).width() > width) {
        throw new IllFormed("extension to fewer bits: width=" + width);
      }
    }

    @Override
    public Sort sort() {
      return new Sort.Bits(width);
    }
  }

  /// `width` bits of a word, from bit `low` up.
  record Extract(Term word, int low, int width) implements WordTerm {
    public Extract {
      if (low < 0 || width < 1 || low + width > Check.bits(word).width()) {
        throw new IllFormed("extraction outside the word: low=" + low + ", width=" + width);
      }
    }

    @Override
    public Sort sort() {
      return new Sort.Bits(width);
    }
  }

  /// `bytes` bytes of a memory from an address up, little-endian; addresses wrap at 2^64.
  record Load(Term memory, Term address, int bytes) implements WordTerm {
    public Load {
      Check.memory(memory);
      Check.fits("address", new Sort.Bits(64), address);
      Check.bytes(bytes);
    }

    @Override
    public Sort sort() {
      return new Sort.Bits(8 * bytes);
    }
  }

  /// A memory with a word of 8, 16, 32 or 64 bits written at an address, little-endian.
  record Store(Term memory, Term address, Term word) implements WordTerm {
    public Store {
      Check.memory(memory);
      Check.fits("address", new Sort.Bits(64), address);
      Check.storable(word);
    }

    @Override
    public Sort sort() {
      return memory.sort();
    }
  }
}
