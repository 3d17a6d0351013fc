package psyscall.spec.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import psyscall.spec.process.Block;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// Prints statements on a page, one block at one depth.
final class StatementPrinter {
  private final Page page;
  private final int depth;
  private final TermPrinter terms;

  /// The jump that control makes by itself behind this block, which need not be printed there.
  private final Optional<Statement> implied;

  StatementPrinter(Page page, int depth, Names names, Optional<Statement> implied) {
    this.page = page;
    this.depth = depth;
    this.terms = new TermPrinter(names);
    this.implied = implied;
  }

  private StatementPrinter in(Names names, Optional<Statement> behind) {
    return new StatementPrinter(page, depth, names, behind);
  }

  /// Prints a block in the place of a statement; gives the names in scope behind it.
  Names block(Block block) {
    Names names = terms.names();
    List<Line> lines = block.lines();
    for (int at = 0; at < lines.size(); at++) {
      boolean isLast = at == lines.size() - 1;
      Statement statement = lines.get(at).statement();
      names = in(names, isLast ? implied : Optional.empty()).statement(statement);
    }
    return names;
  }

  private Page inner(Block block, Names names) {
    Page inner = new Page();
    new StatementPrinter(inner, depth + 1, names, implied).block(block);
    return inner;
  }

  private Names statement(Statement statement) {
    Names names = terms.names();
    switch (statement) {
      case Statement.Assign s -> line(AssignmentPrinter.text(s, terms));
      case Statement.If s ->
          branches(
              new Heads(terms.text(s.condition()), terms.negated(s.condition())),
              inner(s.then(), names),
              s.otherwise(),
              inner(s.otherwise(), names));
      case Statement.IfSome s -> ifSome(s);
      case Statement.Let s -> {
        Names more = names.with(s.bound());
        line(more.of(s.bound()) + " := " + terms.text(s.value()));
        return more;
      }
      case Statement.Require s -> {
        return require(s);
      }
      case Statement.Either s -> either(s);
      case Statement.Pick s -> {
        return pick(s);
      }
      case Statement.Await s -> line("wait until " + terms.text(s.condition()));
      case Statement.Bulk s -> bulk(s);
      case Statement.Assert s ->
          page.add(depth, "if " + terms.negated(s.condition()), stop(s.otherwise()));
      case Statement.Halt s -> line(stop(s.ending()));
      case Statement.Goto s -> jump(s, "goto " + s.label());
      case Statement.Return s ->
          jump(s, s.exit().equals(Procedure.RETURN) ? "return" : "return " + quoted(s.exit()));
      case Statement.Become s -> line(s.procedure() + "()  // never returns");
      case Statement.Call s -> {
        return call(s);
      }
      case Statement.Emit s -> line("emit " + s.event().name() + arguments(s.arguments()));
      case Statement.Say s -> page.comment(depth, s.clause());
      case Statement.Section s -> {
        line("lock(" + s.lock() + ") {");
        page.addAll(inner(s.body(), names));
        line("}");
      }
    }
    return names;
  }

  private void line(String text) {
    page.add(depth, text);
  }

  private void jump(Statement jump, String text) {
    if (!implied.equals(Optional.of(jump))) {
      line(text);
    }
  }

  private String arguments(List<Term> arguments) {
    return arguments.stream().map(terms::text).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }

  private static String stop(Ending ending) {
    return switch (ending.kind()) {
      case THROW -> "throw(" + quoted(ending.text()) + ")";
      case REFUSED -> "refuse(" + quoted(ending.text()) + ")";
      case FINAL -> "exit(" + quoted(ending.text()) + ")";
    };
  }

  /// What stands behind `if` for the first branch, and for the second where that is the only one.
  private record Heads(String then, String otherwise) {}

  private void branches(Heads heads, Page then, Block otherwise, Page lines) {
    if (then.isEmpty() && !lines.isEmpty()) {
      line("if " + heads.otherwise() + " {");
      page.addAll(lines);
      line("}");
      return;
    }
    line("if " + heads.then() + " {");
    page.addAll(then);
    if (lines.isEmpty()) {
      line("}");
    } else if (isBranch(otherwise)) {
      Page more = new Page();
      new StatementPrinter(more, depth, terms.names(), implied).block(otherwise);
      line("} else ");
      page.append(more);
    } else {
      line("} else {");
      page.addAll(lines);
      line("}");
    }
  }

