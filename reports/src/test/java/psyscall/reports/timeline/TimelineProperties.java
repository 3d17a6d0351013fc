package psyscall.reports.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.toy.Calls;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.Address;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.state.M;

class TimelineProperties {
  private final Specification specification = new Calls().specification();

  /// What a specification may say in one step: any text at all.
  record Words(String procedure, String id, String clause, String ending) {}

  @Provide
  Arbitrary<Look> looks() {
    return Combinators.combine(
            Arbitraries.of(Glyphs.class), Arbitraries.just(Ink.PLAIN), Arbitraries.of(Detail.class))
        .as(Look::new);
  }

  @Provide
  Arbitrary<List<Words>> words() {
    Arbitrary<String> latin = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(300);
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(120);
    Arbitrary<String> text = Arbitraries.oneOf(latin, any);
    Arbitrary<String> shorter = Arbitraries.oneOf(latin.map(TimelineProperties::id), any);
    return Combinators.combine(text, shorter, text, text).as(Words::new).list().ofMaxSize(6);
  }

  private static String id(String text) {
    return text.substring(0, Math.min(5, text.length()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void noLineIsWiderThanAllowed(
      @ForAll @IntRange(min = 1, max = 8) int lanes,
      @ForAll("words") List<Words> words,
      @ForAll("looks") Look look,
      @ForAll long seed) {
    World world = Calls.world().with(M.IDS.sort(), lanes);
    State state = new Interpreter(specification, world).initial();
    Random random = new Random(seed);
    List<Transition> transitions = new ArrayList<>();
    for (Words one : words) {
      Actor actor = new Actor("M", random.nextInt(lanes));
      transitions.add(new Transition(step(actor, one), state));
    }
    String label = words.isEmpty() ? "P0" : words.getFirst().clause();
    Bands bands = (_, actor) -> band(actor, label);

    List<String> lines =
        new Timeline(specification, world, bands, look)
            .draw(new Behavior(state, transitions), caption(words));

    assertThat(lines).allMatch(line -> Wrapping.columns(line) <= Timeline.COLUMNS);
    assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= Timeline.COLUMNS);
    assertThat(lines).noneMatch(line -> line.codePoints().anyMatch(Character::isISOControl));
  }

  private static Band band(Actor actor, String label) {
    Band.Hold[] holds = Band.Hold.values();
    Band.Hold hold = holds[(int) Math.abs(actor.self() % holds.length)];
    return hold == Band.Hold.NOTHING ? Band.NOTHING : new Band(hold, label);
  }

  private static Caption caption(List<Words> words) {
    List<String> texts = words.stream().map(Words::clause).toList();
    return new Caption("any title", texts, texts);
  }

  private static Step step(Actor actor, Words words) {
    Citation citation = new Citation(words.id(), List.of(), "file.go", words.procedure());
    Rule rule =
        new Rule("M", "a.b", new Address("a", "b", 0), StepKind.PROTOCOL, citation, Block.EMPTY);
    Optional<Ending> ending = Optional.of(Ending.thrown("any", words.ending()));
    return new Step(rule, actor, List.of(), List.of(), words.clause(), ending);
  }
}
