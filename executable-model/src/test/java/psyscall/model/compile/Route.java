package psyscall.model.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// A way from a term into its value.
///
/// @param from where it begins
/// @param steps names of fields; an entry of an array is the empty name
record Route(Term from, List<String> steps) {
  Route {
    steps = List.copyOf(steps);
  }

  /// All ways from a term to parts of a sort, the term itself among them.
  static List<Route> to(Term from, Sort wanted) {
    List<Route> found = new ArrayList<>();
    all(from, from.sort(), List.of())
        .forEach(
            route -> {
              if (Sort.fits(wanted, route.sort())) {
                found.add(route);
              }
            });
    return found;
  }

  /// All ways from a term.
  static Stream<Route> all(Term from) {
    return all(from, from.sort(), List.of());
  }

  private static Stream<Route> all(Term from, Sort sort, List<String> steps) {
    Stream<Route> here = Stream.of(new Route(from, steps));
    return switch (sort) {
      case Sort.ArrayOf array -> Stream.concat(here, all(from, array.element(), longer(steps, "")));
      case Sort.Struct struct ->
          Stream.concat(
              here,
              struct.fields().stream()
                  .flatMap(field -> all(from, field.sort(), longer(steps, field.name()))));
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Queue _,
          Sort.Bits _,
          Sort.Memory _ ->
          here;
    };
  }

  private static List<String> longer(List<String> steps, String step) {
    return Stream.concat(steps.stream(), Stream.of(step)).toList();
  }

  /// The sort of the part.
  Sort sort() {
    Sort sort = from.sort();
    for (String step : steps) {
      sort =
          sort instanceof Sort.ArrayOf array
              ? array.element()
              : new Term.FieldOf(new Term.Reference(new Bound("", sort)), step).sort();
    }
    return sort;
  }

  /// The part as a term.
  ///
  /// @param index gives a term for an entry's individual
  Term term(Function<Sort.Individual, Term> index) {
    Term term = from;
    for (String step : steps) {
      term =
          term.sort() instanceof Sort.ArrayOf array
              ? new Term.Select(term, index.apply(array.index()))
              : new Term.FieldOf(term, step);
    }
    return term;
  }
}
