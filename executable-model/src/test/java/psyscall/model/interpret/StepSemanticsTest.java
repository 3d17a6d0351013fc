package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.process.Choice;
import psyscall.spec.process.Ending;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Var;

/// One rule executed in place, its choices answered from outside.
class StepSemanticsTest {
  private static final Ids<Object> P = Ids.of("P");
  private static final World WORLD = World.of(P.sort(), 3);
  private static final Ending OVER = new Ending("over", Ending.Kind.FINAL, "over");
  private static final Actor P1 = new Actor("P", 1);

  private final Sketch sketch = new Sketch();
  private final Bool open = sketch.field("open", Bool.TYPE);
  private final Arr<Object, Int> counts = sketch.field("counts", P.array(Int.range(0, 9)));
  private final StepSemantics semantics = new StepSemantics(specification());
  private final Interpreter interpreter = new Interpreter(semantics.specification(), WORLD);
  private final List<String> asked = new ArrayList<>();
  private final FixedStore store = new FixedStore(interpreter.initial(), WORLD);

  private Specification specification() {
    return sketch.each(
        P.sort(),
        new Sketch.Text("work") {
          @Override
          protected void body() {
            label("go", "");
            set(counts.of(self(P)), 1);
            pick(
                "other",
                P.all(),
                p -> {
                  set(counts.of(p), counts.of(p).plus(1));
                  await(open.or(p.is(self(P))));
                  either(
                      "how", new Case("stay", () -> goTo("go")), new Case("end", () -> halt(OVER)));
                },
                () -> halt(OVER));
          }
        });
  }

  @BeforeEach
  void nothingIsAskedYet() {
    asked.clear();
  }

  private Rule rule() {
    return semantics.rules(P1, store).getFirst();
  }

  private Chooser script(long... answers) {
    return (choice, candidates) -> {
      asked.add(choice.name() + "/" + candidates.count());
      return asked.size() <= answers.length
          ? Optional.of(Scalar.of(answers[asked.size() - 1]))
          : Optional.empty();
    };
  }

  private static List<String> texts(Set<Access> accesses) {
    return accesses.stream().map(Object::toString).toList();
  }

  @Test
  void takenStepIsCommittedWithWhatItReadAndWrote() {
    Outcome outcome = semantics.execute(rule(), P1, store, script(1, 0));

    assertThat(outcome).isInstanceOf(Outcome.Taken.class);
    Outcome.Taken taken = (Outcome.Taken) outcome;
    assertThat(taken.step()).hasToString("P1 work.go [other=P1, how=stay]");
    assertThat(texts(taken.reads())).containsExactly("ending", "all P", "counts[1]", "open");
    assertThat(texts(taken.writes())).containsExactly("counts[1]", "pc.P[1]");
    assertThat(asked).containsExactly("other/3", "how/2");
    assertThat(Sketch.text(store.state(), "counts")).isEqualTo("[P0: 0, P1: 2, P2: 0]");
  }

  @Test
  void takenStepIsOneOfTheSuccessors() {
    Outcome.Taken taken = (Outcome.Taken) semantics.execute(rule(), P1, store, script(1, 1));

    assertThat(interpreter.successors(interpreter.initial()))
        .anySatisfy(
            transition -> {
              assertThat(transition.step()).isEqualTo(taken.step());
              assertThat(transition.target()).isEqualTo(store.state());
            });
  }

  @Test
  void blockedStepSaysWhatItReadAndLeavesNoTrace() {
    State before = store.state();

    Outcome outcome = semantics.execute(rule(), P1, store, script(2, 0));

    assertThat(outcome).isInstanceOf(Outcome.Blocked.class);
    assertThat(texts(((Outcome.Blocked) outcome).reads()))
        .containsExactly("ending", "all P", "counts[2]", "open");
    assertThat(store.state()).isSameAs(before);
  }

  @Test
  void answersThatAreNoCandidatesAreRefused() {
    State before = store.state();

    Outcome outcome = semantics.execute(rule(), P1, store, script(3));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Outcome.Refused refused = (Outcome.Refused) outcome;
    assertThat(refused.choice()).isEqualTo(new Choice("other", P.sort()));
    assertThat(refused.answer()).contains(Scalar.of(3));
    assertThat(texts(refused.reads())).containsExactly("ending", "all P");
    assertThat(store.state()).isSameAs(before);
  }

  @Test
  void missingAnswersAreRefused() {
    Outcome outcome = semantics.execute(rule(), P1, store, script(1));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).choice().name()).isEqualTo("how");
    assertThat(((Outcome.Refused) outcome).answer()).isEmpty();
    assertThat(store.state()).isEqualTo(interpreter.initial());
  }

  @Test
  void choosersThatFailLeaveNoTrace() {
    Chooser broken =
        (_, _) -> {
          throw new IllegalStateException("the machine is gone");
        };

    assertThatThrownBy(() -> semantics.execute(rule(), P1, store, broken))
        .hasMessage("the machine is gone");
    assertThat(store.state()).isEqualTo(interpreter.initial());
  }

  @Test
  void endedRunBlocksEveryStep() {
    Rule rule = rule();
    Outcome.Taken last = (Outcome.Taken) semantics.execute(rule, P1, store, script(1, 1));

    Outcome after = semantics.execute(rule, P1, store, script(1, 0));

    assertThat(last.step().ending()).contains(OVER);
    assertThat(texts(last.writes())).containsExactly("counts[1]", "ending");
    assertThat(semantics.running(store)).isFalse();
    assertThat(texts(((Outcome.Blocked) after).reads())).containsExactly("ending");
  }

  @Test
  void ruleOfAnotherLabelIsRefused() {
    Specification two =
        new Sketch()
            .each(
                P.sort(),
                new Sketch.OneStep() {
                  @Override
                  void statements() {}
                });
    StepSemantics other = new StepSemantics(two);
    FixedStore start = new FixedStore(new Interpreter(two, WORLD).initial(), WORLD);

    assertThatThrownBy(() -> other.execute(two.rules().get(1), P1, start, script()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule at another label: actor=P1, label=step.stop");
    assertThatThrownBy(() -> other.rules(Actor.of("Q"), start))
        .hasMessage("unknown process: name=Q, available=[P]");
  }

  @Test
  void accessesOverlapWhereTheyShareAPart() {
    Var array = new Var("array", P.array(Bool.TYPE).sort(), Var.Role.FIELD);
    Access whole = new Access.Whole(array);
    Access first = new Access.Entry(array, 1);
    Access second = new Access.Entry(array, 2);
    Access all = new Access.Universe(P.sort());

    assertThat(whole.overlaps(first)).isTrue();
    assertThat(first.overlaps(whole)).isTrue();
    assertThat(first.overlaps(first)).isTrue();
    assertThat(first.overlaps(second)).isFalse();
    assertThat(all.overlaps(whole)).isFalse();
    assertThat(whole.overlaps(all)).isFalse();
    assertThat(all.overlaps(new Access.Universe(P.sort()))).isTrue();
  }

  @Test
  void subsetsAreAllowedWithoutBeingCounted() {
    IdSet many = IdSet.below(1000);
    Candidates subsets = new Candidates.Subsets(many);
    Value some = IdSet.of(0, 999);

    assertThat(subsets.allows(some)).isTrue();
    assertThat(subsets.allows(IdSet.of(1000))).isFalse();
    assertThat(subsets.allows(Scalar.of(1))).isFalse();
    assertThatThrownBy(subsets::count)
        .isInstanceOf(ModelError.class)
        .hasMessage("subsets to enumerate: ids=1000, limit=30");
  }
}
