package psyscall.proofs.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Simple facts that a specification's variables suggest, true or not: what is not true where is
/// found out by [Pruning].
///
/// Of a process, each of its own variables that names an individual is nil, or is not, or names
/// what another names, or the individual that it names has some value in some field. Nothing here
/// knows what the variables mean.
final class Guesses {
  private final Specification specification;
  private final Set<Sort.Individual> about;
  private final List<Fact> facts = new ArrayList<>();

  /// A variable of a process, as a term about its own entry.
  private record Place(String name, Term term) {}

  private Guesses(Specification specification, Set<Sort.Individual> about) {
    this.specification = specification;
    this.about = about;
  }

  /// The facts of all processes.
  ///
  /// @param specification the rules
  /// @param about the id sorts whose individuals are looked at
  /// @return in the order of processes and variables
  static List<Fact> of(Specification specification, Set<Sort.Individual> about) {
    Guesses guesses = new Guesses(specification, about);
    specification.processes().forEach(guesses::addProcess);
    guesses.addGlobals();
    return List.copyOf(guesses.facts);
  }

  private void add(String name, Process process, Term condition) {
    facts.add(Fact.of(name, Optional.of(process.name()), condition));
  }

  private void addProcess(Process process) {
    add("nobody stands here", process, truth(false));
    List<Place> places = places(process);
    for (Place place : places) {
      switch (place.term().sort()) {
        case Sort.Optional sort when about.contains(sort.of()) -> addNames(place, sort, process);
        case Sort.Truth _ -> {
          add(place.name(), process, place.term());
          add("not " + place.name(), process, new Term.Not(place.term()));
        }
        case Sort _ -> {}
      }
    }
    addPairs(process, places);
    process.over().ifPresent(sort -> addSets(process, sort));
    process.over().ifPresent(sort -> addUnnamed(process, sort));
  }

  private List<Place> places(Process process) {
    List<Place> places = new ArrayList<>();
    for (Var variable : specification.variables()) {
      Term read = new Term.Read(variable);
      Optional<Sort.Individual> over = process.over();
      if (over.isPresent()
          && variable.sort() instanceof Sort.ArrayOf array
          && array.index().equals(over.get())) {
        places.add(new Place(variable.name(), new Term.Select(read, new Term.Self(over.get()))));
      } else if (over.isEmpty() && variable.name().startsWith(process.name() + ".")) {
        places.add(new Place(variable.name(), read));
      }
    }
    return places;
  }

  private void addNames(Place place, Sort.Optional sort, Process process) {
    add(place.name() + " is nil", process, nil(place.term()));
    add(place.name() + " is not nil", process, new Term.Not(nil(place.term())));
    for (Var variable : specification.variables()) {
      if (variable.sort() instanceof Sort.ArrayOf array && array.index().equals(sort.of())) {
        Bound bound = new Bound("x", sort.of());
        Term entry = new Term.Select(new Term.Read(variable), new Term.Reference(bound));
        for (Place claim : values(variable.name(), entry, process)) {
          add(
              place.name() + ": " + claim.name(),
              process,
              new Term.Match(place.term(), bound, claim.term(), truth(true)));
        }
      }
    }
    for (Var variable : specification.variables()) {
      if (variable.sort().equals(new Sort.SetOf(sort.of()))) {
        Bound bound = new Bound("x", sort.of());
        Term in =
            new CollectionTerm.Member(new Term.Reference(bound), new Term.Read(variable));
        add(
            place.name() + " in " + variable.name(),
            process,
            new Term.Match(place.term(), bound, in, truth(true)));
        add(
            place.name() + " not in " + variable.name(),
            process,
            new Term.Match(place.term(), bound, new Term.Not(in), truth(true)));
      }
    }
  }

  /// Claims that an entry has one of its values.
  private List<Place> values(String name, Term entry, Process process) {
    List<Place> claims = new ArrayList<>();
    switch (entry.sort()) {
      case Sort.Enumeration sort when sort.values().size() <= 12 -> {
        for (int at = 0; at < sort.values().size(); at++) {
          Term same = new Term.Same(entry, new Term.Literal(sort, at));
          claims.add(new Place(name + " is " + sort.values().get(at), same));
        }
      }
      case Sort.Truth _ -> {
        claims.add(new Place(name, entry));
        claims.add(new Place("not " + name, new Term.Not(entry)));
      }
      case Sort.Optional sort when about.contains(sort.of()) -> {
        claims.add(new Place(name + " is nil", nil(entry)));
        process
            .over()
            .filter(sort.of()::equals)
            .ifPresent(
                of ->
                    claims.add(
                        new Place(
                            name + " is self",
                            new Term.Same(entry, new Term.Known(new Term.Self(of))))));
      }
      case Sort.Struct sort -> {
        for (Sort.Field field : sort.fields()) {
          claims.addAll(
              values(
                  name + "." + field.name(), new Term.FieldOf(entry, field.name()), process));
        }
      }
      case Sort.SetOf _ ->
          claims.add(
              new Place(name + " is empty", new Term.Same(entry, new Term.Empty(entry.sort()))));
      case Sort _ -> {}
    }
    return claims;
  }

  private void addPairs(Process process, List<Place> places) {
    List<Place> names =
        places.stream()
            .filter(
                place ->
                    place.term().sort() instanceof Sort.Optional sort
                        && about.contains(sort.of()))
            .toList();
    for (int left = 0; left < names.size(); left++) {
      for (Place right : names.subList(left + 1, names.size())) {
        Place first = names.get(left);
        if (first.term().sort().equals(right.term().sort())) {
          add(
              first.name() + " = " + right.name(),
              process,
              new Term.Same(first.term(), right.term()));
        }
      }
    }
  }

  private void addSets(Process process, Sort.Individual sort) {
    Term self = new Term.Self(sort);
    for (Var variable : specification.variables()) {
      if (variable.sort().equals(new Sort.SetOf(sort))) {
        Term in = new CollectionTerm.Member(self, new Term.Read(variable));
        add("self in " + variable.name(), process, in);
        add("self not in " + variable.name(), process, new Term.Not(in));
      }
    }
  }

  /// Nobody else names the process in a variable.
  private void addUnnamed(Process process, Sort.Individual sort) {
    Term self = new Term.Known(new Term.Self(sort));
    for (Var variable : specification.variables()) {
      if (variable.sort().equals(new Sort.Optional(sort))) {
        Term names = new Term.Same(new Term.Read(variable), self);
        add("self is not " + variable.name(), process, new Term.Not(names));
      }
      if (variable.sort() instanceof Sort.ArrayOf array
          && array.element().equals(new Sort.Optional(sort))) {
        Bound bound = new Bound("x", array.index());
        Term entry = new Term.Select(new Term.Read(variable), new Term.Reference(bound));
        Term never = new Term.ForAll(bound, new Term.Not(new Term.Same(entry, self)));
        add("self is in no " + variable.name(), process, never);
      }
    }
  }

  private void addGlobals() {
    for (Var variable : specification.variables()) {
      if (variable.sort().equals(Sort.TRUTH) && variable.role() != Var.Role.POLLED_LOCAL) {
        Term read = new Term.Read(variable);
        Function<Term, Fact> global =
            condition -> Fact.of("not " + variable.name(), Optional.empty(), condition);
        facts.add(global.apply(new Term.Not(read)));
      }
    }
  }

  static Term truth(boolean value) {
    return new Term.Literal(Sort.TRUTH, value ? 1 : 0);
  }

  private static Term nil(Term optional) {
    return new Term.Same(optional, new Term.Literal(optional.sort(), -1));
  }
}
