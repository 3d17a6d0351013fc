package psyscall.checker.toy;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.StepKind;
import psyscall.spec.term.Var;

/// A drawn graph as a toy: one process, a label for each node, a step for each arrow.
///
/// @param nodes how many nodes there are, at least 1; it starts at node 0
/// @param arrows the steps
public record Wiring(int nodes, List<Arrow> arrows) {
  /// The field that arrows with news turn over.
  private static final Toy.Field<Bool> NEWS = Toy.Field.of("news", Bool.TYPE, Var.Role.FIELD);

  /// A step.
  ///
  /// @param from a node
  /// @param to a node
  /// @param kind the step's kind
  /// @param effect what it does besides
  public record Arrow(int from, int to, StepKind kind, Effect effect) {}

  /// What a step does besides going to its node.
  public enum Effect {
    /// Nothing.
    NOTHING,
    /// It turns over a field that is not polling.
    NEWS,
    /// It is possible only while that field is set.
    NEEDS_NEWS,
    /// It ends the run.
    END
  }

  /// The graph as a process that polls, so that its own counter is no news.
  ///
  /// @return the toy
  public Toy poller() {
    return Toy.draft("wiring").field(NEWS).poller(new Walk(this)).build();
  }

  /// The graph as a process that does not.
  ///
  /// @return the toy
  public Toy process() {
    return Toy.draft("wiring").field(NEWS).process(new Walk(this)).build();
  }

  /// Whether it is at a node.
  ///
  /// @param toy made of this graph
  /// @param node which
  /// @return a condition
  public Bool at(Toy toy, int node) {
    return toy.at("walk", "walk.n" + node);
  }

  private static final class Walk extends Procedure {
    private final Wiring wiring;

    Walk(Wiring wiring) {
      super("walk", "walks over the graph", Toy.SOURCE);
      this.wiring = wiring;
    }

    @Override
    protected void body() {
      for (int node = 0; node < wiring.nodes(); node++) {
        label("n" + node, "");
        await(Bool.FALSE);
        for (int at = 0; at < wiring.arrows().size(); at++) {
          Arrow arrow = wiring.arrows().get(at);
          if (arrow.from() == node) {
            or(arrow.kind(), "a" + at, "");
            take(arrow);
          }
        }
      }
    }

    private void take(Arrow arrow) {
      switch (arrow.effect()) {
        case NOTHING -> goTo("n" + arrow.to());
        case NEWS -> {
          set(NEWS.handle(), NEWS.handle().not());
          goTo("n" + arrow.to());
        }
        case NEEDS_NEWS -> {
          await(NEWS.handle());
          goTo("n" + arrow.to());
        }
        case END -> halt(psyscall.spec.process.Ending.thrown("wired", "the graph says so"));
      }
    }
  }
}
