package psyscall.reports.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.toy.Traces;
import psyscall.spec.verdict.Verdict;

class TraceReplayTest {
  private final Interpreter calls = Traces.calls();
  private final Behavior violation = Traces.violation(calls);
  private final RecordedTrace recorded = Traces.recorded(calls);
  private final TraceReplay replay = new TraceReplay(calls);

  private RecordedTrace with(List<RecordedTrace.Entry> steps) {
    return new RecordedTrace(recorded.origin(), recorded.length(), recorded.initial(), steps);
  }

  private RecordedTrace withStep(int number, UnaryOperator<RecordedTrace.Entry> change) {
    List<RecordedTrace.Entry> steps = new ArrayList<>(recorded.steps());
    steps.set(number - 1, change.apply(steps.get(number - 1)));
    return with(steps);
  }

  private static RecordedTrace.Entry as(RecordedTrace.Entry entry, RecordedStep step) {
    return new RecordedTrace.Entry(entry.number(), step, entry.target());
  }

  private static State put(State state, String variable, long value) {
    return state.with(state.schema().indexOf(variable), Scalar.of(value));
  }

  private void assertRefused(RecordedTrace trace, int position, String why, String allowed) {
    TraceReplay.Outcome outcome = replay.replay(trace);

    assertThat(outcome).isInstanceOf(TraceReplay.Refused.class);
    TraceReplay.Refused refused = (TraceReplay.Refused) outcome;
    assertThat(refused.verdict())
        .isEqualTo(new Verdict.NotConforming<Behavior>(position, why, allowed));
    assertThat(refused.accepted().transitions())
        .isEqualTo(violation.transitions().subList(0, Math.max(0, position - 1)));
  }

  @Test
  void counterexampleConforms() {
    assertThat(replay.replay(recorded)).isEqualTo(new TraceReplay.Conforms(violation));
    assertThat(violation.length()).isEqualTo(7);
  }

  @Test
  void otherInitialStateIsRefused() {
    State other = put(recorded.initial(), "calls", 1);
    RecordedTrace trace =
        new RecordedTrace(recorded.origin(), recorded.length(), other, recorded.steps());

    assertRefused(
        trace,
        0,
        "another state: variable=calls, recorded=1, model=0",
        "the initial state of the specification");
  }

  @Test
  void alteredStateIsRefused() {
    assertRefused(
        withStep(
            5,
            entry ->
                new RecordedTrace.Entry(
                    entry.number(), entry.step(), put(entry.target(), "calls", 3))),
        5,
        "another state: variable=calls, recorded=3, model=1",
        "the state that M0 Exitsyscall.store leads to");
  }

  @Test
  void entryOfAnArrayIsNamed() {
    State start = recorded.initial();
    State wrong = start.with(start.schema().indexOf("m.p"), violation.last().value("m.p"));

    assertRefused(
        new RecordedTrace(recorded.origin(), recorded.length(), wrong, recorded.steps()),
        0,
        "another state: variable=m.p of M1, recorded=P0, model=nil",
        "the initial state of the specification");
  }

  @Test
  void stateCutOutIsRefused() {
    List<RecordedTrace.Entry> steps = new ArrayList<>(recorded.steps());
    steps.remove(2);

    assertRefused(with(steps), 3, "the step has another number: recorded=4", "number 3");
  }

  @Test
  void stateCutOutAndRenumberedIsRefused() {
    List<RecordedTrace.Entry> steps = new ArrayList<>();
    for (RecordedTrace.Entry entry : recorded.steps()) {
      if (entry.number() != 3) {
        steps.add(new RecordedTrace.Entry(steps.size() + 1, entry.step(), entry.target()));
      }
    }

    assertRefused(
        with(steps),
        3,
        "another state: variable=pc.M of M0, recorded=Usercode.kernel>Exitsyscall.store,"
            + " model=Usercode.kernel>Exitsyscall.look",
        "the state that sysmon Retake.take (the P: P0) leads to");
  }

  @Test
  void missingEndIsRefused() {
    assertRefused(
        with(recorded.steps().subList(0, 6)),
        7,
        "the trace ends here: claimed=7 steps",
        "M0 Usercode.again, M1 Schedule.wake");
  }

  @Test
  void impossibleStepIsRefused() {
    RecordedStep last = recorded.steps().getLast().step();

    assertRefused(
        withStep(2, entry -> as(entry, last)),
        2,
        "M1 Schedule.wake is not possible",
        "M0 Usercode.kernel, sysmon Retake.take (the P: P0)");
  }

  @Test
  void otherAnswerIsRefused() {
    assertRefused(
        withStep(
            6,
            entry -> {
              RecordedStep step = entry.step();
              return as(
                  entry,
                  new RecordedStep(
                      step.actor(),
                      step.label(),
                      step.arm(),
                      step.procedure(),
                      step.citation(),
                      step.clause(),
                      List.of(new RecordedAnswer("the idle M", "M0"))));
            }),
        6,
        "no such answer to a choice: sysmon Retake.give (the idle M: M0)",
        "sysmon Retake.give (the idle M: M1), sysmon Retake.give (the idle M: M2),"
            + " sysmon Retake.give (the idle M: M3)");
  }

  @Test
  void alteredWordsAreRefused() {
    RecordedStep step = recorded.steps().getFirst().step();
    RecordedStep clause =
        new RecordedStep(
            step.actor(),
            step.label(),
            step.arm(),
            step.procedure(),
            step.citation(),
            "rests",
            step.answers());
    RecordedStep citation =
        new RecordedStep(
            step.actor(),
            step.label(),
            step.arm(),
            step.procedure(),
            "elsewhere",
            step.clause(),
            step.answers());

    assertRefused(
        withStep(1, entry -> as(entry, clause)),
        1,
        "the clause of M0 Usercode.enter is another",
        step.clause());
    assertRefused(
        withStep(1, entry -> as(entry, citation)),
        1,
        "the citation of M0 Usercode.enter is another",
        "runtime/proc.go reentersyscall E10 (go1.10.8)");
  }
}
