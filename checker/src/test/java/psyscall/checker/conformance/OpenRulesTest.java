package psyscall.checker.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import psyscall.model.interpret.StepSemantics;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.spec.rule.Flattening;
import psyscall.spec.term.Sort;

/// Rules of all shapes, which have nothing to do with Go, against the interpreter.
class OpenRulesTest {
  private static final List<Sort.Individual> SORTS =
      List.of(Library.READERS.sort(), Library.BOOKS.sort());
  private static final int SIZE = 3;

  private final Library library = new Library();
  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void answersAndStatesAreTheInterpreters() throws TraceFault {
    StepSemantics rules = new StepSemantics(Flattening.of(library.protocol()));
    TreeSet<String> seen = new TreeSet<>();
    for (int world = 0; world < 20; world++) {
      Columns columns = new Columns(library.variables());
      OpenRules open =
          OpenRules.of(
              library.protocol(), columns, Library.ARGUMENTS, new MemoryAllowance(1 << 20));
      for (Sort.Individual sort : SORTS) {
        open.entries().admit(columns.kind(sort), SIZE - 1, 0);
      }
      Twin twin = new Twin(rules, library.events(), library.variables(), SORTS, SIZE);
      for (int step = 0; step < 300; step++) {
        String event = library.events().get(random.nextInt(library.events().size()));
        int who = random.nextInt(SIZE);
        int what = random.nextInt(SIZE);
        int other = random.nextInt(SIZE);
        int maybe = random.nextInt(SIZE + 1) - 1;
        String before = open.state();

        int answer = open.offer(open.event(event), who, what, other, maybe);

        assertThat(answer)
            .as("%s %d %d %d %d in %s", event, who, what, other, maybe, before)
            .isEqualTo(
                twin.offer(event, Map.of("who", who, "what", what, "other", other, "by", maybe)));
        assertThat(open.state())
            .as("after %s %d %d %d %d in %s", event, who, what, other, maybe, before)
            .isEqualTo(twin.state());
        seen.add(event + " " + answer);
      }
    }
    assertThat(seen)
        .containsExactly(
            "befriend 0",
            "befriend 1",
            "befriend 2",
            "bring back 0",
            "bring back 1",
            "lend 0",
            "lend 1",
            "lend 2",
            "lend 3",
            "lend 4",
            "lend 5",
            "lend 6",
            "lend 7",
            "settle 0",
            "settle 1",
            "settle 2",
            "settle 3",
            "shut 0",
            "shut 1");
  }
}
