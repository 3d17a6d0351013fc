package psyscall.model.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import psyscall.spec.process.Address;
import psyscall.spec.process.Block;
import psyscall.spec.process.Choice;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Event;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Check;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// Random bodies of steps; each path ends in a jump or an ending, or is blocked.
final class RandomBodies {
  private static final int DEPTH = 3;

  private static final List<Ending> ENDINGS =
      List.of(
          Ending.NIL_DEREFERENCE,
          Ending.thrown("refused", "an assertion failed"),
          new Ending("over", Ending.Kind.FINAL, "the run is over"));

  private final Draw draw;
  private final Vocabulary vocabulary;
  private final RandomTerms terms;
  private final List<String> labels;
  private final Address address;

  /// How many choices are left: each multiplies the code.
  private int choices = 2;

  /// @param labels where steps may lead
  /// @param address that of all lines
  RandomBodies(
      Draw draw, Vocabulary vocabulary, RandomTerms terms, List<String> labels, Address address) {
    this.draw = draw;
    this.vocabulary = vocabulary;
    this.terms = terms;
    this.labels = labels;
    this.address = address;
  }

  /// A body.
  Block body(Surroundings around) {
    choices = 2;
    return block(2, true, draw.between(1, 6), around);
  }

  private Block block(int nesting, boolean transfers, int statements, Surroundings outer) {
    List<Line> lines = new ArrayList<>();
    Surroundings around = outer;
    for (int at = 0; at < statements; at++) {
      Statement statement = statement(nesting, around);
      lines.add(new Line(address, statement));
      around =
          switch (statement) {
            case Statement.Let let -> around.with(let.bound());
            case Statement.Require require -> around.with(require.bound());
            case Statement _ -> around;
          };
    }
    if (transfers) {
      lines.add(new Line(address, transfer(nesting, around)));
    }
    return new Block(lines);
  }

  private Block inner(int nesting, boolean transfers, Surroundings around) {
    return block(nesting - 1, transfers, draw.between(0, 2), around);
  }

  /// The last statement of a path, or one that has such ones in all its blocks.
  private Statement transfer(int nesting, Surroundings around) {
    if (nesting > 0 && draw.chance(30)) {
      return nested(nesting, true, around);
    }
    int kind = draw.between(0, 59);
    if (kind == 0) {
      return new Statement.Halt(draw.of(ENDINGS));
    }
    return kind == 1
        ? new Statement.Await(new Term.Literal(Sort.TRUTH, 0))
        : new Statement.Goto(draw.of(labels));
  }

  private Statement statement(int nesting, Surroundings around) {
    int kind = draw.between(0, 19);
    if (nesting > 0 && kind >= 14) {
      return nested(nesting, false, around);
    }
    return switch (kind) {
      case 0 -> new Statement.Await(likely(around));
      case 1 -> new Statement.Assert(likely(around), draw.of(ENDINGS));
      case 2, 3 -> {
        Term value = terms.of(draw.of(vocabulary.sorts()), DEPTH, around);
        yield new Statement.Let(new Bound(draw.name("let"), value.sort()), value);
      }
      case 4 -> {
        Sort.Individual of = draw.of(vocabulary.ids());
        Term optional =
            draw.chance(90)
                ? new Term.Known(terms.of(of, DEPTH, around))
                : terms.of(new Sort.Optional(of), DEPTH, around);
        yield new Statement.Require(
            new Bound(draw.name("required"), of), optional, draw.of(ENDINGS));
      }
      case 5, 6 -> bulk(around);
      case 7 -> {
        Term argument = terms.of(draw.of(vocabulary.sorts()), 1, around);
        Event event = new Event("Seen", List.of(new Sort.Field("what", argument.sort())));
        yield new Statement.Emit(event, List.of(argument));
      }
      case 8 -> new Statement.Say("something is done");
      default -> assign(around);
    };
  }

  /// A condition that holds more often than not.
  private Term likely(Surroundings around) {
    return new Term.Or(terms.conditions(3, DEPTH - 1, around));
  }

