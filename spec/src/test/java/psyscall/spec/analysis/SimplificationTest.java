package psyscall.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Type;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;

class SimplificationTest {
  private static final Type<Arr<M, Opt<P>>> ARRAY = M.IDS.array(P.IDS.opt());
  private static final Var VARIABLE = new Var("m.p", ARRAY.sort(), Var.Role.FIELD);
  private static final Arr<M, Opt<P>> MP = ARRAY.of(new Term.Read(VARIABLE));
  private static final Id<M> SELF = M.IDS.id().of(new Term.Self(M.IDS.sort()));
  private static final Id<M> OTHER = M.IDS.id().of(new Bound("other", M.IDS.sort()));
  private static final Opt<P> VALUE = P.IDS.individual(1).known();

  private static final Var SMALL = new Var("small", Int.range(0, 3).sort(), Var.Role.FIELD);

  private static Term simplified(Term term) {
    return Substitution.closed(Map.of(), Map.of()).apply(term);
  }

  @Test
  void entryThatWasJustWrittenIsWhatWasWritten() {
    Term term = MP.with(SELF, VALUE).of(SELF).term();

    assertThat(simplified(term)).isEqualTo(VALUE.term());
  }

  @Test
  void entryBesideAWriteToAnotherIndividualIsTheFormerOne() {
    Term term = MP.with(M.IDS.individual(0), VALUE).of(M.IDS.individual(1)).term();

    assertThat(simplified(term)).isEqualTo(MP.of(M.IDS.individual(1)).term());
  }

  @Test
  void entryBesideAWriteThatMayBeTheSameIsEither() {
    Term term = MP.with(SELF, VALUE).of(OTHER).term();

    assertThat(simplified(term))
        .isEqualTo(new Term.IfElse(SELF.is(OTHER).term(), VALUE.term(), MP.of(OTHER).term()));
  }

  @Test
  void entryOfAComputedArrayIsComputedForItsIndex() {
    Arr<M, Bool> computed = M.IDS.each(Bool.TYPE, m -> m.is(OTHER).not());

    assertThat(simplified(computed.of(SELF).term())).isEqualTo(SELF.is(OTHER).not().term());
    assertThat(simplified(computed.of(OTHER).term())).isEqualTo(Simplification.FALSE);
  }

  /// Whose P it was before the step is not whose P it is after it.
  @Test
  void whatHoldsBeforeAStepIsNotPutBehindIt() {
    Bound owner = new Bound("owner", M.IDS.sort());
    Term before = new Term.Read(new Var("owner", M.IDS.sort(), Var.Role.FIELD));
    Term after = new Term.Next(new Term.Same(new Term.Reference(owner), SELF.term()));
    Term match = new Term.Match(new Term.Known(before), owner, after, Simplification.FALSE);
    Term timeless = new Term.Match(new Term.Known(SELF.term()), owner, after, Simplification.FALSE);

    assertThat(simplified(match)).isInstanceOf(Term.Match.class);
    assertThat(simplified(timeless)).isNotInstanceOf(Term.Match.class);
  }

  @Test
  void nothingIsCapturedBelowABinder() {
    // The inner binder of the array is the very object that the index mentions.
    Bound bound = new Bound("m", M.IDS.sort());
    Term reference = new Term.Reference(bound);
    Bound index = new Bound("i", M.IDS.sort());
    Term some = new Term.Exists(bound, new Term.Same(reference, new Term.Reference(index)));
    Term outer = new Term.ForAll(bound, new Term.Select(new Term.Each(index, some), reference));

    Term result = simplified(outer);

    assertThat(result).isInstanceOf(Term.ForAll.class);
    Term.Exists inner = (Term.Exists) ((Term.ForAll) result).condition();
    assertThat(inner.bound()).isNotSameAs(bound);
    assertThat(inner.condition())
        .isEqualTo(new Term.Same(new Term.Reference(inner.bound()), reference));
  }

  @Test
  void testsOfKnownIdsAreDecided() {
    assertThat(simplified(VALUE.isNil().term())).isEqualTo(Simplification.FALSE);
    assertThat(simplified(SELF.known().is(SELF).term())).isEqualTo(Simplification.TRUE);
    assertThat(simplified(P.IDS.nil().isNil().term())).isEqualTo(Simplification.TRUE);
    assertThat(simplified(new Term.The(SELF.known().term()))).isEqualTo(SELF.term());
    assertThat(simplified(VALUE.isSomeAnd(p -> p.is(P.IDS.individual(1))).term()))
        .isEqualTo(Simplification.TRUE);
  }

  @Test
  void setsWithAnElementAreNotEmpty() {
    IdSet<M> set = M.IDS.set().of(new Term.Read(new Var("s", M.IDS.set().sort(), Var.Role.FIELD)));

    assertThat(simplified(set.plus(SELF).isEmpty().term())).isEqualTo(Simplification.FALSE);
    assertThat(simplified(set.minus(SELF).isEmpty().term()))
        .isEqualTo(set.minus(SELF).isEmpty().term());
  }

  /// A random specification found it: what is spelled out, or bound to that, is held to its sort
  /// only when it is stored.
  @Test
  void comparisonsOfWhatIsNotStoredAreNotDecidedByItsSort() {
    Sort.Struct box = new Sort.Struct("box", List.of(new Sort.Field("of", SMALL.sort())));
    Term large = new Term.StructOf(box, List.of(new Term.Literal(new Sort.Range(9, 9), 9)));
    Term either = new Term.Match(MP.of(SELF).term(), new Bound("p", P.IDS.sort()), large, large);
    Int spelledOut = Int.range(0, 3).of(new Term.FieldOf(either, "of"));
    Int bound = Int.range(0, 3).of(new Bound("number", SMALL.sort()));

    assertThat(simplified(spelledOut.lessThan(4).term())).isEqualTo(Simplification.FALSE);
    assertThat(simplified(bound.lessThan(4).term())).isEqualTo(bound.lessThan(4).term());
  }

  @Test
  void comparisonsAreDecidedByTheRanges() {
    Int small = Int.range(0, 3).of(new Term.Read(SMALL));

    assertThat(simplified(small.lessThan(4).term())).isEqualTo(Simplification.TRUE);
    assertThat(simplified(small.moreThan(3).term())).isEqualTo(Simplification.FALSE);
    assertThat(simplified(small.atLeast(0).term())).isEqualTo(Simplification.TRUE);
    assertThat(simplified(small.lessThan(3).term())).isEqualTo(small.lessThan(3).term());
    assertThat(simplified(Int.of(7).minus(3).dividedBy(2).is(2).term()))
        .isEqualTo(Simplification.TRUE);
  }

  @Test
  void constantsAndFlatListsMakeConnectivesSmall() {
    Term a = SELF.is(OTHER).term();
    Term b = MP.of(SELF).isNil().term();

    assertThat(Simplification.and(List.of(Simplification.TRUE, a))).isEqualTo(a);
    assertThat(Simplification.and(List.of(a, Simplification.FALSE)))
        .isEqualTo(Simplification.FALSE);
    assertThat(Simplification.or(List.of(new Term.Or(List.of(a, b)), a)))
        .isEqualTo(new Term.Or(List.of(a, b, a)));
    assertThat(Simplification.ifElse(a, Simplification.TRUE, Simplification.FALSE)).isEqualTo(a);
    assertThat(Simplification.not(Simplification.not(a))).isEqualTo(a);
  }
}
