package psyscall.proofs.induction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
/// A variable of a process that names an individual is nil, or is not, or that individual has some
/// value in one of its fields, or nobody else names it; the process is in a set, or is not, and
/// then names nothing. Nothing here knows what the variables mean.
final class Guesses {
  private final Specification specification;
  private final Set<Sort.Individual> about;
  private final List<Fact> facts = new ArrayList<>();

  /// Something said of a process, as a term about its own entries.
  private record Saying(String name, Term term) {}

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

  private void add(Process process, Saying saying) {
    facts.add(Fact.of(saying.name(), Optional.of(process.name()), saying.term()));
  }

  private void addProcess(Process process) {
    add(process, new Saying("nobody stands here", truth(false)));
    for (Saying place : places(process)) {
      if (place.term().sort() instanceof Sort.Optional sort && about.contains(sort.of())) {
        addNames(place, sort, process);
      }
    }
    process.over().ifPresent(sort -> addMembership(process, sort));
  }

  private List<Saying> places(Process process) {
    List<Saying> places = new ArrayList<>();
    for (Var variable : specification.variables()) {
      Term read = new Term.Read(variable);
      Optional<Sort.Individual> over = process.over();
      if (over.isPresent() && isOver(variable, over.get())) {
        places.add(new Saying(variable.name(), new Term.Select(read, new Term.Self(over.get()))));
      } else if (over.isEmpty() && variable.name().startsWith(process.name() + ".")) {
        places.add(new Saying(variable.name(), read));
      }
    }
    return places;
  }

  private static boolean isField(Var variable) {
    return variable.role() == Var.Role.FIELD || variable.role() == Var.Role.GHOST;
  }

  private boolean isOfProcesses(Sort.Individual sort) {
    return specification.processes().stream()
        .anyMatch(process -> process.over().equals(Optional.of(sort)));
  }

  private static boolean isOver(Var variable, Sort.Individual sort) {
    return variable.sort() instanceof Sort.ArrayOf array && array.index().equals(sort);
  }

  private void addNames(Saying place, Sort.Optional sort, Process process) {
    add(process, new Saying(place.name() + " is nil", nil(place.term())));
    add(process, new Saying(place.name() + " is not nil", new Term.Not(nil(place.term()))));
    Bound bound = new Bound("x", sort.of());
    Term named = new Term.Reference(bound);
    List<Saying> claims = new ArrayList<>();
    for (Var variable : specification.variables()) {
      Term read = new Term.Read(variable);
      if (isOver(variable, sort.of()) && isField(variable)) {
        claims.addAll(values(variable.name(), new Term.Select(read, named), process));
      }
      if (isOfProcesses(sort.of())) {
        claims.addAll(memberships(named, sort.of(), variable));
        claims.addAll(unnamed(named, sort.of(), variable, Optional.of(place), process));
      }
    }
    for (Saying claim : claims) {
      Term guarded = new Term.Match(place.term(), bound, claim.term(), truth(true));
      add(process, new Saying(place.name() + ": " + claim.name(), guarded));
    }
  }

  /// Claims that an entry has one of its values.
  private List<Saying> values(String name, Term entry, Process process) {
    List<Saying> claims = new ArrayList<>();
    switch (entry.sort()) {
      case Sort.Enumeration sort -> {
        for (int at = 0; at < sort.values().size(); at++) {
          Term same = new Term.Same(entry, new Term.Literal(sort, at));
          claims.add(new Saying(name + " is " + sort.values().get(at), same));
        }
      }
      case Sort.Optional sort when about.contains(sort.of()) -> {
        claims.add(new Saying(name + " is nil", nil(entry)));
        if (process.over().equals(Optional.of(sort.of()))) {
          Term self = new Term.Known(new Term.Self(sort.of()));
          claims.add(new Saying(name + " is self", new Term.Same(entry, self)));
        }
      }
      case Sort.Struct sort -> {
        for (Sort.Field field : sort.fields()) {
          Term part = new Term.FieldOf(entry, field.name());
          claims.addAll(values(name + "." + field.name(), part, process));
        }
      }
      case Sort _ -> {}
    }
    return claims;
  }

