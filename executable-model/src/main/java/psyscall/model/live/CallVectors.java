package psyscall.model.live;

import java.util.List;
import java.util.SplittableRandom;
import psyscall.model.trampoline.Block;
import psyscall.spec.machine.Register;

/// Draws vectors of system calls: which call, and what is in the registers. The same seed gives the
/// same vectors, but for the descriptor of the reflector.
final class CallVectors implements VectorSource {
  /// One vector in so many is of the reflector, the others are shared evenly by the other calls.
  private static final int REFLECTOR_ONE_IN = 8;

  private final SplittableRandom random;
  private final List<SafeCall> calls;
  private final int descriptor;
  private final long[] words;
  private final Draw draw;
  private final long[] constants;

  /// Draws vectors into blocks.
  ///
  /// @param random where the numbers come from
  /// @param calls at least two, the reflector last
  /// @param descriptor of the process's own memory
  /// @param words the blocks
  CallVectors(SplittableRandom random, List<SafeCall> calls, int descriptor, long[] words) {
    this.random = random;
    this.calls = List.copyOf(calls);
    this.descriptor = descriptor;
    this.words = words;
    this.draw = new Draw(random, words);
    this.constants = new long[calls.size()];
  }

  @Override
  public List<String> kinds() {
    return calls.stream().map(SafeCall::title).toList();
  }

  @Override
  public int next(int block) {
    int reflector = calls.size() - 1;
    int call = random.nextInt(REFLECTOR_ONE_IN) == 0 ? reflector : random.nextInt(reflector);
    next(block, call);
    return call;
  }

  /// Draws a vector of one call.
  ///
  /// @param block where it goes, from 0
  /// @param call its position
  void next(int block, int call) {
    draw.begin(block);
    calls.get(call).shape(draw);
    if (calls.get(call) == SafeCalls.REFLECTOR) {
      draw.low(Register.RDI, descriptor);
    }
  }

  /// Remembers what a call answers that answers the same each time.
  ///
  /// @param call its position
  /// @param answer RAX after it
  void answers(int call, long answer) {
    constants[call] = answer;
  }

  @Override
  public boolean isAnswered(int block, int call) {
    return words[block * Block.WORDS + Block.HALF + Block.number(Register.RAX)]
        == stated(block, call);
  }

  /// What a call has to answer.
  ///
  /// @param block its vector, from 0
  /// @param call its position
  /// @return RAX after it
  long stated(int block, int call) {
    return switch (calls.get(call).answer()) {
      case SafeCall.Answer.Constant _ -> constants[call];
      case SafeCall.Answer.Stated(var of) -> {
        draw.look(block);
        yield of.applyAsLong(draw);
      }
    };
  }
}
