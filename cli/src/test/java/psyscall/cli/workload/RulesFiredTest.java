package psyscall.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
/// by one seed, of all the rules that there are with every extension but the stubs.
class RulesFiredTest {
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

  /// Why a rule does not fire; the word stands for it in the lists below.
  private static final Map<String, String> REASONS =
      new TreeMap<>(
          Map.of(
              "Sysmon", "takes minutes of virtual time; OperationRunsTest has them",
              "Newm", "a run has more threads than it can use, so all Ps with work find one",
              "Findrunnable", "a race of two threads within some 100 ns",
              "Netpoll", "a race of two threads within some 100 ns",
              "EnterSyscallGcwait", "a race of two threads within some 100 ns",
              "Startm", "a race of two threads within some 100 ns",
              "Semrelease", "who waits for the semaphore runs on the only P without work"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.10.8 | 0 | 0 | x",
        "1.14.15 | 0 | 0 | x",
        "1.19.13 | 0 | 0 | x",
      })
  void firedOfAll(String number, int fired, int all, String never) {
    Release release = Release.named(number).orElseThrow();
    Set<String> rest = everything(release);
    int rules = rest.size();

    for (String name : PROGRAMS) {
      rest.removeAll(fired(name, release, new RoundRobin()));
      rest.removeAll(fired(name, release, new SeededRandom(0)));
    }

    assertThat(String.join(" ", rest)).isEqualTo(never);
    assertThat(rules).isEqualTo(all);
    assertThat(rules - rest.size()).isEqualTo(fired);
    assertThat(rest)
        .allSatisfy(rule -> assertThat(REASONS).containsKey(rule.substring(0, rule.indexOf('.'))));
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
