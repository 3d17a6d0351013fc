package psyscall.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import psyscall.spec.process.Choice;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Var;
import psyscall.spec.toy.Mailbox;
import psyscall.spec.toy.TicketLock;
import psyscall.spec.toy.TinyScheduler;

class FootprintTest {
  private static final Specification SCHEDULER = TinyScheduler.specification();

  private static Footprint of(Specification specification, String rule) {
    List<Rule> named =
        specification.rules().stream().filter(one -> one.name().equals(rule)).toList();
    assertThat(named).hasSize(1);
    return Footprint.of(named.getFirst(), specification);
  }

  private static List<String> text(Set<Place> places) {
    return places.stream()
        .map(place -> place.variable().name() + " " + place.at().name().toLowerCase(Locale.ROOT))
        .toList();
  }

  @Test
  void stopOfAllTouchesWholeArrays() {
    Footprint stop = of(SCHEDULER, "user.stopTheWorld");

    assertThat(text(stop.reads()))
        .containsExactlyInAnyOrder(
            "pc.M self", "ending whole", "sched.lockedBy whole", "p.status whole");
    assertThat(text(stop.writes()))
        .containsExactlyInAnyOrder(
            "sched.lockedBy whole",
            "sched.gcwaiting whole",
            "p.status whole",
            "sched.pidle whole",
            "pc.M self");
    assertThat(stop.choices()).isEmpty();
  }

  @Test
  void followedIdIsSomeEntry() {
    Footprint enter = of(SCHEDULER, "user.entersyscall");

    assertThat(text(enter.shared().reads())).containsExactlyInAnyOrder("ending whole", "m.p self");
    assertThat(text(enter.shared().writes()))
        .containsExactlyInAnyOrder("ending whole", "m.p self", "p.status some");
  }

  @Test
  void whatIsReadBehindTheLastWaitDecidesNothing() {
    Rule stop =
        SCHEDULER.rules().stream()
            .filter(one -> one.name().equals("user.stopTheWorld"))
            .findFirst()
            .orElseThrow();

    assertThat(text(Footprint.enabling(stop, SCHEDULER)))
        .containsExactlyInAnyOrder("pc.M self", "ending whole", "sched.lockedBy whole");
  }

  @Test
  void argumentThatIsSelfStaysSelf() {
    Specification nested = new SelfArgument().specification();

    assertThat(text(of(nested, "outer.step").shared().writes()))
        .containsExactly("m.flag self", "pair whole");
  }

  @Test
  void choicesAreNamedWithTheirSorts() {
    Footprint retake = of(SCHEDULER, "retake.look");

    assertThat(retake.choices())
        .extracting(Choice::name)
        .containsExactly("what sysmon finds", "P in a system call", "running M");
    assertThat(retake.choices())
        .extracting(Choice::sort)
        .contains(TinyScheduler.P.IDS.sort(), TinyScheduler.M.IDS.sort());
  }

  @Test
  void sharedPartLeavesOutLocalsAndProgramCounters() {
    Footprint exit = of(SCHEDULER, "user.exitsyscall");

    assertThat(exit.writes())
        .extracting(Place::variable)
        .extracting(Var::name)
        .contains("M.user.oldp", "M.exitsyscallfast.oldp", "pc.M");
    assertThat(exit.shared().writes()).isEmpty();
    assertThat(text(exit.shared().reads()))
        .containsExactly("ending whole", "sched.gcwaiting whole");
  }

  @Test
  void storeThatMayLeaveItsRangeMayEndTheRun() {
    assertThat(text(of(Mailbox.specification(), "serve.count").writes())).contains("ending whole");
    assertThat(text(of(Mailbox.specification(), "post.send").writes())).contains("ending whole");
    assertThat(text(of(Mailbox.specification(), "serve.sleep").writes()))
        .doesNotContain("ending whole");
    assertThat(text(of(TicketLock.specification(2), "work.wait").writes()))
        .doesNotContain("ending whole");
  }

  @Test
  void storeToAFieldReadsItsRecord() {
    Footprint step = of(new SelfArgument().specification(), "outer.step");

    assertThat(text(step.shared().reads())).containsExactly("ending whole", "pair whole");
  }
}
