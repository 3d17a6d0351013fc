package psyscall.spec.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;
import psyscall.spec.toy.TinyScheduler.Status;

class HandlesTest {
  private static final Sort.Struct PAIR =
      new Sort.Struct("Pair", List.of(new Sort.Field("on", Sort.TRUTH)));

  private static Term read(Sort sort) {
    return new Term.Read(new Var("v", sort, Var.Role.FIELD));
  }

  private static Arguments handle(Type<?> type, Function<Term, Expr> wrap) {
    return arguments(type.sort(), wrap);
  }

  static Stream<Arguments> handles() {
    return Stream.of(
        handle(Bool.TYPE, Bool::new),
        handle(Int.range(0, 3), Int::new),
        handle(Word.bits(8), Word::new),
        handle(Sym.of(Status.class), Sym::new),
        handle(P.IDS.id(), Id::new),
        handle(P.IDS.opt(), Opt::new),
        handle(P.IDS.set(), IdSet::new),
        handle(P.IDS.fifo(2), Fifo::new),
        handle(Bytes.TYPE, Bytes::new),
        handle(Rec.of(PAIR), Rec::new),
        handle(P.IDS.array(Bool.TYPE), term -> new Arr<>(term, P.IDS, Bool.TYPE)));
  }

  @ParameterizedTest
  @MethodSource("handles")
  void handleIsOnTermsOfItsSortOnly(Sort sort, Function<Term, Expr> wrap) {
    assertThat(wrap.apply(read(sort)).term().sort()).isEqualTo(sort);

    handles()
        .map(other -> (Sort) other.get()[0])
        .filter(other -> !other.equals(sort))
        .forEach(
            other ->
                assertThatThrownBy(() -> wrap.apply(read(other)))
                    .as("%s", other)
                    .isInstanceOf(IllFormed.class));
  }

  @ParameterizedTest
  @MethodSource("handles")
  void handleLikeAnotherIsOfTheSameKind(Sort sort, Function<Term, Expr> wrap) {
    Term term = new Term.Reference(new Bound("b", sort));

    Expr like = Expr.like(wrap.apply(read(sort)), term);

    assertThat(like).isEqualTo(wrap.apply(term));
  }

  @Test
  void typeRefusesTermsOfAnotherSort() {
    assertThatThrownBy(() -> P.IDS.id().of(read(M.IDS.sort())))
        .hasMessage("wrong sort: wanted=Individual[name=P], given=Individual[name=M]");
  }

  @Test
  void computedArraysOfNumbersFitArraysOfAWiderRange() {
    Type<Arr<P, Int>> type = P.IDS.array(Int.range(0, 9));

    Arr<P, Int> ones = P.IDS.each(Int.range(0, 9), _ -> Int.of(1));

    assertThat(type.of(ones.term())).isEqualTo(ones);
  }

  @Test
  void wordsKeepTheirLowBits() {
    assertThat(literal(Word.of(-1, 4))).isEqualTo(15);
    assertThat(literal(Word.of(0x1ff, 8))).isEqualTo(0xff);
    assertThat(literal(Word.of(-1, 64))).isEqualTo(-1);
    assertThat(Word.of(3, 12).width()).isEqualTo(12);
  }

  private static long literal(Word word) {
    return ((Term.Literal) word.term()).value();
  }

  @Test
  void conjunctionsAndDisjunctionsAreFlat() {
    Bool a = new Bool(read(Sort.TRUTH));

    assertThat(a.and(a).and(a).term())
        .isEqualTo(new Term.And(List.of(a.term(), a.term(), a.term())));
    assertThat(a.or(a).or(a).term()).isEqualTo(new Term.Or(List.of(a.term(), a.term(), a.term())));
    assertThat(a.not().not()).isEqualTo(a);
  }

  @Test
  void boundVariablesAreNamedAfterTheirSort() {
    Bound first = P.IDS.bound();
    Bound second = P.IDS.bound();

    assertThat(first.name()).isEqualTo("p");
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void allIdsAreThoseWithoutACondition() {
    CollectionTerm.Where all = (CollectionTerm.Where) P.IDS.all().term();

    assertThat(all.condition()).isEqualTo(Bool.TRUE.term());
  }

  @Test
  void enumerationKnowsItsConstants() {
    Sym<Status> status = Sym.of(Status.class).of(read(Sym.of(Status.class).sort()));

    assertThat(status.constant(Status.Psyscall).term())
        .isEqualTo(new Term.Literal(status.term().sort(), 2));
    assertThat(status.in(Status.Pidle, Status.Pgcstop).term())
        .isEqualTo(
            new Term.Or(List.of(status.is(Status.Pidle).term(), status.is(Status.Pgcstop).term())));
  }
}
