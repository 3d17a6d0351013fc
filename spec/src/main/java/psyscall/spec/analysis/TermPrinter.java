package psyscall.spec.analysis;

import static psyscall.spec.analysis.Printed.open;
import static psyscall.spec.analysis.Printed.primary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import psyscall.spec.analysis.Printed.Level;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.term.WordTerm;

/// Prints terms as a Go programmer would write them: `m.p != nil && m.p.status == Pidle`.
///
/// A field of an individual is the individual and what its variable's name has after the dot; the
/// process that takes the step is its sort in lower case. What Go has no word for is in plain
/// words: `some p: p.status == Pidle`, `g in sched.runq`, `sched.pidle is empty`.
public final class TermPrinter {
  private final Names names;

  TermPrinter(Names names) {
    this.names = names;
  }

  /// A term as text.
  ///
  /// @param term any term; bound variables that it does not bind print by their own names
  /// @return one line
  public static String print(Term term) {
    return new TermPrinter(Names.beside(Set.of())).text(term);
  }

  String text(Term term) {
    return printed(term).text();
  }

  String text(Term term, Level wanted) {
    return printed(term).at(wanted);
  }

  /// The opposite of a condition as text, without `!` where Go has an operator.
  String negated(Term condition) {
    return negation(condition).text();
  }

  TermPrinter with(Bound bound) {
    return new TermPrinter(names.with(bound));
  }

  Names names() {
    return names;
  }

  Printed printed(Term term) {
    return switch (term) {
      case Term.Literal t -> primary(literal(t));
      case Term.Empty t -> primary(empty(t.sort()));
      case Term.Read t -> primary(variable(t.variable()));
      case Term.Local t -> primary(t.variable().name());
      case Term.Reference t -> primary(names.of(t.bound()));
      case Term.Self t -> primary(self(t.sort()));
      case Term.SelfOrNil t -> primary(self(t.of()) + "OrNil");
      case Term.Select t -> primary(entry(t));
      case Term.FieldOf t -> primary(text(t.struct(), Level.PRIMARY) + "." + t.field());
      case Term.Not t -> negation(t.operand());
      case Term.And t -> joined(t.operands(), Level.AND, " && ", "true", this::printed);
      case Term.Or t when isOneOf(t) -> oneOf(t, " in ");
      case Term.Or t -> joined(t.operands(), Level.OR, " || ", "false", this::printed);
      case Term.IfElse(Term.Less(Term left, Term right, _), Term then, Term otherwise)
          when left.equals(then) && right.equals(otherwise) ->
          primary("min(" + text(left) + ", " + text(right) + ")");
      case Term.IfElse t ->
          open(
              "if "
                  + text(t.condition())
                  + " then "
                  + text(t.then())
                  + " else "
                  + text(t.otherwise()));
      case Term.Same t -> same(t, "==", "is empty");
      case Term.Arithmetic t -> arithmetic(t);
      case Term.Less t -> less(t.left(), t.right(), t.orEqual() ? "<=" : "<");
      case Term.Known t -> printed(t.id());
      case Term.The t -> printed(t.optional());
      case Term.Match t -> match(t);
      case Term.ForAll t -> open(bound(t.bound(), "every %s: ", p -> p.text(t.condition())));
      case Term.Exists t -> open(bound(t.bound(), "some %s: ", p -> p.text(t.condition())));
      case Term.With t ->
          open(
              text(t.array(), Level.PRIMARY)
                  + " with ["
                  + text(t.index())
                  + "] = "
                  + text(t.element()));
      case Term.Each t -> open(bound(t.bound(), "for each %s: ", p -> p.text(t.element())));
      case Term.StructOf t -> primary(struct(t));
      case Term.WithField t ->
          open(text(t.struct(), Level.PRIMARY) + " with ." + t.field() + " = " + text(t.value()));
      case Term.Next t -> primary("next(" + text(t.operand()) + ")");
      case Term.StepOf t ->
          new Printed("step in (" + String.join(", ", t.procedures()) + ")", Level.COMPARISON);
      case WordTerm t -> WordPrinter.printed(t, this);
      case CollectionTerm t -> CollectionPrinter.printed(t, this);
    };
  }

