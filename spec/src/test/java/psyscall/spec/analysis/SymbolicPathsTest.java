package psyscall.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.toy.Ledger;
import psyscall.spec.toy.Mailbox;
import psyscall.spec.toy.TicketLock;
import psyscall.spec.toy.TinyScheduler;

class SymbolicPathsTest {

  private static List<Path> of(Specification specification, String rule) {
    return specification.rules().stream()
        .filter(one -> one.name().equals(rule))
        .findFirst()
        .map(one -> SymbolicPaths.of(one, specification))
        .orElseThrow();
  }

  private static String condition(Path path) {
    return TermPrinter.print(path.condition());
  }

  private static Map<String, String> updates(Path path) {
    Map<String, String> updates = new TreeMap<>();
    path.updates()
        .forEach((variable, value) -> updates.put(variable.name(), TermPrinter.print(value)));
    return updates;
  }

  private static List<String> ends(List<Path> paths) {
    return paths.stream()
        .map(
            path ->
                switch (path.end()) {
                  case End.Jump jump -> "goto " + jump.label();
                  case End.Stop stop -> stop.ending().name();
                })
        .toList();
  }

  @Test
  void awaitsAndBranchesAreConditionsOverTheStateBefore() {
    List<Path> wait = of(TicketLock.specification(3), "work.wait");

    assertThat(wait).hasSize(1);
    assertThat(condition(wait.getFirst()))
        .isEqualTo("ending == running && t.pc == work.wait && lock.serving == ticket");
    assertThat(updates(wait.getFirst()))
        .isEqualTo(
            Map.of(
                "lock.inside", "lock.inside ∪ {t}",
                "T.work.ticket", "ticket with [t] = 0",
                "pc.T", "pc.T with [t] = work.leave"));
  }

  @Test
  void throwsAndRangesArePathsOfTheirOwn() {
    List<Path> leave = of(TicketLock.specification(3), "work.leave");

    assertThat(ends(leave)).containsExactly("not-alone", "out-of-range", "goto work.take");
    assertThat(condition(leave.get(0))).endsWith("&& t.pc == work.leave && lock.inside != {t}");
    assertThat(updates(leave.get(0))).isEqualTo(Map.of("ending", "not-alone"));
    assertThat(condition(leave.get(1)))
        .endsWith("&& (if lock.serving == 2 then 0 else lock.serving + 1) > 2");
    assertThat(updates(leave.get(1)))
        .isEqualTo(Map.of("lock.inside", "lock.inside − {t}", "ending", "out-of-range"));
  }

  @Test
  void readAfterAWriteSeesTheWrite() {
    List<Path> find = of(TinyScheduler.specification(), "mstart.findp");

    assertThat(ends(find))
        .containsExactly("acquirep-already", "acquirep-state", "goto user.entersyscall");
    Path taken = find.getLast();
    assertThat(taken.choices()).hasSize(1);
    assertThat(condition(taken))
        .isEqualTo(
            "ending == running && m.pc == mstart.findp && sched.lockedBy == nil"
                + " && sched.pidle is not empty && idleP in sched.pidle && m.p == nil"
                + " && idleP.m == nil && idleP.status == Pidle");
    assertThat(updates(taken))
        .isEqualTo(
            Map.of(
                "p.status", "p.status with [idleP] = Prunning",
                "p.m", "p.m with [idleP] = m",
                "m.p", "m.p with [m] = idleP",
                "sched.pidle", "sched.pidle − {idleP}",
                "pc.M", "pc.M with [m] = user.entersyscall"));
  }

  @Test
  void assignmentToAllIsAComputedArray() {
    List<Path> stop = of(TinyScheduler.specification(), "user.stopTheWorld");

    assertThat(stop).hasSize(1);
    assertThat(updates(stop.getFirst()))
        .containsEntry(
            "p.status", "for each p: if p.status in {Pidle, Psyscall} then Pgcstop else p.status");
  }

  @Test
  void assignmentsToAllSeeTheOnesBeforeThem() {
    List<Path> start = of(TinyScheduler.specification(), "user.startTheWorld");

    assertThat(start).hasSize(1);
    assertThat(updates(start.getFirst()))
        .containsEntry("sched.pidle", "{p: p.status == Pgcstop}")
        .containsEntry("p.m", "for each p: if p in {p2: p2.status == Pgcstop} then nil else p.m");
  }

  @Test
  void alternativesOfOneChoiceShareItsConstant() {
    List<Path> look = of(TinyScheduler.specification(), "retake.look");

    assertThat(look).hasSize(4);
    assertThat(look)
        .extracting(path -> path.choices().getFirst())
        .containsOnly(look.getFirst().choices().getFirst());
    assertThat(look).extracting(path -> path.choices().size()).containsExactly(1, 2, 1, 2);
    assertThat(look)
        .extracting(SymbolicPathsTest::condition)
        .allMatch(text -> text.contains("whatSysmonFinds == "));
  }

  @Test
  void nilThatIsFollowedAndFullQueuesArePaths() {
    assertThat(ends(of(Mailbox.specification(), "serve.spurious")))
        .containsExactly("goto serve.sleep", "nil-dereference", "unread", "closed");
    assertThat(ends(of(Mailbox.specification(), "post.send")))
        .containsExactly("queue-full", "goto post.answer");
  }

  @Test
  void rangeOfAnAssignmentToAllIsOneQuestion() {
    List<Path> deposit = of(Ledger.specification(), "tell.deposit");

    assertThat(ends(deposit)).containsExactly("out-of-range", "goto tell.sum");
    assertThat(condition(deposit.getFirst()))
        .endsWith(
            "who − {a: a.account.open} is empty"
                + " && (some a: a in who && a.account.balance + amount > 2)");
  }

  @Test
  void choiceThatIsMadeTwiceHasTwoConstants() {
    List<Path> twice = of(new TwoPicks().specification(), "root.step");

    assertThat(twice).extracting(path -> path.choices().size()).containsExactly(2, 1, 1, 0);
    assertThat(condition(twice.getFirst()))
        .isEqualTo(
            "ending == running && pc.only == root.step && oneM in ms" + " && oneM2 in ms − {oneM}");
    assertThat(updates(twice.getFirst())).containsEntry("ms", "ms − {oneM} − {oneM2}");
  }

  @Test
  void instanceHasNeitherSelfNorConstants() {
    Path taken = of(TinyScheduler.specification(), "mstart.findp").getLast();
    Term self = TinyScheduler.M.IDS.individual(1).term();

    Path instance =
        taken.instance(Optional.of(self), List.of(TinyScheduler.P.IDS.individual(0).term()));

    assertThat(instance.choices()).isEmpty();
    assertThat(condition(instance)).contains("P0 in sched.pidle && M1.p == nil");
    assertThat(updates(instance)).containsEntry("m.p", "m.p with [M1] = P0");
    assertThatThrownBy(() -> taken.instance(Optional.of(self), List.of()))
        .isInstanceOf(IllFormed.class)
        .hasMessage("answers of a path: given=0, wanted=1");
  }
}
