package psyscall.model.live;

import java.util.List;
import java.util.SplittableRandom;
import psyscall.spec.machine.Register;

/// Draws vectors: which call, and what is in the registers. The same seed gives the same vectors,
/// but for the descriptor of the reflector.
final class VectorSource {
  /// One vector in so many is of the reflector, the others are shared evenly by the other calls.
  private static final int REFLECTOR_ONE_IN = 8;

  private final SplittableRandom random;
  private final List<SafeCall> others;
  private final int descriptor;
  private final Draw draw;

  /// Draws vectors into blocks.
  ///
  /// @param random where the numbers come from
  /// @param others the calls apart from the reflector, at least one
  /// @param descriptor of the process's own memory
  /// @param words the blocks
  VectorSource(SplittableRandom random, List<SafeCall> others, int descriptor, long[] words) {
    this.random = random;
    this.others = List.copyOf(others);
    this.descriptor = descriptor;
    this.draw = new Draw(random, words);
  }

  /// Draws a vector of any call.
  ///
  /// @param block where it goes, from 0
  /// @return the call
  SafeCall next(int block) {
    SafeCall call =
        random.nextInt(REFLECTOR_ONE_IN) == 0
            ? SafeCall.REFLECTOR
            : others.get(random.nextInt(others.size()));
    next(block, call);
    return call;
  }

  /// Draws a vector of one call.
  ///
  /// @param block where it goes, from 0
  /// @param call which
  void next(int block, SafeCall call) {
    draw.begin(block);
    call.shape(draw);
    if (call == SafeCall.REFLECTOR) {
      draw.low(Register.RDI, descriptor);
    }
  }

  /// What a call has to answer.
  ///
  /// @param block its vector, from 0
  /// @param call which
  /// @param constants the answers of calls that answer the same each time, by ordinal
  /// @return RAX after it
  long stated(int block, SafeCall call, long[] constants) {
    return switch (call.answer()) {
      case SafeCall.Answer.Constant _ -> constants[call.ordinal()];
      case SafeCall.Answer.Stated(var of) -> {
        draw.look(block);
        yield of.applyAsLong(draw);
      }
    };
  }
}
