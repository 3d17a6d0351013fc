package psyscall.checker.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;

class OpenLifecycleTest {
  private static final String DONE = "";

  private final MemoryAllowance memory = new MemoryAllowance(1 << 20);

  /// An automaton with events by name.
  private record Told(OpenLifecycle open) {
    /// What an event is refused for, nothing if it is done.
    String offer(String event, int g, int m, int p) throws TraceFault {
      int number = open.event(event);
      int answer = open.offer(number, g, m, p, m);
      return answer == 0 ? DONE : open.guard(number, answer);
    }

    Told with(String event, int g, int m, int p) throws TraceFault {
      assertThat(offer(event, g, m, p)).as(event).isEqualTo(DONE);
      return this;
    }
  }

  private Told release(int minor) {
    return new Told(OpenLifecycle.of(Lifecycle.ofTraces(minor), memory));
  }

  /// Thread 3 runs goroutine 5 on P 1.
  private Told running(int minor) throws TraceFault {
    return release(minor)
        .with("GoCreate", 5, -1, -1)
        .with("ProcStart", -1, 3, 1)
        .with("GoStart", 5, 3, 1);
  }

  private Told calling(int minor) throws TraceFault {
    Told told = running(minor).with("GoSyscallEnter", 5, 3, 1);
    return minor < 26 ? told.with("ProcPublish", -1, 3, 1) : told;
  }

  @Test
  void stateIsToldByNames() throws TraceFault {
    OpenLifecycle open = running(22).open();

    assertThat(open.status(5)).isEqualTo(GStatus.Grunning);
    assertThat(open.thread(5)).isEqualTo(3);
    assertThat(open.goroutineOn(3)).isEqualTo(5);
    assertThat(open.holder(1)).isEqualTo(Holder.Running);
    assertThat(open.holderThread(1)).isEqualTo(3);
    assertThat(open.processorOf(3)).isEqualTo(1);
    assertThat(open.goroutineOn(2)).isEqualTo(-1);
    assertThat(open.status(4)).isEqualTo(GStatus.Gdead);
    assertThat(open.status(1_000_000)).isEqualTo(GStatus.Gdead);
    assertThat(open.holder(1_000_000)).isEqualTo(Holder.IdleList);
    assertThat(open.processorOf(1_000_000)).isEqualTo(-1);
    assertThat(open.stopping()).isFalse();
  }

