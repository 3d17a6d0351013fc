package psyscall.model.live;

import java.util.SplittableRandom;
import psyscall.model.trampoline.Block;
import psyscall.spec.machine.Register;

/// Draws the registers before a call: all at random first, then those that a call restricts.
final class Draw {
  private static final long LOW = 0xffffffffL;

  /// The flags that user code can set: CF, PF, AF, ZF, SF, DF, OF, NT, AC, ID. TF would trap.
  private static final long SETTABLE =
      1 | 1 << 2 | 1 << 4 | 1 << 6 | 1 << 7 | 1 << 10 | 1 << 11 | 1 << 14 | 1 << 18 | 1 << 21;

  /// Bit 1, which is always set, and IF, which user code cannot clear.
  private static final long ALWAYS_SET = 1 << 1 | 1 << 9;

  private static final int SPECIAL_ONE_IN = 8;

  private final SplittableRandom random;
  private final long[] words;

  /// Where a register's value is apt to show a mistake: limits of signs, of widths and of canonical
  /// addresses, restart codes, and both sides of the error boundaries.
  private final long[] special = {
    0,
    1,
    -1,
    2,
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE,
    1L << 31,
    LOW,
    1L << 32,
    (1L << 47) - 4096,
    (1L << 47) - 1,
    1L << 47,
    -1L << 47,
    -4094,
    -4095,
    -4096,
    -512,
    -513,
    -514,
    -516,
  };

  private int at;

  /// Draws into an array of blocks.
  ///
  /// @param random where the numbers come from
  /// @param words the blocks
  Draw(SplittableRandom random, long[] words) {
    this.random = random;
    this.words = words;
  }

  /// Fills a block's registers and flags.
  ///
  /// @param block which block, from 0
  void begin(int block) {
    look(block);
    for (int register = 0; register < Block.FLAGS; register++) {
      words[at + register] = value();
    }
    words[at + Block.FLAGS] = (random.nextLong() & SETTABLE) | ALWAYS_SET;
  }

  /// Turns to a block that is filled.
  ///
  /// @param block which block, from 0
  void look(int block) {
    at = block * Block.WORDS;
  }

  /// A value: often one where a mistake is apt to show.
  ///
  /// @return 64 bits
  long value() {
    return below(SPECIAL_ONE_IN) == 0 ? special() : random.nextLong();
  }

  /// A value where a mistake is apt to show.
  ///
  /// @return 64 bits
  long special() {
    return special[below(special.length)];
  }

  /// A number.
  ///
  /// @param bound at least 1
  /// @return from 0 to one less than the bound
  int below(int bound) {
    return random.nextInt(bound);
  }

  /// A register's value.
  ///
  /// @param register which
  /// @return 64 bits
  long get(Register register) {
    return words[at + Block.number(register)];
  }

  /// Sets a register.
  ///
  /// @param register which
  /// @param value 64 bits
  void set(Register register, long value) {
    words[at + Block.number(register)] = value;
  }

  /// Sets the low half of a register; its upper half stays random.
  ///
  /// @param register which
  /// @param value 32 bits
  void low(Register register, int value) {
    set(register, (get(register) & ~LOW) | (value & LOW));
  }

  /// Makes RDI no descriptor: its low half is negative or at least 2^30.
  void badDescriptor() {
    low(Register.RDI, (int) get(Register.RDI) | 1 << 30);
  }
}
