package psyscall.model.compile;

import java.util.List;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// Random conditions.
final class RandomTruths {
  private final Draw draw;
  private final Vocabulary vocabulary;
  private final RandomTerms terms;

  RandomTruths(Draw draw, Vocabulary vocabulary, RandomTerms terms) {
    this.draw = draw;
    this.vocabulary = vocabulary;
    this.terms = terms;
  }

  /// A condition that is neither a constant nor a variable.
  Term of(int depth, Surroundings around) {
    return switch (draw.between(0, 9)) {
      case 0 -> new Term.Not(terms.truth(depth, around));
      case 1 -> new Term.And(terms.conditions(draw.between(0, 3), depth, around));
      case 2 -> new Term.Or(terms.conditions(draw.between(0, 3), depth, around));
      case 3, 4 -> {
        Sort sort = draw.of(vocabulary.sorts());
        yield new Term.Same(terms.of(sort, depth, around), terms.of(sort, depth, around));
      }
      case 5 -> {
        Sort sort = new Sort.Range(-5, 5);
        yield new Term.Less(
            terms.of(sort, depth, around), terms.of(sort, depth, around), draw.chance(50));
      }
      case 6 -> quantified(depth, around);
      case 7 -> {
        Sort.Individual of = draw.of(vocabulary.ids());
        yield new CollectionTerm.Member(
            terms.of(of, depth, around), terms.of(new Sort.SetOf(of), depth, around));
      }
      case 8 -> {
        Sort word = new Sort.Bits(draw.of(Vocabulary.WIDTHS));
        yield new WordTerm.WordLess(
            terms.of(word, depth, around),
            terms.of(word, depth, around),
            draw.chance(50),
            draw.chance(50));
      }
      default ->
          around.tense() == Surroundings.Tense.STEP
              ? new Term.StepOf(List.of(draw.of(around.procedures())))
              : quantified(depth, around);
    };
  }

  private Term quantified(int depth, Surroundings around) {
    Bound bound = new Bound(draw.name("q"), draw.of(vocabulary.ids()));
    Term condition = terms.truth(depth, around.with(bound));
    return draw.chance(50) ? new Term.ForAll(bound, condition) : new Term.Exists(bound, condition);
  }
}
