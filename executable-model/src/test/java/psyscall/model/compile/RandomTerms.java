package psyscall.model.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// Random terms of every sort, each with a value: nothing in them follows nil.
final class RandomTerms {
  private final Draw draw;
  private final Vocabulary vocabulary;
  private final RandomTruths truths;
  private final RandomWords words;

  RandomTerms(Draw draw, Vocabulary vocabulary) {
    this.draw = draw;
    this.vocabulary = vocabulary;
    this.truths = new RandomTruths(draw, vocabulary, this);
    this.words = new RandomWords(draw, this);
  }

  /// A term whose values fit a sort.
  ///
  /// @param depth how deeply constructors may be nested, apart from what spells out arrays
  Term of(Sort sort, int depth, Surroundings around) {
    if (depth == 0 || draw.chance(20)) {
      return simple(sort, around);
    }
    return draw.chance(25) ? general(sort, depth - 1, around) : special(sort, depth - 1, around);
  }

  Term truth(int depth, Surroundings around) {
    return of(Sort.TRUTH, depth, around);
  }

  /// A constant, or a part of something in sight.
  Term simple(Sort sort, Surroundings around) {
    List<Route> routes = new ArrayList<>();
    around.readable().forEach(term -> routes.addAll(Route.to(term, sort)));
    if (draw.chance(90)) {
      routes.removeIf(route -> isWider(route.sort(), sort));
    }
    return routes.isEmpty() || draw.chance(30)
        ? constant(sort, around)
        : draw.of(routes).term(id -> id(id, around));
  }

  /// Whether a number may be stored that ends the run.
  private static boolean isWider(Sort given, Sort wanted) {
    return given instanceof Sort.Range number
        && wanted instanceof Sort.Range range
        && (number.low() < range.low() || number.high() > range.high());
  }

  /// An individual, without a further choice of terms.
  private Term id(Sort.Individual sort, Surroundings around) {
    List<Term> known = new ArrayList<>();
    around.bounds().stream()
        .filter(bound -> bound.sort().equals(sort))
        .forEach(bound -> known.add(new Term.Reference(bound)));
    around.self().filter(sort::equals).ifPresent(self -> known.add(new Term.Self(self)));
    return known.isEmpty() || draw.chance(25)
        ? new Term.Literal(sort, draw.between(0, vocabulary.world().size(sort) - 1))
        : draw.of(known);
  }

  private Term constant(Sort sort, Surroundings around) {
    return switch (sort) {
      case Sort.Truth _ -> new Term.Literal(sort, draw.between(0, 1));
      case Sort.Enumeration s -> new Term.Literal(s, draw.between(0, s.values().size() - 1));
      case Sort.Range s -> number(s);
      case Sort.Individual s -> id(s, around);
      case Sort.Optional s ->
          new Term.Literal(s, draw.between(-1, vocabulary.world().size(s.of()) - 1));
      case Sort.SetOf _, Sort.Queue _, Sort.Memory _ -> new Term.Empty(sort);
      case Sort.Bits s -> words.constant(s);
      case Sort.ArrayOf s -> each(s, 0, around);
      case Sort.Struct s -> structOf(s, 0, around);
    };
  }

  private Term number(Sort.Range sort) {
    long near = Math.max(sort.low(), Math.min(sort.high(), draw.between(-6, 6)));
    long value = draw.chance(10) ? sort.high() : near;
    // As the handles write constants: a range of its own.
    return new Term.Literal(draw.chance(50) ? new Sort.Range(value, value) : sort, value);
  }

  /// What there is for every sort.
  private Term general(Sort sort, int depth, Surroundings around) {
    return switch (draw.between(0, 3)) {
      case 0 ->
          new Term.IfElse(truth(depth, around), of(sort, depth, around), of(sort, depth, around));
      case 1 -> {
        Sort.Individual of = draw.of(vocabulary.ids());
        Bound bound = new Bound(draw.name("m"), of);
        yield new Term.Match(
            of(new Sort.Optional(of), depth, around),
            bound,
            of(sort, depth, around.with(bound)),
            of(sort, depth, around));
      }
      case 2 -> part(sort, depth, around);
      default ->
          around.tense() == Surroundings.Tense.STEP
              ? new Term.Next(of(sort, depth, around.after()))
              : part(sort, depth, around);
    };
  }

  /// A part of a term with parts.
  private Term part(Sort sort, int depth, Surroundings around) {
    List<Route> routes =
        vocabulary.sorts().stream()
            .flatMap(whole -> Route.to(dummy(whole), sort).stream())
            .filter(route -> !route.steps().isEmpty() && !isWider(route.sort(), sort))
            .toList();
    if (routes.isEmpty()) {
      return special(sort, depth, around);
    }
    Route route = draw.of(routes);
    return new Route(of(route.from().sort(), depth, around), route.steps())
        .term(id -> of(id, depth, around));
  }

  private static Term dummy(Sort sort) {
    return new Term.Reference(new Bound("", sort));
  }

