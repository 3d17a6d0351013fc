package psyscall.checker.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/// A Promela expression, in brackets where it is not a single word; constants are folded.
///
/// Truth is 0 or 1, nil is [#NIL_VALUE], a set of ids is a mask with the bit of each id.
///
/// @param text how it is written
/// @param constant its value, if that is known
/// @param reads the variables that it reads, by the names of their declarations
record Expression(String text, OptionalLong constant, SortedSet<String> reads) {
  /// The value of nil; ids are below it.
  static final int NIL_VALUE = 255;

  static final Expression NIL = named("nil", NIL_VALUE);

  static final Expression FALSE = of(0);
  static final Expression TRUE = of(1);

  static Expression of(long value) {
    return named(String.valueOf(value), value);
  }

  /// A constant that has a name.
  static Expression named(String name, long value) {
    return new Expression(name, OptionalLong.of(value), new TreeSet<>());
  }

  /// A word whose value is not known.
  static Expression word(String text) {
    return new Expression(text, OptionalLong.empty(), new TreeSet<>());
  }

  /// A place of a variable.
  static Expression place(String variable, String text, List<Expression> indices) {
    Expression place = made(text, indices.toArray(Expression[]::new));
    place.reads.add(variable);
    return place;
  }

  private static Expression made(String text, Expression... parts) {
    SortedSet<String> reads = new TreeSet<>();
    for (Expression part : parts) {
      reads.addAll(part.reads);
    }
    return new Expression(text, OptionalLong.empty(), reads);
  }

  boolean is(long value) {
    return constant.isPresent() && constant.getAsLong() == value;
  }

  private boolean areKnown(Expression other) {
    return constant.isPresent() && other.constant.isPresent();
  }

  private static Expression truth(boolean value) {
    return value ? TRUE : FALSE;
  }

  private static Expression binary(String operator, Expression left, Expression right) {
    return made("(" + left.text + " " + operator + " " + right.text + ")", left, right);
  }

  /// The negation; a negation loses its sign, since `!!` is an operator of its own.
  Expression not() {
    if (constant.isPresent()) {
      return truth(is(0));
    }
    return made(text.startsWith("!") ? text.substring(1) : "!" + text, this);
  }

  static Expression and(List<Expression> operands) {
    return joined("&&", operands, TRUE);
  }

  static Expression or(List<Expression> operands) {
    return joined("||", operands, FALSE);
  }

  /// Operands as far as the first that decides, which is the negation of the neutral one.
  private static Expression joined(String operator, List<Expression> operands, Expression neutral) {
    List<Expression> kept = new ArrayList<>();
    for (Expression operand : operands) {
      if (operand.constant.isPresent() && !operand.is(neutral.constant.getAsLong())) {
        return neutral.not();
      }
      if (operand.constant.isEmpty()) {
        kept.add(operand);
      }
    }
    if (kept.size() < 2) {
      return kept.isEmpty() ? neutral : kept.getFirst();
    }
    String text = String.join(" " + operator + " ", kept.stream().map(Expression::text).toList());
    return made("(" + text + ")", kept.toArray(Expression[]::new));
  }

  Expression orElse(Expression condition, Expression otherwise) {
    if (condition.constant.isPresent()) {
      return condition.is(0) ? otherwise : this;
    }
    if (text.equals(otherwise.text)) {
      return this;
    }
    String choice = "(" + condition.text + " -> " + text + " : " + otherwise.text + ")";
    return made(choice, condition, this, otherwise);
  }

  Expression same(Expression other) {
    if (areKnown(other)) {
      return truth(constant.equals(other.constant));
    }
    return text.equals(other.text) ? TRUE : binary("==", this, other);
  }

  Expression less(Expression other) {
    return areKnown(other)
        ? truth(constant.getAsLong() < other.constant.getAsLong())
        : binary("<", this, other);
  }

  Expression plus(Expression other) {
    if (areKnown(other)) {
      return of(constant.getAsLong() + other.constant.getAsLong());
    }
    return other.is(0) ? this : is(0) ? other : binary("+", this, other);
  }

  Expression minus(Expression other) {
    if (areKnown(other)) {
      return of(constant.getAsLong() - other.constant.getAsLong());
    }
    return other.is(0) ? this : binary("-", this, other);
  }

  Expression times(long factor) {
    return constant.isPresent()
        ? of(constant.getAsLong() * factor)
        : factor == 1 ? this : binary("*", this, of(factor));
  }

  Expression dividedBy(Expression other) {
    return areKnown(other)
        ? of(Math.floorDiv(constant.getAsLong(), other.constant.getAsLong()))
        : binary("/", this, other);
  }

  Expression union(Expression other) {
    if (areKnown(other)) {
      return of(constant.getAsLong() | other.constant.getAsLong());
    }
    return other.is(0) ? this : is(0) ? other : binary("|", this, other);
  }

  Expression intersection(Expression other) {
    if (areKnown(other)) {
      return of(constant.getAsLong() & other.constant.getAsLong());
    }
    return is(0) || other.is(0) ? FALSE : binary("&", this, other);
  }

  /// What is in this mask and not in the other.
  Expression without(Expression other) {
    if (areKnown(other)) {
      return of(constant.getAsLong() & ~other.constant.getAsLong());
    }
    if (other.is(0) || is(0)) {
      return this;
    }
    return made("(" + text + " & ~" + other.text + ")", this, other);
  }

  /// The mask of one id.
  Expression single() {
    return constant.isPresent() ? of(1L << constant.getAsLong()) : binary("<<", TRUE, this);
  }

  /// Whether an id is in this mask.
  Expression has(Expression id) {
    if (areKnown(id)) {
      return truth((constant.getAsLong() >> id.constant.getAsLong() & 1) == 1);
    }
    return is(0) ? FALSE : made("((" + text + " >> " + id.text + ") & 1)", this, id);
  }
}
