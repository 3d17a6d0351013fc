package psyscall.model.workload;

import java.util.Optional;
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
        case RAW_BLOCKED -> Op.RAW_BLOCKED;
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
    /// The scheduler is not told, and no signal comes: all are blocked, as around a fork.
    RAW_BLOCKED,
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

  /// The `go` statement.
  ///
  /// @param name the first goroutine of this name that is still to be created is created; empty, or
  ///   none of this name left, for the first of all
  record Spawn(Optional<String> name) implements Operation {
    /// Creates the first of all.
    public Spawn() {
      this(Optional.empty());
    }

    @Override
    public Op op() {
      return Op.GO;
    }
  }

  /// Prints a text, by a write of its own.
  ///
  /// @param text one line
  record Say(String text) implements Operation {
    @Override
    public Op op() {
      return Op.SYSCALL;
    }
  }

  /// Parks until another goroutine readies it.
  record Park() implements Operation {
    @Override
    public Op op() {
      return Op.PARK;
    }
  }

  /// Readies one parked goroutine, if there is one.
  record Ready() implements Operation {
    @Override
    public Op op() {
      return Op.READY;
    }
  }

  /// Locks itself to its thread: `runtime.LockOSThread`. Locks do not nest.
  record LockThread() implements Operation {
    @Override
    public Op op() {
      return Op.LOCK;
    }
  }

  /// Unlocks itself from its thread: `runtime.UnlockOSThread`.
  record UnlockThread() implements Operation {
    @Override
    public Op op() {
      return Op.UNLOCK;
    }
  }

  /// Stops the world, uses the stop, and starts the world.
  ///
  /// @param reason why; those of a collection begin and end it
  /// @param nanos how long the world stands still once it has stopped
  record StopTheWorld(StopReason reason, long nanos) implements Operation {
    @Override
    public Op op() {
      return Op.STOP_THE_WORLD;
    }
  }

  /// Has every P run a function at a safe point.
  record ForEachP() implements Operation {
    @Override
    public Op op() {
      return Op.FOR_EACH_P;
    }
  }

  /// Parks in the network poller.
  ///
  /// @param nanos from then on, when the network is ready for it
  record Netwait(long nanos) implements Operation {
    @Override
    public Op op() {
      return Op.NETWAIT;
    }
  }

  /// Is the system's helper that collects when sysmon forces a collection: the only operation of
  /// its goroutine, done for ever.
  record HelpForcedCollection() implements Operation {
    @Override
    public Op op() {
      return Op.FORCE_GC;
    }
  }

  /// Ends, whatever comes behind it.
  record Exit() implements Operation {
    @Override
    public Op op() {
      return Op.EXIT;
    }
  }
}
