package psyscall.spec.kernel;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;

/// Finds the service of a number.
///
/// @param services how many numbers the table has
/// @param x32 how many numbers the table of x32 has, 0 if that ABI is not compiled in
/// @param era how much of RAX counts
public record Dispatcher(int services, int x32, Era era) {
  private static final int NUMBER_BITS = 32;
  private static final int BITS = 64;

  /// How the number is taken from RAX.
  public enum Era {
    /// All 64 bits are compared, unless x32 is compiled in: seen in Linux 4.4.
    WHOLE,
    /// The low 32 bits count, as a signed number: seen in Linux 6.18.
    LOW
  }

  /// A kernel of today without x32.
  ///
  /// @param services how many numbers its table has
  /// @return the dispatcher
  public static Dispatcher of(int services) {
    return new Dispatcher(services, 0, Era.LOW);
  }

  /// The number that is asked for.
  ///
  /// @param rax RAX at the entry
  /// @return 32 bits
  public static Word number(Word rax) {
    return rax.extract(0, NUMBER_BITS);
  }

  /// Whether the table of 64-bit calls has the number.
  ///
  /// @param rax RAX at the entry
  /// @return whether a service of it runs
  public Bool isService(Word rax) {
    if (era == Era.WHOLE && x32 == 0) {
      return rax.below(Word.of(services, BITS));
    }
    return number(rax).below(Word.of(services, NUMBER_BITS));
  }

  /// Whether the table of x32 has the number.
  ///
  /// @param rax RAX at the entry
  /// @return whether a service of it runs; never without x32
  public Bool isX32(Word rax) {
    Word beyond = number(rax).minus(Word.of(Linux.X32_BIT, NUMBER_BITS));
    return beyond.below(Word.of(x32, NUMBER_BITS));
  }

  /// The result: that of the service, or that there is none.
  ///
  /// @param rax RAX at the entry
  /// @param service what a service would return, 64 bits
  /// @return RAX at the return, before signals are looked at
  public Word result(Word rax, Word service) {
    return Bool.any(isService(rax), isX32(rax))
        .choose(Word.bits(BITS), service, Word.of(-Linux.ENOSYS, BITS));
  }
}
