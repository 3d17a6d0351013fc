package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Transition;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Rec;
import psyscall.spec.term.Sort;

/// Stores to parts of values, and to many at once.
class PlaceTest extends ThreePs {
  @Test
  void bulkComputesAllFromTheValuesBefore() {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(counts.of(P0), 3);
                set(counts.of(P2), 7);
                // Each P but P0 gets what P0 has, P0 gets what P2 has.
                forAll(
                    P,
                    p -> p.is(P2).not().or(x.is(0)),
                    p -> counts.of(p),
                    p -> p.is(P0).choose(Int.range(0, 9), counts.of(P2), counts.of(P0)));
              }
            });

    assertThat(read(step, "counts")).isEqualTo("[P0: 7, P1: 3, P2: 3]");
  }

  @Test
  void bulkTouchesOnlyThoseThatFulfilTheCondition() {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                forAll(P, p -> p.is(P0).not(), p -> counts.of(p), _ -> Int.of(2));
              }
            });

    assertThat(read(step, "counts")).isEqualTo("[P0: 0, P1: 2, P2: 2]");
  }

  @Test
  void nestedPlacesChangeOnlyTheirPart() {
    Sort.Struct sort =
        new Sort.Struct(
            "R",
            List.of(
                new Sort.Field("n", Int.range(0, 9).sort()),
                new Sort.Field("by", P.array(Int.range(0, 9)).sort())));
    Rec.Field<Object, Int> n = new Rec.Field<>("n", Int.range(0, 9));
    Rec.Field<Object, Arr<Object, Int>> by = new Rec.Field<>("by", P.array(Int.range(0, 9)));
    Rec<Object> record = sketch.field("record", Rec.of(sort));
    Arr<Object, Rec<Object>> records = sketch.field("records", P.array(Rec.of(sort)));

    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(record.get(n), 2);
                set(record.get(by).of(P0), 3);
                set(records.of(P2).get(by).of(P0), 4);
                set(records.of(P2).get(n), 5);
                forAll(P, _ -> Bool.TRUE, p -> records.of(P0).get(by).of(p), _ -> Int.of(6));
              }
            });

    assertThat(read(step, "record")).isEqualTo("(n: 2, by: [P0: 3, P1: 0, P2: 0])");
    assertThat(read(step, "records"))
        .isEqualTo(
            "[P0: (n: 0, by: [P0: 6, P1: 6, P2: 6]), P1: (n: 0, by: [P0: 0, P1: 0, P2: 0]),"
                + " P2: (n: 5, by: [P0: 4, P1: 0, P2: 0])]");
  }
}
