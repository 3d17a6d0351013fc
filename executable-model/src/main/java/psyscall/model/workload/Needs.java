package psyscall.model.workload;

import java.util.Optional;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;

/// What must be modelled for an operation to have a meaning.
final class Needs {
  private Needs() {}

  /// The extension that an operation needs: the specification's word on it, and the semaphore that
  /// keeps those apart who would stop the world at the same time.
  ///
  /// @param operation which
  /// @return the extension, if it needs one
  static Optional<Feature> of(Operation operation) {
    Op op = operation.op();
    return op == Op.STOP_THE_WORLD || op == Op.FOR_EACH_P
        ? Optional.of(Feature.WORLDSEMA)
        : op.extension();
  }
}
