package psyscall.model.live;

import java.util.List;
import java.util.stream.IntStream;
import psyscall.model.trampoline.Block;

/// A vector that the semantics does not allow, or a call that did not answer as it is known to.
///
/// @param vector its number, from 0
/// @param examined what was called or executed
/// @param broken the claims that do not hold
/// @param words the vector: registers and RFLAGS before, then after
public record Discrepancy(long vector, String examined, List<String> broken, List<Long> words) {
  private static final String FLAGS = "RFLAGS";

  /// Copies the lists.
  public Discrepancy {
    broken = List.copyOf(broken);
    words = List.copyOf(words);
  }

  /// A register before and after the call.
  ///
  /// @param name its name
  /// @param before its value before
  /// @param after its value after
  public record Change(String name, long before, long after) {}

  /// All registers, and RFLAGS at the end.
  ///
  /// @return in the order of their numbers
  public List<Change> registers() {
    return IntStream.range(0, Block.HALF)
        .mapToObj(at -> new Change(name(at), words.get(at), words.get(at + Block.HALF)))
        .toList();
  }

  private static String name(int at) {
    return at == Block.FLAGS ? FLAGS : Block.ORDER.get(at).name();
  }
}
