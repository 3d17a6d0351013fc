package psyscall.checker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.checker.toy.Locks;
import psyscall.checker.toy.LostWakeup;
import psyscall.checker.toy.Poller;
import psyscall.checker.toy.Thrower;
import psyscall.checker.toy.Toy;
import psyscall.model.interpret.Interpreter;
import psyscall.spec.property.Property;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

class PromelaTest {
  private static String text(Toy toy, Property... properties) {
    return Promela.of(toy.interpreter(), List.of(properties), List.of("toy " + toy.name()));
  }

  @Test
  void aLockReadsAsPromela() throws IOException {
    Locks locks = Locks.split(2);

    assertThat(text(locks.toy(), locks.exclusion()))
        .isEqualTo(Files.readString(Path.of("src/test/resources/golden/split-lock.pml")));
  }

  @Test
  void withoutPropertiesNobodyWatches() {
    assertThat(text(Locks.atomic(3).toy())).doesNotContain("assert", "monitor");
  }

  @Test
  void whoEndsTheRunStaysAtItsLabel() {
    Thrower thrower = Thrower.of(3);

    assertThat(text(thrower.toy(), thrower.neverThrows()))
        .contains(
            """
                /* count.up, on = on */
                :: d_step {
                    ((v_ending == ending_running) && !(v_count < 3)) ->
                    v_ending = ending_too_far
                  }
            """,
            """
                /* count.up, on = end */
                :: d_step {
                    (v_ending == ending_running) ->
                    v_ending = ending_enough
                  }
                fi -> goto end_count_up
            """);
  }

  @Test
  void propertiesThatAreNotAboutSingleStatesAreNamed() {
    Property quiet = new Property.Quiet(Toy.about("rests-well"), new Term.Literal(Sort.TRUTH, 1));

    assertThat(text(LostWakeup.broken().toy(), quiet, quiet))
        .contains(" * left out: rests-well: it is about quiet states\n")
        .doesNotContain("assert");
  }

  @Test
  void claimAboutQuietStatesAloneIsAssertedWhileTheEnvironmentIsHeld() {
    LostWakeup toy = LostWakeup.broken();

    assertThat(text(toy.toy(), toy.workIsDone()))
        .contains(
            " * asserted at rest: work-is-done\n * one step more: the environment is held\n",
            "bool held = 0;\n",
            "    :: (!held && ((v_ending == ending_running) && !v_work))\n",
            """
              :: d_step { (!held && !(claim_work_is_done)) -> held = 1 }
              :: d_step { (timeout && held && !(claim_work_is_done)) -> assert(claim_work_is_done) }
            """)
        .doesNotContain("left out");
  }

  @Test
  void claimAboutTheEndIsAssertedWhereNobodyMoves() {
    LostWakeup toy = LostWakeup.broken();

    assertThat(text(toy.toy(), toy.noDeadlock()))
        .contains(
            "  :: d_step { (timeout && !(claim_no_deadlock)) -> assert(claim_no_deadlock) }\n")
        .doesNotContain("held");
  }

  @Test
  void pollingThatGoesRoundIsWatchedForAsManyTurnsAsItHasStates() {
    Poller toy = Poller.blind();

    // Two labels, and a round of 0, 1 or 2.
    assertThat(text(toy.toy(), toy.noDeadlock()))
        .contains(
            " * 7 steps more: polling is watched, turns=6\n",
            "byte turn = 0;\n",
            "  :: d_step { (!turn && !(claim_no_deadlock)) -> turn = 1 }\n",
            "  :: d_step { (turn > 6) -> assert(turn <= 6) }\n")
        .doesNotContain("left out");
  }

  @Test
  void turnIsTakenWhereNobodyElseMovesAndAnyOtherStepEndsTheWatch() {
    Poller toy = Poller.blind();

    assertThat(text(toy.toy(), toy.noDeadlock()))
        .contains(
            """
                /* look.again */
                :: d_step {
                    ((v_ending == ending_running) && !turn) ->
                    v_round = 0;
                    turn = 0
                  }
                /* a turn: look.again */
                :: d_step {
                    ((turn && timeout) && (v_ending == ending_running)) ->
                    v_round = 0;
                    turn = turn + 1
                  }
            """,
            """
                /* work.ask */
                :: d_step {
                    (v_ending == ending_running) ->
                    v_waiting = 1;
                    pc_work = pc_work_work_wait;
                    turn = 0
                  }
            """,
            "((turn < 2) && (v_ending == ending_running))");
  }

  @Test
  void pollingWithNewsEndsTheWatch() {
    Poller toy = Poller.seeing(1);

    assertThat(text(toy.toy(), toy.helped()))
        .contains(
            """
                /* look.again */
                :: d_step {
                    ((v_ending == ending_running) && (!turn || !(0 == v_waiting))) ->
            """,
            """
                /* a turn: look.again */
                :: d_step {
                    ((turn && timeout) && ((v_ending == ending_running) && (0 == v_waiting))) ->
            """,
            "(!turn && (v_ending == ending_running))")
        .doesNotContain("held");
  }

  @Test
  void pollingWithMoreTurnsThanTheLimitIsNamed() {
    Poller toy = Poller.seeing(Rounds.TURNS_MAX);

    assertThat(text(toy.toy(), toy.noDeadlock()))
        .contains(" * left out: rests in which polling goes round by several steps\n")
        .doesNotContain("turn");
  }

  @Test
  void witnessAloneIsAssertedNeverToBeReached() {
    Locks locks = Locks.split(2);
    Property.Always exclusion = (Property.Always) locks.exclusion();
    Property both = new Property.Sometimes(Toy.about("both"), new Term.Not(exclusion.condition()));

    assertThat(text(locks.toy(), both))
        .contains(" * asserted: never-both\n", "assert(claim_never_both)");
  }

  @Test
  void queuesAreRefused() {
    Interpreter mailbox =
        Toy.all()
            .filter(toy -> toy.name().equals("mailbox 2"))
            .map(Toy::interpreter)
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> Promela.of(mailbox, List.of(), List.of()))
        .isInstanceOf(Unexportable.class)
        .hasMessageContaining("queue");
  }
}
