package psyscall.spec.term;

import java.util.List;
import java.util.function.UnaryOperator;

/// The parts of a term, and a term rebuilt with other parts.
public final class Traversal {
  private Traversal() {}

  /// The immediate subterms.
  ///
  /// @param term a term
  /// @return its parts, from the left
  public static List<Term> parts(Term term) {
    java.util.ArrayList<Term> parts = new java.util.ArrayList<>();
    map(
        term,
        part -> {
          parts.add(part);
          return part;
        });
    return List.copyOf(parts);
  }

  /// A term rewritten from the leaves up.
  ///
  /// @param term a term
  /// @param rewrite applied to each subterm after its parts
  /// @return the rewritten term
  public static Term rewrite(Term term, UnaryOperator<Term> rewrite) {
    return rewrite.apply(map(term, part -> rewrite(part, rewrite)));
  }

  /// A term with each immediate subterm replaced.
  ///
  /// @param term a term
  /// @param f applied to each part, from the left
  /// @return the term with the new parts; checks their sorts
  public static Term map(Term term, UnaryOperator<Term> f) {
    return switch (term) {
      case Term.Literal _,
          Term.Empty _,
          Term.Read _,
          Term.Local _,
          Term.Reference _,
          Term.Self _,
          Term.SelfOrNil _,
          Term.StepOf _ ->
          term;
      case Term.Select t -> new Term.Select(f.apply(t.array()), f.apply(t.index()));
      case Term.FieldOf t -> new Term.FieldOf(f.apply(t.struct()), t.field());
      case Term.Not t -> new Term.Not(f.apply(t.operand()));
      case Term.And t -> new Term.And(t.operands().stream().map(f).toList());
      case Term.Or t -> new Term.Or(t.operands().stream().map(f).toList());
      case Term.IfElse t ->
          new Term.IfElse(f.apply(t.condition()), f.apply(t.then()), f.apply(t.otherwise()));
      case Term.Same t -> new Term.Same(f.apply(t.left()), f.apply(t.right()));
      case Term.Arithmetic t ->
          new Term.Arithmetic(t.operator(), f.apply(t.left()), f.apply(t.right()));
      case Term.Less t -> new Term.Less(f.apply(t.left()), f.apply(t.right()), t.orEqual());
      case Term.Known t -> new Term.Known(f.apply(t.id()));
      case Term.The t -> new Term.The(f.apply(t.optional()));
      case Term.Match t ->
          new Term.Match(f.apply(t.optional()), t.bound(), f.apply(t.some()), f.apply(t.none()));
      case Term.ForAll t -> new Term.ForAll(t.bound(), f.apply(t.condition()));
      case Term.Exists t -> new Term.Exists(t.bound(), f.apply(t.condition()));
      case Term.With t ->
          new Term.With(f.apply(t.array()), f.apply(t.index()), f.apply(t.element()));
      case Term.Each t -> new Term.Each(t.bound(), f.apply(t.element()));
      case Term.StructOf t -> new Term.StructOf(t.sort(), t.fields().stream().map(f).toList());
      case Term.WithField t ->
          new Term.WithField(f.apply(t.struct()), t.field(), f.apply(t.value()));
      case Term.Next t -> new Term.Next(f.apply(t.operand()));
      case WordTerm t -> map(t, f);
      case CollectionTerm t -> map(t, f);
    };
  }

  private static Term map(WordTerm term, UnaryOperator<Term> f) {
    return switch (term) {
      case WordTerm.WordOperation t ->
          new WordTerm.WordOperation(t.operator(), f.apply(t.left()), f.apply(t.right()));
      case WordTerm.WordLess t ->
          new WordTerm.WordLess(f.apply(t.left()), f.apply(t.right()), t.signed(), t.orEqual());
      case WordTerm.Extend t -> new WordTerm.Extend(f.apply(t.word()), t.width(), t.signed());
      case WordTerm.Extract t -> new WordTerm.Extract(f.apply(t.word()), t.low(), t.width());
      case WordTerm.Load t ->
          new WordTerm.Load(f.apply(t.memory()), f.apply(t.address()), t.bytes());
      case WordTerm.Store t ->
          new WordTerm.Store(f.apply(t.memory()), f.apply(t.address()), f.apply(t.word()));
    };
  }

  private static Term map(CollectionTerm term, UnaryOperator<Term> f) {
    return switch (term) {
      case CollectionTerm.Member t -> new CollectionTerm.Member(f.apply(t.id()), f.apply(t.set()));
      case CollectionTerm.Combine t ->
          new CollectionTerm.Combine(t.operator(), f.apply(t.left()), f.apply(t.right()));
      case CollectionTerm.Singleton t -> new CollectionTerm.Singleton(f.apply(t.id()));
      case CollectionTerm.Where t -> new CollectionTerm.Where(t.bound(), f.apply(t.condition()));
      case CollectionTerm.Size t -> new CollectionTerm.Size(f.apply(t.collection()));
      case CollectionTerm.Append t ->
          new CollectionTerm.Append(f.apply(t.queue()), f.apply(t.id()));
      case CollectionTerm.First t -> new CollectionTerm.First(f.apply(t.queue()));
      case CollectionTerm.Rest t -> new CollectionTerm.Rest(f.apply(t.queue()));
      case CollectionTerm.Elements t -> new CollectionTerm.Elements(f.apply(t.queue()));
    };
  }
}