  @Test
  void eventsAreThoseOfTheRelease() {
    assertThat(release(22).open().events())
        .contains("ProcPublish", "GoCreateSyscall", "GoDestroySyscall", "ProcVanish")
        .doesNotContain("GoSwitch", "GoCreateBlocked", "GoSyscallReturn")
        .hasSize(31);
    assertThat(release(23).open().events()).contains("GoSwitch", "ProcPublish").hasSize(34);
    assertThat(release(26).open().events())
        .contains("GoSwitch", "GoSyscallReturn")
        .doesNotContain("ProcPublish")
        .hasSize(34);
    assertThatThrownBy(() -> release(22).open().event("GoSwitch"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown event: name=GoSwitch, available=[GoBlock, ");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 22, 26})
  void pIsStolenOnlyWhileItsGoroutineIsInACall(int minor) throws TraceFault {
    assertThat(running(minor).offer("ProcSteal", -1, 4, 1)).isEqualTo("the P is up for grabs");
    Told told = calling(minor);
    assertThat(told.offer("GoSyscallExitSlow", 5, 3, -1)).isNotEqualTo(DONE);

    told.with("ProcSteal", -1, 4, 1).with("ProcIdle", -1, -1, 1);

    assertThat(told.offer("GoSyscallExitFast", 5, 3, 1)).isEqualTo("the thread has the P");
    told.with("GoSyscallExitSlow", 5, 3, -1);
    assertThat(told.open().status(5)).isEqualTo(GStatus.Grunnable);
    assertThat(told.open().goroutineOn(3)).isEqualTo(-1);
  }

  @Test
  void pOfACallIsTakenBackWhereItWasGivenUp() throws TraceFault {
    Told told = calling(25);
    assertThat(told.open().processorOf(3)).isEqualTo(1);
    assertThat(told.offer("GoSyscallExitFast", 5, 3, 1)).isEqualTo("the thread has the P");

    told.with("ProcReacquire", -1, 3, 1)
        .with("ProcStart", -1, 3, 1)
        .with("GoSyscallExitFast", 5, 3, 1);
  }

  @Test
  void pOfACallStaysWithItsThreadFromOneTwentySix() throws TraceFault {
    calling(26).with("GoSyscallExitFast", 5, 3, 1);
  }

  @Test
  void goroutineRunsForAMomentWithoutAP() throws TraceFault {
    Told told = calling(26);
    assertThat(told.offer("GoSyscallReturn", 5, 3, -1)).isEqualTo("the thread has no P");
    told.with("ProcSteal", -1, 4, 1)
        .with("ProcIdle", -1, -1, 1)
        .with("GoSyscallReturn", 5, 3, -1)
        .with("ProcStart", -1, 3, 1);
    assertThat(told.open().status(5)).isEqualTo(GStatus.Grunning);

    assertThat(told.offer("GoSyscallExitSlow", 5, 3, -1)).isEqualTo("the thread has no P");
    assertThat(told.offer("ProcStop", -1, 3, 1)).isEqualTo("no goroutine runs on the thread");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 26})
  void goroutineOfAThreadOfCLeavesItsPBehind(int minor) throws TraceFault {
    Told told =
        release(minor)
            .with("GoCreateSyscall", 7, 2, -1)
            .with("ProcStart", -1, 2, 0)
            .with("GoSyscallExitFast", 7, 2, 0)
            .with("GoSyscallEnter", 7, 2, 0);
    if (minor < 26) {
      told.with("ProcPublish", -1, 2, 0);
    }

    told.with("GoDestroySyscall", 7, 2, -1);

    assertThat(told.open().holder(0)).isEqualTo(Holder.Syscall);
    assertThat(told.open().holderThread(0)).isEqualTo(-1);
    assertThat(told.open().processorOf(2)).isEqualTo(-1);
    assertThat(told.offer("ProcStart", -1, 2, 0)).startsWith("the P is idle");
    told.with("ProcSteal", -1, 4, 0);
  }

  @Test
  void goroutineRunsInThePlaceOfAnother() throws TraceFault {
    Told told = running(23).with("GoCreateBlocked", 6, -1, -1);

    told.with("GoSwitch", 6, 3, -1);
    assertThat(told.open().status(5)).isEqualTo(GStatus.Gwaiting);
    assertThat(told.open().thread(5)).isEqualTo(-1);
    assertThat(told.open().goroutineOn(3)).isEqualTo(6);

    told.with("GoSwitchDestroy", 5, 3, -1);
    assertThat(told.open().status(6)).isEqualTo(GStatus.Gdead);
    assertThat(told.offer("GoSwitch", 6, 3, -1)).isEqualTo("the goroutine waits");
  }

  @Test
  void pBeyondGomaxprocsIsNotStarted() throws TraceFault {
    Told told = running(22);
    assertThat(told.offer("ProcVanish", -1, -1, 2)).isEqualTo("the world is to stop");
    told.with("WorldStopping", -1, 3, -1).with("ProcVanish", -1, -1, 2);
    assertThat(told.offer("ProcVanish", -1, -1, 1)).isEqualTo("no thread runs the P");
    told.with("WorldStarted", -1, 3, -1);
    assertThat(told.offer("ProcStart", -1, 4, 2)).isEqualTo("the P is one of GOMAXPROCS");

    told.with("WorldStopping", -1, 3, -1)
        .with("ProcAppear", -1, -1, 2)
        .with("WorldStarted", -1, 3, -1)
        .with("ProcStart", -1, 4, 2);
  }

  @Test
  void eventWithoutItsThreadIsRefused() throws TraceFault {
    assertThat(running(22).offer("GoStop", 5, -1, -1))
        .isEqualTo("it is known whom the event is about");
  }

  @Test
  void memoryIsAskedForFirst() throws TraceFault {
    OpenLifecycle open = running(22).open();
    String before = open.toString();
    open.at(77);

    assertThatThrownBy(() -> open.offer(open.event("GoCreate"), 100_000, -1, -1, -1))
        .isInstanceOfSatisfying(
            TraceFault.class,
            fault -> {
              assertThat(fault.trouble()).isEqualTo(TraceFault.Trouble.MEMORY);
              assertThat(fault.position()).isEqualTo(77);
            });
    assertThatThrownBy(
            () -> open.assumeProcessor(Integer.MAX_VALUE, Holder.Running, Integer.MAX_VALUE))
        .isInstanceOf(TraceFault.class);

    assertThat(open).hasToString(before);
  }
}
