package psyscall.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.engine.StepView;
import psyscall.model.run.RunLimits;
import psyscall.model.run.RunListener;
import psyscall.model.run.VirtualRun;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.schedule.Scheduler;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.Workload;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;
import psyscall.spec.state.Program;
import psyscall.spec.state.RuntimeState;

/// Which rules of a release the programs fire that use the operations of the runtime, in turn and
/// by ten seeds, of all the rules that there are with every extension but the stubs.
class RulesFiredTest {
  private static final int SEEDS = 10;
  private static final List<String> PROGRAMS =
      List.of(
          "futex-syscall",
          "starvation",
          "gosched",
          "locked",
          "stop-the-world",
          "for-each-p",
          "handoff",
          "netpoll",
          "ping-pong",
          "signals-blocked",
          "template-thread",
          "collection");

  /// It takes minutes of virtual time; a test of the operations has them.
  private static final String LONG = "Sysmon.forcegc Sysmon.timeout";

  /// A run has more threads than it can use: all Ps with work find one that is idle.
  private static final String THREADS = "Newm.wake";

  /// The same, for a thread that is created where others had to take one that became idle.
  private static final String CREATED = "Newm.clone Newm.mcommoninit";

  /// An idle P's own worker takes the mark work before a thread without a P sees it.
  private static final String WORK = "Findrunnable.idleP Findrunnable.markWork";

  /// Two threads would have to meet within some 100 ns.
  private static final String RACES = "Findrunnable.pidleget Startm.undo";

  /// The same, and before 1.19 they do.
  private static final String RACE = "EnterSyscallGcwait.stop";

  /// While stacks are scanned, a poll must bring a goroutine to a thread that looks for work;
  /// before 1.19 one does.
  private static final String POLLS = "Findrunnable.ready";

  /// A poll brings one goroutine at most; of a list the others go to the global queue one by one.
  private static final String POLL = "Injectglist.next";

  static Stream<Arguments> releases() {
    return Stream.of(
        Arguments.of(Release.GO_1_10_8, 119, 127, List.of(LONG, THREADS, WORK, RACES, POLL)),
        Arguments.of(
            Release.GO_1_14_15, 119, 129, List.of(LONG, THREADS, CREATED, WORK, RACES, POLL)),
        Arguments.of(
            Release.GO_1_19_13,
            115,
            126,
            List.of(LONG, THREADS, CREATED, WORK, RACES, RACE, POLLS)));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void firedOfAll(Release release, int fired, int all, List<String> never) {
    Set<String> rest = everything(release);
    int rules = rest.size();

    for (String name : PROGRAMS) {
      rest.removeAll(fired(name, release, new RoundRobin()));
      for (long seed = 0; seed < SEEDS; seed++) {
        rest.removeAll(fired(name, release, new SeededRandom(seed)));
      }
    }

    assertThat(rest).containsExactlyInAnyOrder(String.join(" ", never).split(" "));
    assertThat(rules).isEqualTo(all);
    assertThat(rules - rest.size()).isEqualTo(fired);
  }

  private static Set<String> everything(Release release) {
    Program any = Program.anything(1, EnumSet.complementOf(EnumSet.of(Op.FORCE_GC)));
    Program created = Program.toSpawn(Op.COMPUTE);
    List<Program> programs = List.of(any, created, Program.forcedCollection());
    Set<Feature> features = EnumSet.complementOf(EnumSet.of(Feature.STUBS));
    RuntimeState state = new RuntimeState(release, 3, 2, programs, features);
    Specification specification = GoRuntime.checked(state, GoRuntime.protocol(state));
    Set<String> rules = new TreeSet<>();
    specification.rules().forEach(rule -> rules.add(rule.name()));
    return rules;
  }

  private static Set<String> fired(String name, Release release, Scheduler scheduler) {
    Workload shipped = ShippedPrograms.named(name).orElseThrow();
    Workload workload = shipped.on(release, shipped.processors(), shipped.preemption());
    Set<String> rules = new TreeSet<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void stepped(long nanos, StepView step) {
            rules.add(step.rule().name());
          }
        };
    new VirtualRun(workload, scheduler, RunLimits.USUAL, List.of(listener)).run();
    return rules;
  }
}
