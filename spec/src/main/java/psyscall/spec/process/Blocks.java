package psyscall.spec.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import psyscall.spec.term.Term;

/// The parts of a statement, and a statement rebuilt with other parts.
public final class Blocks {
  private Blocks() {}

  /// The blocks directly inside a statement, all the lines in them.
  ///
  /// @param statement a statement
  /// @return the statements one level down, in the order of the text
  public static List<Statement> nested(Statement statement) {
    List<Statement> inside = new ArrayList<>();
    map(
        statement,
        block -> {
          block.lines().forEach(line -> inside.add(line.statement()));
          return block;
        });
    return inside;
  }

  /// A statement with each block directly inside it replaced.
  ///
  /// @param statement a statement
  /// @param f applied to each block, in the order of the text
  /// @return the statement with the new blocks
  public static Statement map(Statement statement, UnaryOperator<Block> f) {
    return switch (statement) {
      case Statement.If s ->
          new Statement.If(s.condition(), f.apply(s.then()), f.apply(s.otherwise()));
      case Statement.IfSome s ->
          new Statement.IfSome(s.optional(), s.bound(), f.apply(s.some()), f.apply(s.none()));
      case Statement.Pick s ->
          new Statement.Pick(
              s.choice(), s.bound(), s.domain(), f.apply(s.some()), f.apply(s.none()));
      case Statement.Either s ->
          new Statement.Either(
              s.choice(),
              s.alternatives().stream()
                  .map(a -> new Statement.Alternative(a.name(), f.apply(a.body())))
                  .toList());
      case Statement.Section s -> new Statement.Section(s.lock(), s.free(), f.apply(s.body()));
      case Statement.Call s -> {
        Map<String, Block> continuations = new LinkedHashMap<>();
        s.continuations().forEach((exit, body) -> continuations.put(exit, f.apply(body)));
        yield new Statement.Call(s.procedure(), s.arguments(), continuations, s.leaves());
      }
      case Statement.Assign _,
          Statement.Let _,
          Statement.Require _,
          Statement.Await _,
          Statement.Bulk _,
          Statement.Assert _,
          Statement.Halt _,
          Statement.Goto _,
          Statement.Become _,
          Statement.Return _,
          Statement.Emit _,
          Statement.Say _ ->
          statement;
    };
  }

  /// A statement with each of its own terms replaced; the blocks inside stay.
  ///
  /// @param statement a statement
  /// @param f applied to each term
  /// @return the statement with the new terms
  public static Statement mapTerms(Statement statement, UnaryOperator<Term> f) {
    return switch (statement) {
      case Statement.Assign s -> new Statement.Assign(f.apply(s.place()), f.apply(s.value()));
      case Statement.If s -> new Statement.If(f.apply(s.condition()), s.then(), s.otherwise());
      case Statement.IfSome s ->
          new Statement.IfSome(f.apply(s.optional()), s.bound(), s.some(), s.none());
      case Statement.Let s -> new Statement.Let(s.bound(), f.apply(s.value()));
      case Statement.Require s ->
          new Statement.Require(s.bound(), f.apply(s.optional()), s.ifNil());
      case Statement.Pick s ->
          new Statement.Pick(s.choice(), s.bound(), map(s.domain(), f), s.some(), s.none());
      case Statement.Await s -> new Statement.Await(f.apply(s.condition()));
      case Statement.Bulk s ->
          new Statement.Bulk(s.bound(), f.apply(s.where()), f.apply(s.place()), f.apply(s.value()));
      case Statement.Assert s -> new Statement.Assert(f.apply(s.condition()), s.otherwise());
      case Statement.Call s ->
          new Statement.Call(
              s.procedure(), s.arguments().stream().map(f).toList(), s.continuations(), s.leaves());
      case Statement.Emit s ->
          new Statement.Emit(s.event(), s.arguments().stream().map(f).toList());
      case Statement.Section s -> new Statement.Section(s.lock(), f.apply(s.free()), s.body());
      case Statement.Either _,
          Statement.Halt _,
          Statement.Goto _,
          Statement.Become _,
          Statement.Return _,
          Statement.Say _ ->
          statement;
    };
  }

  private static Domain map(Domain domain, UnaryOperator<Term> f) {
    return switch (domain) {
      case Domain.ElementOf d -> new Domain.ElementOf(f.apply(d.set()));
      case Domain.SubsetOf d -> new Domain.SubsetOf(f.apply(d.set()));
      case Domain.OneOf d -> new Domain.OneOf(d.values().stream().map(f).toList());
    };
  }
}