  private static List<Saying> memberships(Term id, Sort.Individual sort, Var set) {
    if (!set.sort().equals(new Sort.SetOf(sort))) {
      return List.of();
    }
    Term in = new CollectionTerm.Member(id, new Term.Read(set));
    return List.of(
        new Saying("in " + set.name(), in), new Saying("not in " + set.name(), new Term.Not(in)));
  }

  /// Claims that an individual is not named by a local variable, or by the entry of no other
  /// process than the one that names it.
  private static List<Saying> unnamed(
      Term id, Sort.Individual sort, Var variable, Optional<Saying> except, Process process) {
    Term known = new Term.Known(id);
    Sort.Optional names = new Sort.Optional(sort);
    boolean isItself = except.isPresent() && except.get().name().equals(variable.name());
    if (isField(variable)) {
      return List.of();
    }
    if (variable.sort().equals(names) && !isItself) {
      Term same = new Term.Same(new Term.Read(variable), known);
      return List.of(new Saying("not " + variable.name(), new Term.Not(same)));
    }
    if (variable.sort() instanceof Sort.ArrayOf array && array.element().equals(names)) {
      Bound other = new Bound("y", array.index());
      Term entry = new Term.Select(new Term.Read(variable), new Term.Reference(other));
      Term differs = new Term.Not(new Term.Same(entry, known));
      boolean spares = isItself && process.over().equals(Optional.of(array.index()));
      Term claim =
          spares
              ? new Term.Or(
                  List.of(
                      differs,
                      new Term.Same(new Term.Reference(other), new Term.Self(array.index()))))
              : differs;
      return List.of(new Saying("in no " + variable.name(), new Term.ForAll(other, claim)));
    }
    return List.of();
  }

  /// The process is in a set or not, is named or not, and what it names while it is in one.
  private void addMembership(Process process, Sort.Individual sort) {
    Term self = new Term.Self(sort);
    List<Saying> claims = new ArrayList<>();
    for (Var variable : specification.variables()) {
      claims.addAll(unnamed(self, sort, variable, Optional.empty(), process));
    }
    List<Saying> guards = new ArrayList<>();
    for (Var variable : specification.variables()) {
      guards.addAll(memberships(self, sort, variable));
    }
    claims.forEach(claim -> add(process, new Saying("self " + claim.name(), claim.term())));
    guards.forEach(guard -> add(process, new Saying("self " + guard.name(), guard.term())));
    for (Saying place : places(process)) {
      boolean isOfField = specification.variable(place.name()).role() == Var.Role.FIELD;
      if (isOfField
          && place.term().sort() instanceof Sort.Optional names
          && about.contains(names.of())) {
        claims.add(new Saying(place.name() + " is nil", nil(place.term())));
      }
    }
    for (Saying guard : guards) {
      for (Saying claim : claims) {
        Term guarded = new Term.Or(List.of(new Term.Not(guard.term()), claim.term()));
        String name = "self " + guard.name() + " so " + claim.name();
        add(process, new Saying(name, guarded));
      }
    }
  }

  private void addGlobals() {
    for (Var variable : specification.variables()) {
      if (variable.sort().equals(Sort.TRUTH) && variable.role() != Var.Role.POLLED_LOCAL) {
        Term not = new Term.Not(new Term.Read(variable));
        facts.add(Fact.of("not " + variable.name(), Optional.empty(), not));
      }
    }
  }

  private static Term truth(boolean value) {
    return new Term.Literal(Sort.TRUTH, value ? 1 : 0);
  }

  private static Term nil(Term optional) {
    return new Term.Same(optional, new Term.Literal(optional.sort(), -1));
  }
}