  /// What there is for this sort only.
  private Term special(Sort sort, int depth, Surroundings around) {
    return switch (sort) {
      case Sort.Truth _ -> truths.of(depth, around);
      case Sort.Enumeration _ -> simple(sort, around);
      case Sort.Range s -> arithmetic(s, depth, around);
      case Sort.Individual s -> the(s, depth, around);
      case Sort.Optional s ->
          switch (draw.between(0, 2)) {
            case 0 -> new Term.Known(of(s.of(), depth, around));
            case 1 -> new CollectionTerm.First(of(queueOf(s.of()), depth, around));
            default ->
                around.tense() == Surroundings.Tense.STATE
                    ? simple(s, around)
                    : new Term.SelfOrNil(s.of());
          };
      case Sort.SetOf s -> set(s, depth, around);
      case Sort.Queue s ->
          draw.chance(70)
              ? new CollectionTerm.Append(of(s, depth, around), of(s.of(), depth, around))
              : new CollectionTerm.Rest(of(s, depth, around));
      case Sort.Bits s -> words.of(s, depth, around);
      case Sort.Memory _ -> words.store(depth, around);
      case Sort.ArrayOf s ->
          draw.chance(50)
              ? new Term.With(
                  of(s, depth, around),
                  of(s.index(), depth, around),
                  of(s.element(), depth, around))
              : each(s, depth, around);
      case Sort.Struct s ->
          draw.chance(50) ? withField(s, depth, around) : structOf(s, depth, around);
    };
  }

  private Term each(Sort.ArrayOf sort, int depth, Surroundings around) {
    Bound bound = new Bound(draw.name("e"), sort.index());
    return new Term.Each(bound, of(sort.element(), depth, around.with(bound)));
  }

  private Term structOf(Sort.Struct sort, int depth, Surroundings around) {
    return new Term.StructOf(
        sort, sort.fields().stream().map(field -> of(field.sort(), depth, around)).toList());
  }

  private Term withField(Sort.Struct sort, int depth, Surroundings around) {
    Sort.Field field = draw.of(sort.fields());
    return new Term.WithField(
        of(sort, depth, around), field.name(), of(field.sort(), depth, around));
  }

  private Term arithmetic(Sort.Range sort, int depth, Surroundings around) {
    return switch (draw.between(0, 19)) {
      case 0 -> new CollectionTerm.Size(collection(depth, around));
      case 1, 2 -> {
        int divisor = draw.between(1, 3);
        Term by = new Term.Literal(new Sort.Range(divisor, divisor), divisor);
        yield new Term.Arithmetic(Term.Arithmetic.Operator.DIVIDE, of(sort, depth, around), by);
      }
      case 3 ->
          new Term.Arithmetic(
              Term.Arithmetic.Operator.PLUS, of(sort, depth, around), of(sort, depth, around));
      case 4 ->
          new Term.Arithmetic(
              Term.Arithmetic.Operator.MINUS, of(sort, depth, around), of(sort, depth, around));
      default -> simple(sort, around);
    };
  }

  private Term collection(int depth, Surroundings around) {
    Sort.Individual of = draw.of(vocabulary.ids());
    return of(draw.chance(50) ? queueOf(of) : new Sort.SetOf(of), depth, around);
  }

  private Sort.Queue queueOf(Sort.Individual of) {
    return vocabulary.sorts().stream()
        .flatMap(
            sort ->
                sort instanceof Sort.Queue queue && queue.of().equals(of)
                    ? Stream.of(queue)
                    : Stream.empty())
        .findFirst()
        .orElseThrow();
  }

  /// The id of an optional, or another one if that is nil.
  private Term the(Sort.Individual sort, int depth, Surroundings around) {
    if (draw.chance(40)) {
      return id(sort, around);
    }
    Term optional = of(new Sort.Optional(sort), depth, around);
    Term nil = new Term.Literal(new Sort.Optional(sort), -1);
    Term known = new Term.Known(of(sort, depth, around));
    return new Term.The(new Term.IfElse(new Term.Same(optional, nil), known, optional));
  }

  private Term set(Sort.SetOf sort, int depth, Surroundings around) {
    return switch (draw.between(0, 3)) {
      case 0 ->
          new CollectionTerm.Combine(
              draw.of(List.of(CollectionTerm.Combine.Operator.values())),
              of(sort, depth, around),
              of(sort, depth, around));
      case 1 -> new CollectionTerm.Singleton(of(sort.of(), depth, around));
      case 2 -> {
        Bound bound = new Bound(draw.name("w"), sort.of());
        yield new CollectionTerm.Where(bound, truth(depth, around.with(bound)));
      }
      default -> new CollectionTerm.Elements(of(queueOf(sort.of()), depth, around));
    };
  }

  /// Some conditions.
  List<Term> conditions(int count, int depth, Surroundings around) {
    return IntStream.range(0, count).mapToObj(_ -> truth(depth, around)).toList();
  }
}