  private static boolean isBranch(Block block) {
    return block.lines().size() == 1
        && switch (block.lines().getFirst().statement()) {
          case Statement.If _, Statement.IfSome _ -> true;
          case Statement _ -> false;
        };
  }

  private void ifSome(Statement.IfSome s) {
    String optional = terms.text(s.optional());
    Names some = terms.names().with(s.bound());
    String name = some.of(s.bound());
    branches(
        new Heads(
            name + " := " + optional + "; " + name + " != nil",
            terms.text(s.optional(), Printed.Level.SUM) + " == nil"),
        inner(s.some(), some),
        s.none(),
        inner(s.none(), terms.names()));
  }

  private Names require(Statement.Require s) {
    Names more = terms.names().with(s.bound());
    String follow = more.of(s.bound()) + " := " + terms.text(s.optional());
    if (s.ifNil().equals(Ending.NIL_DEREFERENCE)) {
      line(follow + "  // never nil here");
    } else {
      String optional = terms.text(s.optional(), Printed.Level.SUM);
      page.add(depth, "if " + optional + " == nil", stop(s.ifNil()));
      line(follow);
    }
    return more;
  }

  private void either(Statement.Either s) {
    line("choose " + quoted(s.choice().name()) + " {");
    for (Statement.Alternative one : s.alternatives()) {
      line("case " + one.name() + ":");
      page.addAll(inner(one.body(), terms.names()));
    }
    line("}");
  }

  /// Where there is always a candidate, or the step waits for one, what is done with it stands in
  /// the open.
  private Names pick(Statement.Pick s) {
    Names some = terms.names().with(s.bound());
    String picked = some.of(s.bound()) + " := pick " + s.choice().name() + domain(s.domain());
    if (!s.domain().canBeEmpty() || blocks(s.none())) {
      line(picked + (s.domain().canBeEmpty() ? "  // waits for one" : ""));
      return in(some, implied).block(s.some());
    }
    Page none = inner(s.none(), terms.names());
    line("if " + picked + " {");
    page.addAll(inner(s.some(), some));
    if (!none.isEmpty()) {
      line("} else {");
      page.addAll(none);
    }
    line("}");
    return terms.names();
  }

  private static boolean blocks(Block none) {
    return none.lines().size() == 1
        && none.lines().getFirst().statement() instanceof Statement.Await(Term condition)
        && condition.equals(Simplification.FALSE);
  }

  private String domain(Domain domain) {
    return switch (domain) {
      case Domain.ElementOf(Term set) -> " from " + terms.text(set);
      case Domain.SubsetOf(Term set) -> " as a subset of " + terms.text(set);
      case Domain.OneOf(List<Term> values) -> " from " + arguments(values);
    };
  }

  private void bulk(Statement.Bulk s) {
    Bound bound = s.bound();
    TermPrinter inner = terms.with(bound);
    String each = "for all " + inner.names().of(bound);
    String where =
        s.where().equals(Simplification.TRUE) ? each : each + " where " + inner.text(s.where());
    String body = AssignmentPrinter.text(new Statement.Assign(s.place(), s.value()), inner);
    page.add(depth, where, body);
  }

  private Names call(Statement.Call s) {
    String text = s.procedure() + arguments(s.arguments());
    List<String> exits = List.copyOf(s.continuations().keySet());
    if (exits.isEmpty() || exits.equals(List.of(Procedure.RETURN))) {
      line(text);
      return s.continuations().isEmpty()
          ? terms.names()
          : block(s.continuations().getOrDefault(Procedure.RETURN, Block.EMPTY));
    }
    line("switch " + text + " {");
    s.continuations()
        .forEach(
            (exit, body) -> {
              line("case " + quoted(exit) + ":");
              page.addAll(inner(body, terms.names()));
            });
    line("}");
    return terms.names();
  }

  /// How a sort is written where a variable is declared.
  static String type(Sort sort) {
    return switch (sort) {
      case Sort.Truth _ -> "bool";
      case Sort.Enumeration of -> of.name();
      case Sort.Range of -> "int" + "[" + of.low() + ".." + of.high() + "]";
      case Sort.Individual of -> of.name();
      case Sort.Optional of -> of.of().name() + " or nil";
      case Sort.SetOf of -> "set of " + of.of().name();
      case Sort.Queue of -> "queue of " + of.of().name();
      case Sort.Bits of -> "uint" + of.width();
      case Sort.Memory _ -> "memory";
      case Sort.ArrayOf of -> "[" + of.index().name() + "]" + type(of.element());
      case Sort.Struct of -> of.name();
    };
  }
}
