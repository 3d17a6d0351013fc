package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Scalar;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A world that grows: threads that form a chain, each of which the newest one is born by.
class OpenStoreTest {
  private static final Ids<Object> P = Ids.of("P");
  private static final long FAR = Long.MAX_VALUE;
  private static final Chooser NONE = (_, _) -> Optional.empty();

  private final Sketch sketch = new Sketch();
  private final Int total = sketch.field("total", Int.range(0, 99));
  private final Arr<Object, Int> counts = sketch.field("counts", P.array(Int.range(0, 9)));
  private final Arr<Object, Opt<Object>> next = sketch.field("next", P.array(P.opt()));
  private final StepSemantics semantics = new StepSemantics(specification());
  private final OpenStore store = new OpenStore(semantics.schema());

  private Specification specification() {
    sketch.initially(
        new Sketch.Text("initial") {
          @Override
          protected void body() {
            set(total, 10);
            forAll(P, _ -> Bool.TRUE, p -> counts.of(p), _ -> Int.of(2));
            forAll(P, p -> p.is(P.individual(0)), p -> next.of(p), p -> p.known());
          }
        });
    return sketch.each(
        P.sort(),
        new Sketch.Text("work") {
          @Override
          protected void body() {
            label("count", "");
            set(counts.of(self(P)), counts.of(self(P)).plus(1));
            set(total, total.plus(1));
            set(next.of(self(P)), self(P));
            await(total.lessThan(13));
            goTo("count");
          }
        });
  }

  private static Var variable(psyscall.spec.expr.Expr expr) {
    return ((Term.Read) expr.term()).variable();
  }

  private Outcome step(long id) {
    Actor actor = new Actor("P", id);
    Rule rule = semantics.rules(actor, store).getFirst();
    return semantics.execute(rule, actor, store, NONE);
  }

  private String entry(Arr<Object, ?> array, long id) {
    return store
        .read(variable(array), id)
        .format(((psyscall.spec.term.Sort.ArrayOf) array.term().sort()).element());
  }

  @Test
  void newcomersGetWhatTheInitialAssignmentsGiveToAll() {
    store.add(P.sort(), 0);
    semantics.start(store);
    semantics.admit(store, P.sort(), FAR);
    semantics.admit(store, P.sort(), 5);

    assertThat(entry(counts, 0)).isEqualTo("2");
    assertThat(entry(counts, FAR)).isEqualTo("2");
    assertThat(entry(next, 0)).isEqualTo("P0");
    assertThat(entry(next, FAR)).isEqualTo("nil");
    assertThat(store.universe(P.sort())).isEqualTo(IdSet.of(0, 5, FAR));
    assertThat(semantics.actors(store))
        .extracting(Actor::name)
        .containsExactly("P0", "P5", "P" + FAR);
  }

  @Test
  void individualsThatAreThereStayAsTheyAre() {
    semantics.start(store);
    semantics.admit(store, P.sort(), FAR);
    step(FAR);

    semantics.admit(store, P.sort(), FAR);

    assertThat(entry(counts, FAR)).isEqualTo("3");
  }

  @Test
  void blockedStepIsTakenBack() {
    semantics.start(store);
    semantics.admit(store, P.sort(), FAR);
    semantics.admit(store, P.sort(), 1);

    assertThat(step(FAR)).isInstanceOf(Outcome.Taken.class);
    assertThat(step(FAR)).isInstanceOf(Outcome.Taken.class);
    assertThat(step(1)).isInstanceOf(Outcome.Blocked.class);

    assertThat(store.read(variable(total))).isEqualTo(Scalar.of(12));
    assertThat(entry(counts, FAR)).isEqualTo("4");
    assertThat(entry(counts, 1)).isEqualTo("2");
    assertThat(entry(next, FAR)).isEqualTo("P" + FAR);
    assertThat(entry(next, 1)).isEqualTo("nil");
  }

  @Test
  void undoGoesBackToTheLastCommitOnly() {
    Var variable = variable(counts);
    store.add(P.sort(), 3);
    store.write(variable, 3, Scalar.of(4));
    store.commit();
    store.write(variable, 3, Scalar.of(5));
    store.write(variable, 3, Scalar.of(6));

    store.undo();

    assertThat(store.read(variable, 3)).isEqualTo(Scalar.of(4));
  }

  @Test
  void wholeArraysAreNotToBeHad() {
    assertThatThrownBy(() -> store.read(variable(counts)))
        .isInstanceOf(ModelError.class)
        .hasMessage("whole array in a world that grows: variable=counts");
    assertThatThrownBy(() -> store.write(variable(counts), Scalar.of(1)))
        .isInstanceOf(ModelError.class);
    store.add(P.sort(), 4);
    assertThatThrownBy(
            () ->
                new Evaluator(store).value(P.each(Bool.TYPE, _ -> Bool.TRUE).term(), Bindings.NONE))
        .hasMessageStartingWith("whole array in a world that grows: term=Each");
  }

  @Test
  void individualsMustBeAdded() {
    assertThatThrownBy(() -> store.read(variable(counts), 7))
        .isInstanceOf(ModelError.class)
        .hasMessage("no such individual: variable=counts, sort=P, id=7");
    assertThatThrownBy(() -> store.add(P.sort(), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id: sort=P, id=-1, limit=0..");
  }
}
