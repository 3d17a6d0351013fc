package psyscall.reports.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.Golden;
import psyscall.reports.toy.Calls;
import psyscall.reports.toy.Shelf;
import psyscall.reports.toy.Shortest;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Specification;

class TimelineTest {
  private static final Look ASCII_EVERYTHING = new Look(Glyphs.ASCII, Ink.PLAIN, Detail.EVERYTHING);

  private final Calls calls = new Calls();
  private final Specification specification = calls.specification();
  private final Behavior violation = violation();

  private Behavior violation() {
    Interpreter interpreter = new Interpreter(specification, Calls.world());
    Property.Always claim = calls.oneThread();
    return Shortest.to(interpreter, state -> !interpreter.holds(claim.condition(), state));
  }

  private List<String> draw(Look look) {
    Property.About about = calls.oneThread().about();
    Caption caption =
        Caption.violated(
            about.name(),
            about.claim(),
            "M0 and M1 both name P0",
            List.of("scenario=calls, release=1.10.8"));
    Bands bands = ProcessorBands.of(specification);
    return new Timeline(specification, Calls.world(), bands, look).draw(violation, caption);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  @Test
  void counterexampleIsDrawnAsLanes() {
    Golden.assertMatches("calls-timeline.txt", text(draw(Look.DEFAULT)));
  }

  @Test
  void everythingIsDrawnInAscii() {
    List<String> lines = draw(ASCII_EVERYTHING);

    assertThat(lines).allMatch(line -> line.matches("[ -~]*"));
    Golden.assertMatches("calls-timeline-ascii.txt", text(lines));
  }

  @Test
  void coloursDoNotChangeTheLetters() {
    List<String> coloured = draw(new Look(Glyphs.UNICODE, Ink.ANSI, Detail.FIELDS));

    Golden.assertMatches("calls-timeline-ansi.txt", text(coloured));
    assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
        .containsExactlyElementsOf(draw(Look.DEFAULT));
  }

  @Test
  void drawingTwiceGivesTheSameLines() {
    assertThat(draw(Look.DEFAULT)).isEqualTo(draw(Look.DEFAULT));
  }

  @Test
  void specificationWithoutOwnersHasLanesWithoutBands() {
    Specification shelf = Shelf.specification();
    Interpreter interpreter = new Interpreter(shelf, Shelf.world());
    Behavior thrown =
        Shortest.to(
            interpreter,
            state -> state.format(shelf.variable(Specification.ENDING)).equals("too-many"));

    List<String> lines =
        new Timeline(shelf, Shelf.world(), ProcessorBands.of(shelf), Look.DEFAULT)
            .draw(thrown, Caption.deadlock(List.of()));

    assertThat(text(lines))
        .isEqualTo(
            """
            the way to a deadlock, 2 steps
            the lanes: ● acts

            step  clerk
               0  │      at the start:
                  │          count = 1; huge = -9223372036854775808; colour = Red; lent = {Book0, Book2};
                  │          queue = [Book2, Book0]; word = 0xfffffffffffff001;
                  │          memory = {0xfffffffffffffffe: 0x1, 0xffffffffffffffff: 0x2}
                  │      clerk Count
               1  ●        more (the door: opened)
                  │          open = true; count = 2
               2  ●        more
                  │        throw: counted further than to 2

            at the end:
                open = true; count = 2; huge = -9223372036854775808; colour = Red; lent = {Book0, Book2};
                queue = [Book2, Book0]; word = 0xfffffffffffff001;
                memory = {0xfffffffffffffffe: 0x1, 0xffffffffffffffff: 0x2}

            deadlock: no step is possible, and this is no declared end
            """);
  }

  @Test
  void emptyBehaviourHasNoSteps() {
    Behavior start = new Behavior(violation.initial(), List.of());

    List<String> lines =
        new Timeline(specification, Calls.world(), Bands.none(), Look.DEFAULT)
            .draw(start, new Caption("the start", List.of(), List.of()));

    assertThat(lines.getFirst()).isEqualTo("the start, 0 steps");
    assertThat(lines.getLast())
        .isEqualTo("without a lane, as they never act: M0, M1, M2, M3, sysmon");
  }

  @Test
  void namesOfTheLanesAreRepeatedInLongTraces() {
    List<Transition> thrice = new ArrayList<>();
    for (int times = 0; times < 3; times++) {
      thrice.addAll(violation.transitions());
    }

    List<String> lines =
        new Timeline(specification, Calls.world(), ProcessorBands.of(specification), Look.DEFAULT)
            .draw(
                new Behavior(violation.initial(), thrice),
                new Caption("three times", List.of(), List.of()));

    assertThat(lines.stream().filter(line -> line.startsWith("step"))).hasSize(2);
  }

  @Test
  void lanesThatDoNotFitAreNamed() {
    World crowd = Calls.world().with(psyscall.spec.state.M.IDS.sort(), 30);
    Interpreter interpreter = new Interpreter(specification, crowd);
    Behavior start = new Behavior(interpreter.initial(), List.of());
    Bands everybody = (_, actor) -> new Band(Band.Hold.OWNS, actor.name());

    List<String> lines =
        new Timeline(specification, crowd, everybody, Look.DEFAULT)
            .draw(start, new Caption("a crowd", List.of(), List.of()));

    assertThat(lines).anyMatch(line -> line.startsWith("without a lane, for want of room: M"));
    assertThat(lines).allMatch(line -> line.length() <= Timeline.COLUMNS);
  }
}
