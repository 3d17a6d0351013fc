package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Step;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Rec;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Word;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;
import psyscall.spec.term.WordTerm;

/// The value of every kind of term, in one state.
class EvaluatorTest {
  private static final Ids<Object> P = Ids.of("P");
  private static final Id<Object> P0 = P.individual(0);
  private static final Id<Object> P1 = P.individual(1);
  private static final Id<Object> P2 = P.individual(2);
  private static final Sort.Struct PAIR =
      new Sort.Struct(
          "Pair",
          List.of(
              new Sort.Field("count", Int.range(0, 9).sort()),
              new Sort.Field("ids", P.set().sort())));
  private static final Rec.Field<Object, Int> COUNT = new Rec.Field<>("count", Int.range(0, 9));
  private static final Rec.Field<Object, IdSet<Object>> IDS = new Rec.Field<>("ids", P.set());

  private enum Light {
    RED,
    GREEN
  }

  private final Sketch sketch = new Sketch();
  private final Bool yes = sketch.field("yes", Bool.TYPE);
  private final Int three = sketch.field("three", Int.range(-10, 10));
  private final Sym<Light> light = sketch.field("light", Sym.of(Light.class));
  private final Opt<Object> nil = sketch.field("nil", P.opt());
  private final Opt<Object> one = sketch.field("one", P.opt());
  private final IdSet<Object> ends = sketch.field("ends", P.set());
  private final Fifo<Object> queue = sketch.field("queue", P.fifo(3));
  private final Arr<Object, Int> counts = sketch.field("counts", P.array(Int.range(0, 9)));
  private final Arr<Object, Arr<Object, Bool>> table =
      sketch.field("table", P.array(P.array(Bool.TYPE)));
  private final Rec<Object> pair = sketch.field("pair", Rec.of(PAIR));
  private final Word word = sketch.field("word", Word.bits(16));
  private final Bytes memory = sketch.field("memory", Bytes.TYPE);
  private final Specification specification = specification();
  private final Interpreter interpreter = new Interpreter(specification, World.of(P.sort(), 3));

  private Specification specification() {
    sketch.initially(
        new Sketch.Text("initial") {
          @Override
          protected void body() {
            set(yes, true);
            set(three, 3);
            set(light, Light.GREEN);
            set(one, P1);
            set(ends, P0.alone().union(P2.alone()));
            set(queue, queue.append(P2).append(P0));
            set(
                counts,
                P.each(
                    Int.range(0, 9), p -> p.is(P1).choose(Int.range(0, 9), Int.of(5), Int.of(1))));
            set(table.of(P1).of(P2), true);
            set(pair, Rec.make(PAIR, Int.of(4), P1.alone()));
            set(word, Word.of(0x8001, 16));
            set(memory, memory.store(Word.of(-2, 64), Word.of(0x44332211, 32)));
          }
        });
    return sketch.each(
        P.sort(),
        new Sketch.Text("wait") {
          @Override
          protected void body() {
            label("here", "");
            set(yes, false);
            goTo("there");
            label("there", "");
            set(three, three.plus(1));
            goTo("here");
          }
        });
  }

  /// A term, and what it is worth as people read it.
  private record Case(Expr expr, String value) {}

