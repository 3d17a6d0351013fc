package psyscall.spec.term;

import java.util.List;

/// The sort rules of the constructors of terms and of handles; each throws [IllFormed] where a sort
/// is wrong and gives back the sort where it is right.
public final class Check {
  private Check() {}

  public static void fits(String role, Sort wanted, Term given) {
    fits(role, wanted, given.sort());
  }

  public static void fits(String role, Sort wanted, Sort given) {
    if (!Sort.fits(wanted, given)) {
      throw new IllFormed("wrong sort: " + role + ", wanted=" + wanted + ", given=" + given);
    }
  }

  public static void truth(Term term) {
    fits("condition", Sort.TRUTH, term);
  }

  public static Sort join(Sort left, Sort right) {
    if (left instanceof Sort.Range a && right instanceof Sort.Range b) {
      return new Sort.Range(Math.min(a.low(), b.low()), Math.max(a.high(), b.high()));
    }
    if (left instanceof Sort.ArrayOf a && right instanceof Sort.ArrayOf b) {
      return new Sort.ArrayOf(a.index(), join(a.element(), b.element()));
    }
    return left;
  }

  public static Sort.Range range(Term term) {
    if (term.sort() instanceof Sort.Range range) {
      return range;
    }
    throw wrong("number", term.sort());
  }

  public static Sort.Range arithmetic(Term.Arithmetic.Operator operator, Term left, Term right) {
    Sort.Range a = range(left);
    Sort.Range b = range(right);
    return switch (operator) {
      case PLUS -> new Sort.Range(a.low() + b.low(), a.high() + b.high());
      case MINUS -> new Sort.Range(a.low() - b.high(), a.high() - b.low());
      case DIVIDE -> {
        if (!(right instanceof Term.Literal) || b.low() < 1) {
          throw new IllFormed("division needs a positive literal: divisor=" + right);
        }
        yield new Sort.Range(Math.floorDiv(a.low(), b.low()), Math.floorDiv(a.high(), b.low()));
      }
    };
  }

  public static Sort.Bits bits(Term term) {
    if (term.sort() instanceof Sort.Bits bits) {
      return bits;
    }
    throw wrong("word", term.sort());
  }

  public static Sort.Individual individual(Term term) {
    return individual(term.sort());
  }

  public static Sort.Individual individual(Sort sort) {
    if (sort instanceof Sort.Individual individual) {
      return individual;
    }
    throw wrong("id", sort);
  }

  public static Sort.Optional optional(Term term) {
    if (term.sort() instanceof Sort.Optional optional) {
      return optional;
    }
    throw wrong("id or nil", term.sort());
  }

  public static Sort.SetOf set(Term term) {
    if (term.sort() instanceof Sort.SetOf set) {
      return set;
    }
    throw wrong("set", term.sort());
  }

  public static Sort.Queue queue(Term term) {
    if (term.sort() instanceof Sort.Queue queue) {
      return queue;
    }
    throw wrong("queue", term.sort());
  }

  public static void collection(Term term) {
    if (!(term.sort() instanceof Sort.SetOf) && !(term.sort() instanceof Sort.Queue)) {
      throw wrong("set or queue", term.sort());
    }
  }

  public static void memory(Term term) {
    if (!(term.sort() instanceof Sort.Memory)) {
      throw wrong("memory", term.sort());
    }
  }

  public static Sort.ArrayOf array(Term term) {
    if (term.sort() instanceof Sort.ArrayOf array) {
      return array;
    }
    throw wrong("array", term.sort());
  }

  public static Sort.Struct struct(Term term) {
    if (term.sort() instanceof Sort.Struct struct) {
      return struct;
    }
    throw wrong("record", term.sort());
  }

  public static void bytes(int bytes) {
    if (bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8) {
      throw new IllFormed("memory access: bytes=" + bytes + ", choices=[1, 2, 4, 8]");
    }
  }

  public static void storable(Term word) {
    int width = bits(word).width();
    if (width % 8 != 0) {
      throw new IllFormed("word to be stored: width=" + width + ", choices=[8, 16, 32, 64]");
    }
    bytes(width / 8);
  }

  public static void fields(Sort.Struct sort, List<Term> values) {
    if (values.size() != sort.fields().size()) {
      throw new IllFormed("fields of a record: record=" + sort.name() + ", given=" + values.size());
    }
    for (int at = 0; at < values.size(); at++) {
      Sort.Field field = sort.fields().get(at);
      fits("field " + field.name(), field.sort(), values.get(at));
    }
  }

  private static IllFormed wrong(String wanted, Sort given) {
    return new IllFormed("wrong sort: wanted=" + wanted + ", given=" + given);
  }
}
