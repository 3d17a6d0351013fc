package psyscall.spec.state;

import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Opt;

/// Go's `worldsema`, by which goroutines that stop the world exclude each other (proc.go:1014).
public final class WorldSemaphore {
  /// Who has it; nil while it is free. Go has a count only; that of whom is told where it is handed
  /// over.
  public final Opt<G> owner;

  /// Who waits for it.
  public final IdSet<G> waiting;

  WorldSemaphore(Declarations declare) {
    owner = declare.scalar("worldsema.owner", G.IDS.opt());
    waiting = declare.scalar("worldsema.waiting", G.IDS.set());
  }
}