  private List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    logic(cases);
    numbers(cases);
    ids(cases);
    collections(cases);
    compounds(cases);
    words(cases);
    return cases;
  }

  private void logic(List<Case> cases) {
    Bool undefined = new Bool(new Term.Same(new Term.The(nil.term()), P0.term()));
    cases.add(new Case(yes, "true"));
    cases.add(new Case(Bool.FALSE, "false"));
    cases.add(new Case(yes.not(), "false"));
    cases.add(new Case(Bool.all(), "true"));
    cases.add(new Case(Bool.any(), "false"));
    cases.add(new Case(yes.and(Bool.TRUE), "true"));
    cases.add(new Case(yes.and(Bool.FALSE).and(undefined), "false"));
    cases.add(new Case(yes.or(undefined), "true"));
    cases.add(new Case(Bool.FALSE.or(Bool.FALSE), "false"));
    cases.add(new Case(Bool.FALSE.implies(undefined), "true"));
    cases.add(new Case(yes.is(Bool.TRUE), "true"));
    cases.add(new Case(yes.choose(Int.range(0, 9), Int.of(1), Int.of(2)), "1"));
    cases.add(new Case(yes.not().choose(Int.range(0, 9), Int.of(1), Int.of(2)), "2"));
    cases.add(new Case(light.is(Light.GREEN), "true"));
    cases.add(new Case(light.in(Light.RED), "false"));
    cases.add(new Case(light, "GREEN"));
  }

  private void numbers(List<Case> cases) {
    cases.add(new Case(three.plus(4), "7"));
    cases.add(new Case(three.minus(5), "-2"));
    cases.add(new Case(three.minus(6).dividedBy(2), "-2"));
    cases.add(new Case(three.dividedBy(2), "1"));
    cases.add(new Case(three.lessThan(3), "false"));
    cases.add(new Case(three.lessThan(4), "true"));
    cases.add(new Case(three.atMost(Int.of(3)), "true"));
    cases.add(new Case(three.atMost(Int.of(2)), "false"));
    cases.add(new Case(three.min(Int.of(2)), "2"));
  }

  private void ids(List<Case> cases) {
    cases.add(new Case(P2, "P2"));
    cases.add(new Case(nil, "nil"));
    cases.add(new Case(P1.known(), "P1"));
    cases.add(new Case(one.is(P1), "true"));
    cases.add(new Case(nil.isNil(), "true"));
    cases.add(new Case(one.isSomeAnd(p -> p.is(P2)), "false"));
    cases.add(new Case(one.isSomeAnd(p -> counts.of(p).is(5)), "true"));
    cases.add(new Case(nil.isSomeAnd(_ -> Bool.TRUE), "false"));
    cases.add(new Case(nil.isNilOr(_ -> Bool.FALSE), "true"));
    cases.add(new Case(new Id<>(new Term.The(one.term())), "P1"));
    cases.add(new Case(P.forAll(p -> counts.of(p).moreThan(0)), "true"));
    cases.add(new Case(P.forAll(p -> counts.of(p).is(1)), "false"));
    cases.add(new Case(P.exists(p -> counts.of(p).is(5)), "true"));
    cases.add(new Case(P.exists(p -> counts.of(p).is(7)), "false"));
    cases.add(new Case(P.exists(p -> P.forAll(q -> p.is(q).or(counts.of(q).is(1)))), "true"));
    cases.add(new Case(new Opt<>(new Term.SelfOrNil(P.sort())), "nil"));
  }

  private void collections(List<Case> cases) {
    cases.add(new Case(ends.has(P2), "true"));
    cases.add(new Case(ends.has(P1), "false"));
    cases.add(new Case(ends.plus(P1), "{P0, P1, P2}"));
    cases.add(new Case(ends.minus(P0), "{P2}"));
    cases.add(new Case(ends.intersect(P2.alone()), "{P2}"));
    cases.add(new Case(ends.size(), "2"));
    cases.add(new Case(P.none(), "{}"));
    cases.add(new Case(ends.isEmpty(), "false"));
    cases.add(new Case(P.where(p -> counts.of(p).is(1)), "{P0, P2}"));
    cases.add(new Case(P.all(), "{P0, P1, P2}"));
    cases.add(new Case(queue.append(P1), "[P2, P0, P1]"));
    cases.add(new Case(queue.append(P1).append(P1), "[P2, P0, P1, P1]"));
    cases.add(new Case(queue.prepend(P1), "[P1, P2, P0]"));
    cases.add(new Case(queue.rest().rest().prepend(P1), "[P1]"));
    cases.add(new Case(queue.append(P1).prepend(P1), "[P1, P2, P0, P1]"));
    cases.add(new Case(queue.cleared(), "[]"));
    cases.add(new Case(queue.first(), "P2"));
    cases.add(new Case(queue.rest(), "[P0]"));
    cases.add(new Case(queue.rest().rest().rest().first(), "nil"));
    cases.add(new Case(queue.elements(), "{P0, P2}"));
    cases.add(new Case(queue.append(P2).size(), "3"));
    cases.add(new Case(queue.isEmpty(), "false"));
  }

  private void compounds(List<Case> cases) {
    cases.add(new Case(counts.of(P1), "5"));
    cases.add(new Case(counts.with(P0, Int.of(8)), "[P0: 8, P1: 5, P2: 1]"));
    cases.add(new Case(table.of(P1).of(P2), "true"));
    cases.add(new Case(table.of(P2).of(P1), "false"));
    cases.add(
        new Case(
            P.each(P.opt(), p -> p.is(P1).choose(P.opt(), nil, one)), "[P0: P1, P1: nil, P2: P1]"));
    cases.add(new Case(pair.get(COUNT), "4"));
    cases.add(new Case(pair.with(IDS, ends), "(count: 4, ids: {P0, P2})"));
    cases.add(new Case(Rec.make(PAIR, three, ends), "(count: 3, ids: {P0, P2})"));
    cases.add(new Case(pair.is(Rec.make(PAIR, Int.of(4), P1.alone())), "true"));
  }

  private void words(List<Case> cases) {
    cases.add(new Case(word.plus(Word.of(0x7fff, 16)), "0x0"));
    cases.add(new Case(word.below(Word.of(1, 16)), "false"));
    cases.add(new Case(word.lessThan(Word.of(1, 16)), "true"));
    cases.add(new Case(word.belowOrSame(word), "true"));
    cases.add(new Case(word.lessThan(word), "false"));
    cases.add(new Case(word.atMost(word), "true"));
    cases.add(new Case(word.zeroExtend(32), "0x8001"));
    cases.add(new Case(word.signExtend(32), "0xffff8001"));
    cases.add(new Case(word.signExtend(64), "0xffffffffffff8001"));
    cases.add(new Case(word.extract(15, 1), "0x1"));
    cases.add(new Case(word.extract(0, 8), "0x1"));
    cases.add(new Case(memory.load(Word.of(-2, 64), 4), "0x44332211"));
    cases.add(new Case(memory.load(Word.of(-1, 64), 2), "0x3322"));
    cases.add(new Case(memory.load(Word.of(0, 64), 8), "0x4433"));
    cases.add(new Case(Bytes.TYPE.of(new Term.Empty(new Sort.Memory())), "{}"));
    cases.add(
        new Case(
            memory.store(Word.of(-1, 64), Word.of(0x5566, 16)),
            "{0x0: 0x55, 0x1: 0x44, 0xfffffffffffffffe: 0x11, 0xffffffffffffffff: 0x66}"));
  }

  @Test
  void valueIsWhatTheTableSays() {
    for (Case one : cases()) {
      Term term = one.expr().term();
      String value = interpreter.evaluate(term, interpreter.initial()).format(term.sort());

      assertThat(value).as("%s", term).isEqualTo(one.value());
    }
  }

  @Test
  void everyKindOfTermIsInATable() {
    Set<Class<?>> seen = new LinkedHashSet<>();
    cases().forEach(one -> collect(one.expr().term(), seen));
    // These have no value in a state alone; other tests of this class tell what they are.
    seen.addAll(List.of(Term.Local.class, Term.Self.class, Term.Next.class, Term.StepOf.class));

    assertThat(seen).containsAll(kinds(Term.class).toList());
  }

  private static void collect(Term term, Set<Class<?>> seen) {
    seen.add(term.getClass());
    Traversal.parts(term).forEach(part -> collect(part, seen));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EvaluatorTest::kinds)
        : Stream.of(type);
  }

  /// Terms that have no value in a state alone, and what is said of them.
  record Senseless(Term term, String message) {}

  static Stream<Senseless> senseless() {
    Var.Local local = new Var.Local("f", "x", Sort.TRUTH);
    Term nilP = new Term.Literal(new Sort.Optional(P.sort()), -1);
    return Stream.of(
        new Senseless(new Term.The(nilP), "nil where an id must be: "),
        new Senseless(new Term.Local(local), "local before inlining: "),
        new Senseless(new Term.Self(P.sort()), "self in a process of another kind: sort=P"),
        new Senseless(new Term.Next(Bool.TRUE.term()), "term outside a step property: "),
        new Senseless(new Term.StepOf(List.of("f")), "term outside a step property: "),
        new Senseless(
            new Term.Reference(new Bound("x", Sort.TRUTH)), "variable out of scope: name=x"),
        new Senseless(new Term.Empty(Sort.TRUTH), "empty value of a sort that has none: "));
  }

  @ParameterizedTest
  @MethodSource("senseless")
  void senselessTermIsAModelError(Senseless one) {
    assertThatThrownBy(() -> interpreter.evaluate(one.term(), interpreter.initial()))
        .isInstanceOf(ModelError.class)
        .hasMessageStartingWith(one.message());
  }

  @Test
  void idsOutsideTheWorldAreModelErrors() {
    assertThatThrownBy(
            () -> interpreter.evaluate(counts.of(P.individual(3)).term(), interpreter.initial()))
        .isInstanceOf(ModelError.class)
        .hasMessage("no such individual: id=3, limit=0..2");
    assertThatThrownBy(
            () ->
                interpreter.evaluate(
                    counts.with(P.individual(4), Int.of(1)).term(), interpreter.initial()))
        .hasMessage("no such individual: id=4, limit=0..2");
  }

  @Test
  void stepPropertySpeaksOfBothStates() {
    State before = interpreter.initial();
    Transition transition = interpreter.successors(before).get(1);
    Step step = transition.step();
    State after = transition.target();
    Term became = yes.and(new Bool(new Term.Next(yes.term())).not()).term();
    Term self = new Term.Same(new Term.Self(P.sort()), P1.term());
    Term someSelf = new Term.Same(new Term.SelfOrNil(P.sort()), new Term.Known(P1.term()));
    Bound p = new Bound("p", P.sort());
    Term underQuantifier =
        new Term.ForAll(
            p,
            new Term.Next(
                new Term.Less(
                    Int.of(0).term(),
                    new Term.Select(counts.term(), new Term.Reference(p)),
                    false)));

    assertThat(step.actor()).isEqualTo(new Actor("P", 1));
    assertThat(interpreter.holdsOf(became, before, step, after)).isTrue();
    assertThat(interpreter.holdsOf(became, after, step, before)).isFalse();
    assertThat(interpreter.holdsOf(self, before, step, after)).isTrue();
    assertThat(interpreter.holdsOf(someSelf, before, step, after)).isTrue();
    assertThat(interpreter.holdsOf(underQuantifier, before, step, after)).isTrue();
    assertThat(interpreter.holdsOf(new Term.StepOf(List.of("wait")), before, step, after)).isTrue();
    assertThat(interpreter.holdsOf(new Term.StepOf(List.of("go")), before, step, after)).isFalse();
  }

  @Test
  void tableSeesBothFamilies() {
    assertThat(kinds(Term.class))
        .contains(CollectionTerm.Where.class, WordTerm.Load.class, Term.Read.class)
        .hasSizeGreaterThan(40);
  }
}
