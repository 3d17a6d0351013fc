package psyscall.cli.workload;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.workload.Operation;

/// Reads operations in which loops are written as `{"repeat": n, "do": [...]}`, and writes the loops
/// out.
final class Loops {
  /// The most operations of a file, loops written out, those of equal goroutines counted once.
  static final int OPERATIONS_MAX = 1_000_000;

  /// The most loops inside of each other.
  private static final int DEPTH_MAX = 10;

  private final SingleOperation single;
  private int left = OPERATIONS_MAX;

  /// Reads an operation that is no loop.
  @FunctionalInterface
  interface SingleOperation {
    Operation read(Fields fields) throws WorkloadFault;
  }

  Loops(SingleOperation single) {
    this.single = single;
  }

  /// Reads the operations of a goroutine.
  ///
  /// @param goroutine has a field `operations`
  /// @return the operations in order; each pass of a loop shares them with the others
  /// @throws WorkloadFault if one is wrong, or if there are too many, also with those read before
  List<Operation> read(Fields goroutine) throws WorkloadFault {
    List<Operation> all = read(goroutine, "operations", DEPTH_MAX);
    left -= all.size();
    return all;
  }

  private List<Operation> read(Fields fields, String name, int depth) throws WorkloadFault {
    List<Operation> all = new ArrayList<>();
    for (Located element : fields.elements(name, OPERATIONS_MAX)) {
      Fields each = new Fields(element);
      if (each.has("repeat")) {
        repeat(each, all, depth);
      } else {
        all.add(single.read(each));
      }
      if (all.size() > left) {
        throw fields.fault(name, "too many operations in all: limit=" + OPERATIONS_MAX);
      }
    }
    return all;
  }

  private void repeat(Fields loop, List<Operation> all, int depth) throws WorkloadFault {
    if (depth == 0) {
      throw loop.fault("repeat", "too many loops inside of each other: limit=" + DEPTH_MAX);
    }
    long times = loop.number("repeat", 1, OPERATIONS_MAX);
    List<Operation> body = read(loop, "do", depth - 1);
    if (times * body.size() > left - all.size()) {
      throw loop.fault("repeat", "too many operations in all: limit=" + OPERATIONS_MAX);
    }
    for (long pass = 0; pass < times; pass++) {
      all.addAll(body);
    }
    loop.done();
  }
}
