package psyscall.model.interpret;

import java.util.List;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;

/// What the tests of statements have in common: some variables, and a single process in a world of
/// three Ps.
abstract class ThreePs {
  static final Ids<Object> P = Ids.of("P");
  static final Id<Object> P0 = P.individual(0);
  static final Id<Object> P2 = P.individual(2);
  static final World WORLD = World.of(P.sort(), 3);

  final Sketch sketch = new Sketch();
  final Int x = sketch.field("x", Int.range(0, 9));
  final Int y = sketch.field("y", Int.range(0, 9));
  final Opt<Object> some = sketch.field("some", P.opt());
  final IdSet<Object> set = sketch.field("set", P.set());
  final Fifo<Object> queue = sketch.field("queue", P.fifo(2));
  final Arr<Object, Int> counts = sketch.field("counts", P.array(Int.range(0, 9)));

  /// The only step that is possible at the start.
  final Transition only(Sketch.Text... texts) {
    return Sketch.only(sketch.main(texts), WORLD);
  }

  /// The steps that are possible at the start.
  final List<Transition> steps(Sketch.Text text) {
    return Sketch.steps(sketch.main(text), WORLD);
  }

  /// A variable after a step, as people read it.
  static String read(Transition step, String variable) {
    return Sketch.text(step.target(), variable);
  }

  /// Where the process stands after a step.
  static String label(Transition step) {
    return read(step, "pc.main");
  }
}
