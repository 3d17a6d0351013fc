package psyscall.model.compile;

import java.util.List;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;
import psyscall.spec.term.WordTerm.WordOperation.Operator;

/// Random terms about words and memories; addresses are few, so that memories stay small.
final class RandomWords {
  private static final Sort.Bits ADDRESS = new Sort.Bits(64);
  private static final Sort.Memory MEMORY = new Sort.Memory();

  /// In three cells, across their edges, and across the end of the address space.
  private static final List<Long> ADDRESSES = List.of(0L, 1L, 5L, 8L, 14L, 16L, -1L, -3L);

  private static final List<Integer> STORED = List.of(8, 16, 32, 64);

  private final Draw draw;
  private final RandomTerms terms;

  RandomWords(Draw draw, RandomTerms terms) {
    this.draw = draw;
    this.terms = terms;
  }

  /// A constant, often one that is the width or near to it: as an amount of a shift.
  Term constant(Sort.Bits sort) {
    long width = sort.width();
    List<Long> values = List.of(0L, 1L, 2L, width - 1, width, width + 1, -1L, draw.bits());
    long mask = width == Long.SIZE ? -1 : (1L << width) - 1;
    return new Term.Literal(sort, draw.of(values) & mask);
  }

  /// A term about words.
  Term of(Sort.Bits sort, int depth, Surroundings around) {
    int width = sort.width();
    return switch (draw.between(0, 5)) {
      case 0 -> {
        List<Integer> narrower = Vocabulary.WIDTHS.stream().filter(w -> w <= width).toList();
        Sort from = new Sort.Bits(draw.of(narrower));
        yield new WordTerm.Extend(terms.of(from, depth, around), width, draw.chance(50));
      }
      case 1 -> {
        List<Integer> wider = Vocabulary.WIDTHS.stream().filter(w -> w >= width).toList();
        int from = draw.of(wider);
        yield new WordTerm.Extract(
            terms.of(new Sort.Bits(from), depth, around), draw.between(0, from - width), width);
      }
      case 2 ->
          STORED.contains(width)
              ? new WordTerm.Load(
                  terms.of(MEMORY, depth, around), address(depth, around), width / Byte.SIZE)
              : operation(sort, depth, around);
      default -> operation(sort, depth, around);
    };
  }

  private Term operation(Sort.Bits sort, int depth, Surroundings around) {
    return new WordTerm.WordOperation(
        draw.of(List.of(Operator.values())),
        terms.of(sort, depth, around),
        terms.of(sort, depth, around));
  }

  /// A memory with something stored.
  Term store(int depth, Surroundings around) {
    return new WordTerm.Store(
        terms.of(MEMORY, depth, around),
        address(depth, around),
        terms.of(new Sort.Bits(draw.of(STORED)), depth, around));
  }

  private Term address(int depth, Surroundings around) {
    return draw.chance(60)
        ? new Term.Literal(ADDRESS, draw.of(ADDRESSES))
        : new WordTerm.WordOperation(
            Operator.AND, terms.of(ADDRESS, depth, around), new Term.Literal(ADDRESS, 0x1f));
  }
}