  private Printed negation(Term operand) {
    return switch (operand) {
      case Term.Literal t -> primary(t.value() == 0 ? "true" : "false");
      case Term.Not t -> printed(t.operand());
      case Term.And t -> joined(t.operands(), Level.OR, " || ", "false", this::negation);
      case Term.Or t when isOneOf(t) -> oneOf(t, " not in ");
      case Term.Or t -> joined(t.operands(), Level.AND, " && ", "true", this::negation);
      case Term.Same t -> same(t, "!=", "is not empty");
      case Term.Less t -> less(t.left(), t.right(), t.orEqual() ? ">" : ">=");
      case WordTerm.WordLess t -> WordPrinter.less(t, t.orEqual() ? ">" : ">=", this);
      case CollectionTerm.Member t -> CollectionPrinter.member(t, "not in", this);
      case Term.Exists t -> open(bound(t.bound(), "no %s: ", p -> p.text(t.condition())));
      case Term.ForAll t -> open(bound(t.bound(), "some %s: ", p -> p.negated(t.condition())));
      case Term.Match t when t.sort().equals(Sort.TRUTH) ->
          match(
              new Term.Match(
                  t.optional(),
                  t.bound(),
                  Simplification.not(t.some()),
                  Simplification.not(t.none())));
      case Term t -> new Printed("!" + text(t, Level.UNARY), Level.UNARY);
    };
  }

  /// Whether a disjunction compares one term with two or more constants of an enumeration.
  private static boolean isOneOf(Term.Or term) {
    return term.operands().size() > 1
        && term.operands().stream().allMatch(one -> isConstantOf(one, subject(term)));
  }

  private static boolean isConstantOf(Term term, Term subject) {
    return term instanceof Term.Same(Term left, Term.Literal(Sort.Enumeration _, long _))
        && left.equals(subject);
  }

  private static Term subject(Term.Or term) {
    Term first = term.operands().getFirst();
    return first instanceof Term.Same same ? same.left() : first;
  }

  private Printed oneOf(Term.Or term, String operator) {
    String constants =
        term.operands().stream()
            .map(one -> one instanceof Term.Same same ? text(same.right()) : "")
            .collect(Collectors.joining(", ", "{", "}"));
    return new Printed(text(subject(term), Level.SUM) + operator + constants, Level.COMPARISON);
  }

  private static Printed joined(
      List<Term> operands,
      Level level,
      String operator,
      String none,
      Function<Term, Printed> each) {
    if (operands.size() < 2) {
      return operands.stream().findFirst().map(each).orElse(primary(none));
    }
    return new Printed(
        operands.stream()
            .map(one -> each.apply(one).at(level))
            .collect(Collectors.joining(operator)),
        level);
  }

  private Printed same(Term.Same term, String operator, String toEmpty) {
    if (term.right() instanceof Term.Empty) {
      return new Printed(text(term.left(), Level.SUM) + " " + toEmpty, Level.COMPARISON);
    }
    if (term.right() instanceof Term.Literal(Sort.Truth _, long value)) {
      return (value == 1) == operator.equals("==") ? printed(term.left()) : negation(term.left());
    }
    return comparison(term.left(), operator, term.right());
  }

  private Printed less(Term left, Term right, String operator) {
    if (!(left instanceof Term.Literal)) {
      return comparison(left, operator, right);
    }
    // A constant goes to the right: `x > 0` for 0 < x.
    char turned = operator.charAt(0) == '<' ? '>' : '<';
    return comparison(right, turned + operator.substring(1), left);
  }

  Printed comparison(Term left, String operator, Term right) {
    return new Printed(
        text(left, Level.SUM) + " " + operator + " " + text(right, Level.SUM), Level.COMPARISON);
  }

