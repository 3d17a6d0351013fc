package psyscall.model.live;

import java.util.List;
import java.util.SplittableRandom;

/// Draws vectors of an instruction: nothing in the registers is restricted.
final class InstructionVectors implements VectorSource {
  private final String title;
  private final Draw draw;

  /// Draws vectors into blocks.
  ///
  /// @param title of the instruction
  /// @param random where the numbers come from
  /// @param words the blocks
  InstructionVectors(String title, SplittableRandom random, long[] words) {
    this.title = title;
    this.draw = new Draw(random, words);
  }

  @Override
  public List<String> kinds() {
    return List.of(title);
  }

  @Override
  public int next(int block) {
    draw.begin(block);
    return 0;
  }

  @Override
  public boolean isAnswered(int block, int kind) {
    return true;
  }
}
