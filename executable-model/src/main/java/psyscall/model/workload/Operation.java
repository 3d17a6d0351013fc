package psyscall.model.workload;

import psyscall.spec.state.Op;

/// What a goroutine does next, with its arguments.
public sealed interface Operation {

  /// The operation of the specification that does it.
  ///
  /// @return one without arguments
  Op op();

  /// Runs user code.
  ///
  /// @param nanos how long
  record Compute(long nanos) implements Operation {
    @Override
    public Op op() {
      return Op.COMPUTE;
    }
  }

  /// Makes a call.
  ///
  /// @param way how the scheduler is told
  /// @param call which
  record Call(Way way, KernelCall call) implements Operation {
    @Override
    public Op op() {
      return switch (way) {
        case SYSCALL -> Op.SYSCALL;
        case RAW_SYSCALL -> Op.RAW_SYSCALL;
        case BLOCK -> Op.BLOCK;
      };
    }
  }

  /// How a call is made.
  enum Way {
    /// Through `entersyscall` and `exitsyscall`.
    SYSCALL,
    /// The scheduler is not told.
    RAW_SYSCALL,
    /// Through `entersyscallblock`: the P is given away at once.
    BLOCK
  }

  /// Asks for the time of day by a function of the vDSO: user code, of which nobody else knows.
  record TimeOfDay() implements Operation {
    @Override
    public Op op() {
      return Op.COMPUTE;
    }
  }

  /// Prints the results of the goroutine's last call, by a write of its own.
  record Print() implements Operation {
    @Override
    public Op op() {
      return Op.SYSCALL;
    }
  }

  /// Stores to a word that calls can wait on.
  ///
  /// @param word its name
  /// @param value what it holds then
  record Store(String word, long value) implements Operation {
    @Override
    public Op op() {
      return Op.COMPUTE;
    }
  }

  /// Yields: `runtime.Gosched`.
  record Yield() implements Operation {
    @Override
    public Op op() {
      return Op.GOSCHED;
    }
  }

  /// The `go` statement, for the first goroutine that is still to be created.
  record Spawn() implements Operation {
    @Override
    public Op op() {
      return Op.GO;
    }
  }
}
