package psyscall.spec.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.toy.Checksum;
import psyscall.spec.toy.Ledger;
import psyscall.spec.toy.Mailbox;
import psyscall.spec.toy.TinyScheduler;

class TraversalTest {
  private static final Term A = literal(1);
  private static final Term B = literal(2);
  private static final Term C = literal(3);

  private static Term literal(long value) {
    return new Term.Literal(new Sort.Range(0, 9), value);
  }

  /// All terms in the toys, subterms included.
  private static Stream<Term> terms() {
    return Stream.of(
            TinyScheduler.specification(),
            Ledger.specification(),
            Mailbox.specification(),
            Checksum.specification())
        .flatMap(specification -> specification.rules().stream())
        .flatMap(rule -> terms(rule.body()))
        .flatMap(TraversalTest::all);
  }

  private static Stream<Term> terms(Block block) {
    List<Term> found = new ArrayList<>();
    for (Line line : block.lines()) {
      Blocks.mapTerms(
          line.statement(),
          term -> {
            found.add(term);
            return term;
          });
      Blocks.map(
          line.statement(),
          inner -> {
            found.addAll(terms(inner).toList());
            return inner;
          });
    }
    return found.stream();
  }

  private static Stream<Term> all(Term term) {
    return Stream.concat(
        Stream.of(term), Traversal.parts(term).stream().flatMap(TraversalTest::all));
  }

  @Test
  void termWithTheSamePartsIsTheSameTerm() {
    assertThat(terms())
        .hasSizeGreaterThan(500)
        .allSatisfy(
            term -> assertThat(Traversal.map(term, UnaryOperator.identity())).isEqualTo(term));
  }

  @Test
  void partsStandInTheOrderOfTheText() {
    Term less = new Term.Less(A, B, true);

    assertThat(Traversal.parts(new Term.IfElse(less, B, C))).containsExactly(less, B, C);
    assertThat(Traversal.parts(new Term.And(List.of(less, new Term.Not(less)))))
        .containsExactly(less, new Term.Not(less));
    assertThat(Traversal.parts(A)).isEmpty();
  }

  @Test
  void rewritingGoesFromTheLeavesUp() {
    List<Term> order = new ArrayList<>();
    Term sum = new Term.Arithmetic(Term.Arithmetic.Operator.PLUS, A, B);
    Term outer = new Term.Less(sum, C, false);

    Term rewritten =
        Traversal.rewrite(
            outer,
            term -> {
              order.add(term);
              return term.equals(A) ? C : term;
            });

    Term changed = new Term.Arithmetic(Term.Arithmetic.Operator.PLUS, C, B);
    assertThat(order).containsExactly(A, B, changed, C, new Term.Less(changed, C, false));
    assertThat(rewritten).isEqualTo(new Term.Less(changed, C, false));
  }

  @Test
  void toysUseEveryTermThatStepsCanUse() {
    // What inlining removes, and what only step properties say.
    List<Class<?>> elsewhere =
        List.of(Term.Local.class, Term.SelfOrNil.class, Term.Next.class, Term.StepOf.class);

    assertThat(terms().map(Term::getClass).distinct())
        .containsAll(
            Stream.of(Term.class.getPermittedSubclasses())
                .flatMap(
                    kind ->
                        kind.isInterface()
                            ? Stream.of(kind.getPermittedSubclasses())
                            : Stream.<Class<?>>of(kind))
                .filter(kind -> !elsewhere.contains(kind))
                .map(TraversalTest::term)
                .toList());
  }

  @SuppressWarnings("unchecked") // the permitted subclasses of Term are terms
  private static Class<? extends Term> term(Class<?> kind) {
    return (Class<? extends Term>) kind;
  }
}
