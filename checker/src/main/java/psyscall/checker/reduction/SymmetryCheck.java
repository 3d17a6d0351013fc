package psyscall.checker.reduction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Whether a specification and properties treat all individuals of a sort alike.
///
/// The language has no order and no arithmetic on ids, and no term makes a number of one. What is
/// left is to name an individual, and there are two ways: a literal, and the default of a local
/// that holds an id and not an id or nil, because that default is the individual 0.
///
/// The initial state may name individuals, and so may [psyscall.spec.process.Process#starts], which
/// is part of it. The steps are still symmetric, so if the initial state leads to a state it leads
/// to a representative of that state's class by steps between representatives, and to no others.
public final class SymmetryCheck {
  private SymmetryCheck() {}

  /// Why symmetry must not be used.
  ///
  /// @param specification whose states
  /// @param properties what is judged of them
  /// @return what names an individual; empty if nothing does
  public static Optional<String> refusal(Specification specification, List<Property> properties) {
    return Stream.of(
            specification.variables().stream().flatMap(SymmetryCheck::ofVariable),
            specification.rules().stream().flatMap(SymmetryCheck::ofRule),
            properties.stream().flatMap(SymmetryCheck::ofProperty))
        .flatMap(reasons -> reasons)
        .findFirst();
  }

  private static Stream<String> ofVariable(Var variable) {
    return switch (variable.role()) {
      case LOCAL, POLLED_LOCAL ->
          holdsIds(variable.sort())
              ? Stream.of("local is an individual by default: variable=" + variable.name())
              : Stream.empty();
      case FIELD, POLLED, COUNTER, POLLED_COUNTER, GHOST, ENDING -> Stream.empty();
    };
  }

  private static boolean holdsIds(Sort sort) {
    return switch (sort) {
      case Sort.Individual _ -> true;
      case Sort.ArrayOf array -> holdsIds(array.element());
      case Sort.Struct struct -> struct.fields().stream().anyMatch(f -> holdsIds(f.sort()));
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Queue _,
          Sort.Bits _,
          Sort.Memory _ ->
          false;
    };
  }

  private static Stream<String> ofRule(Rule rule) {
    return named(rule.body())
        .map(id -> "rule names an individual: rule=" + rule.name() + ", individual=" + id);
  }

  private static Stream<String> ofProperty(Property property) {
    return conditions(property).stream()
        .flatMap(SymmetryCheck::named)
        .map(
            id ->
                "property names an individual: property=" + property.name() + ", individual=" + id);
  }

  private static List<Term> conditions(Property property) {
    return switch (property) {
      case Property.Always p -> List.of(p.condition());
      case Property.OnStep p -> List.of(p.condition());
      case Property.Quiet p -> List.of(p.condition());
      case Property.Possible p -> List.of(p.from(), p.reached());
      case Property.Sometimes p -> List.of(p.condition());
      case Property.DeadlockFree p -> List.of(p.declared());
    };
  }

  private static Stream<String> named(Block block) {
    return block.lines().stream().map(Line::statement).flatMap(SymmetryCheck::named);
  }

  private static Stream<String> named(Statement statement) {
    Stream.Builder<String> own = Stream.builder();
    Blocks.mapTerms(
        statement,
        term -> {
          named(term).forEach(own);
          return term;
        });
    return Stream.concat(
        own.build(), Blocks.nested(statement).stream().flatMap(SymmetryCheck::named));
  }

  /// The individuals that a term names, as `M0`.
  private static Stream<String> named(Term term) {
    if (term instanceof Term.Literal literal) {
      return literal.sort() instanceof Sort.Individual sort
          ? Stream.of(sort.name() + literal.value())
          : literal.sort() instanceof Sort.Optional optional && literal.value() >= 0
              ? Stream.of(optional.of().name() + literal.value())
              : Stream.empty();
    }
    return Traversal.parts(term).stream().flatMap(SymmetryCheck::named);
  }
}
