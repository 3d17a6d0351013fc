package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.behavior.Transition;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Rec;
import psyscall.spec.process.Ending;
import psyscall.spec.term.Sort;

/// Numbers that leave their range and queues that outgrow their capacity.
class LimitsTest extends ThreePs {
  @ParameterizedTest
  @CsvSource({"9, running, 9", "10, out-of-range, 1", "-1, out-of-range, 1"})
  void numberOutsideItsRangeEndsTheRun(int number, String ending, String x9) {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(x, 1);
                set(x, Int.of(number));
              }
            });

    assertThat(read(step, "ending")).isEqualTo(ending);
    assertThat(read(step, "x")).isEqualTo(x9);
  }

  @ParameterizedTest
  @CsvSource({"2, running, '[P0, P2]'", "3, queue-full, '[P0, P2]'"})
  void queueBeyondItsCapacityEndsTheRun(int appends, String ending, String queued) {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(queue, queue.append(P0));
                set(queue, queue.append(P2));
                if (appends == 3) {
                  set(queue, queue.append(P0));
                }
              }
            });

    assertThat(read(step, "ending")).isEqualTo(ending);
    assertThat(read(step, "queue")).isEqualTo(queued);
  }

  @Test
  void limitsCountInsideRecordsAndArrays() {
    Sort.Struct sort = new Sort.Struct("R", List.of(new Sort.Field("n", Int.range(0, 3).sort())));
    Rec<Object> record = sketch.field("record", Rec.of(sort));
    Rec.Field<Object, Int> n = new Rec.Field<>("n", Int.range(0, 3));

    Transition inRecord =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(record, record.with(n, Int.of(4)));
              }
            });
    Transition inArray =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(
                    counts,
                    P.each(
                        Int.range(0, 9),
                        p -> p.is(P2).choose(Int.range(0, 9), Int.of(3), Int.of(10))));
              }
            });

    assertThat(read(inRecord, "ending")).isEqualTo("out-of-range");
    assertThat(read(inRecord, "record")).isEqualTo("(n: 0)");
    assertThat(read(inArray, "ending")).isEqualTo("out-of-range");
    assertThat(read(inArray, "counts")).isEqualTo("[P0: 0, P1: 0, P2: 0]");
  }

  @Test
  void bulkThatBreaksALimitStoresNothing() {
    Transition step =
        only(
            new Sketch.OneStep() {
              @Override
              void statements() {
                set(counts.of(P2), 9);
                forAll(P, _ -> Bool.TRUE, p -> counts.of(p), p -> counts.of(p).plus(1));
              }
            });

    assertThat(step.step().ending()).contains(Ending.OUT_OF_RANGE);
    assertThat(read(step, "counts")).isEqualTo("[P0: 0, P1: 0, P2: 9]");
  }
}