  private Statement assign(Surroundings around) {
    Term place = place(draw.of(around.roots()), around);
    return new Statement.Assign(place, terms.of(place.sort(), DEPTH, around));
  }

  /// A part of a variable, or all of it.
  private Term place(Term root, Surroundings around) {
    return draw.of(Route.all(root).toList()).term(id -> terms.of(id, 1, around));
  }

  private Statement bulk(Surroundings outer) {
    List<Term> shared = outer.roots().stream().filter(root -> root instanceof Term.Read).toList();
    Bound bound = new Bound(draw.name("all"), draw.of(vocabulary.ids()));
    Surroundings around = outer.with(bound);
    Term place = place(draw.of(shared), around);
    Term value = terms.of(place.sort(), DEPTH, around);
    return new Statement.Bulk(bound, terms.truth(2, around), place, value);
  }

  /// A statement with blocks in it.
  ///
  /// @param transfers whether control never comes out at their ends; else it does at the last one's
  private Statement nested(int nesting, boolean transfers, Surroundings around) {
    int kind = draw.between(0, choices > 0 ? 4 : 2);
    boolean first = transfers || draw.chance(15);
    return switch (kind) {
      case 0 ->
          new Statement.If(
              terms.truth(DEPTH, around),
              inner(nesting, first, around),
              inner(nesting, transfers, around));
      case 1 -> {
        Sort.Individual of = draw.of(vocabulary.ids());
        Bound bound = new Bound(draw.name("some"), of);
        yield new Statement.IfSome(
            terms.of(new Sort.Optional(of), DEPTH, around),
            bound,
            inner(nesting, first, around.with(bound)),
            inner(nesting, transfers, around));
      }
      case 2 -> new Statement.Section("lock", likely(around), inner(nesting, transfers, around));
      case 3 -> either(nesting, transfers, around);
      default -> pick(nesting, transfers, around);
    };
  }

  private Statement either(int nesting, boolean transfers, Surroundings around) {
    choices--;
    // Without an alternative the step is not possible.
    int count = transfers && draw.chance(5) ? 0 : draw.between(1, 3);
    List<String> names = IntStream.range(0, count).mapToObj(at -> "way" + at).toList();
    List<Statement.Alternative> alternatives =
        names.stream()
            .map(name -> new Statement.Alternative(name, inner(nesting, transfers, around)))
            .toList();
    Sort sort = Statement.alternatives("way", names.isEmpty() ? List.of("none") : names);
    return new Statement.Either(new Choice("way", sort), alternatives);
  }

  private Statement pick(int nesting, boolean transfers, Surroundings around) {
    choices--;
    Sort.Individual of = draw.of(vocabulary.ids());
    Term set = terms.of(new Sort.SetOf(of), DEPTH, around);
    Domain domain =
        switch (draw.between(0, 2)) {
          case 0 -> new Domain.ElementOf(set);
          case 1 -> new Domain.SubsetOf(set);
          default -> new Domain.OneOf(values(around));
        };
    Sort sort =
        switch (domain) {
          case Domain.ElementOf _ -> of;
          case Domain.SubsetOf _ -> set.sort();
          case Domain.OneOf d ->
              d.values().stream().map(Term::sort).reduce(Check::join).orElseThrow();
        };
    Bound bound = new Bound(draw.name("picked"), sort);
    return new Statement.Pick(
        new Choice("pick", sort),
        bound,
        domain,
        inner(nesting, transfers, around.with(bound)),
        inner(nesting, transfers, around));
  }

  /// Values of one sort without parts, some of them perhaps the same.
  private List<Term> values(Surroundings around) {
    Sort sort =
        draw.of(
            vocabulary.sorts().stream()
                .filter(s -> !(s instanceof Sort.ArrayOf) && !(s instanceof Sort.Struct))
                .toList());
    return Stream.generate(() -> terms.of(sort, 1, around)).limit(draw.between(1, 3)).toList();
  }
}