  private Printed arithmetic(Term.Arithmetic term) {
    return switch (term.operator()) {
      case PLUS -> binary(term.left(), "+", term.right(), Level.SUM);
      case MINUS -> binary(term.left(), "-", term.right(), Level.SUM);
      case DIVIDE -> binary(term.left(), "/", term.right(), Level.PRODUCT);
    };
  }

  /// An operator that associates to the left.
  Printed binary(Term left, String operator, Term right, Level level) {
    return new Printed(
        text(left, level) + " " + operator + " " + text(right, level.tighter()), level);
  }

  private Printed match(Term.Match term) {
    String optional = text(term.optional(), Level.PRIMARY);
    TermPrinter some = new TermPrinter(names.as(term.bound(), optional));
    if (term.none().equals(Simplification.FALSE)) {
      return new Printed(optional + " != nil && " + some.text(term.some(), Level.AND), Level.AND);
    }
    if (term.none().equals(Simplification.TRUE)) {
      return new Printed(optional + " == nil || " + some.text(term.some(), Level.OR), Level.OR);
    }
    return open(
        "if " + optional + " != nil then " + some.text(term.some()) + " else " + text(term.none()));
  }

  /// A text about a bound variable.
  String bound(Bound bound, String format, Function<TermPrinter, String> rest) {
    TermPrinter inner = with(bound);
    return String.format(Locale.ROOT, format, inner.names.of(bound)) + rest.apply(inner);
  }

  private String entry(Term.Select term) {
    String index = text(term.index(), Level.PRIMARY);
    if (!(term.array() instanceof Term.Read(Var array))) {
      return text(term.array(), Level.PRIMARY) + "[" + text(term.index()) + "]";
    }
    String prefix = self(((Sort.ArrayOf) array.sort()).index()) + ".";
    return switch (array.role()) {
      case COUNTER, POLLED_COUNTER -> index + ".pc";
      case LOCAL, POLLED_LOCAL ->
          term.index() instanceof Term.Self
              ? variable(array)
              : index + array.name().substring(array.name().indexOf('.'));
      case FIELD, POLLED, GHOST, ENDING ->
          array.name().startsWith(prefix)
              ? index + "." + array.name().substring(prefix.length())
              : array.name() + "[" + text(term.index()) + "]";
    };
  }

  private static String variable(Var variable) {
    return switch (variable.role()) {
      // After inlining a local is called process.procedure.name.
      case LOCAL, POLLED_LOCAL -> variable.name().substring(variable.name().lastIndexOf('.') + 1);
      case FIELD, POLLED, COUNTER, POLLED_COUNTER, GHOST, ENDING -> variable.name();
    };
  }

  static String self(Sort.Individual sort) {
    return sort.name().toLowerCase(Locale.ROOT);
  }

  private static String literal(Term.Literal literal) {
    long value = literal.value();
    return switch (literal.sort()) {
      case Sort.Truth _ -> value == 0 ? "false" : "true";
      case Sort.Enumeration of -> of.values().get((int) value);
      case Sort.Individual of -> of.name() + value;
      case Sort.Optional(Sort.Individual of) -> value < 0 ? "nil" : of.name() + value;
      case Sort.Bits _ ->
          value >= 0 && value < 10 ? Long.toString(value) : "0x" + Long.toHexString(value);
      case Sort.Range _, Sort.SetOf _, Sort.Queue _, Sort.Memory _, Sort.ArrayOf _, Sort.Struct _ ->
          Long.toString(value);
    };
  }

  private static String empty(Sort sort) {
    return switch (sort) {
      case Sort.Queue _ -> "[]";
      case Sort.Memory _ -> "zeros";
      case Sort _ -> "{}";
    };
  }

  private String struct(Term.StructOf term) {
    StringBuilder text = new StringBuilder(term.sort().name()).append('{');
    for (int at = 0; at < term.fields().size(); at++) {
      text.append(at == 0 ? "" : ", ")
          .append(term.sort().fields().get(at).name())
          .append(": ")
          .append(text(term.fields().get(at)));
    }
    return text.append('}').toString();
  }
}
