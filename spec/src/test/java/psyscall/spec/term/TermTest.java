package psyscall.spec.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TermTest {
  private static final Sort.Individual P = new Sort.Individual("P");
  private static final Sort.Individual M = new Sort.Individual("M");
  private static final Sort.Struct PAIR =
      new Sort.Struct("Pair", List.of(new Sort.Field("id", P), new Sort.Field("on", Sort.TRUTH)));

  private static final Term TRUTH = read(Sort.TRUTH);
  private static final Term ID = read(P);
  private static final Term THREAD = read(M);
  private static final Term OPTIONAL = read(new Sort.Optional(P));
  private static final Term SET = read(new Sort.SetOf(P));
  private static final Term QUEUE = read(new Sort.Queue(P, 2));
  private static final Term NUMBER = read(new Sort.Range(0, 7));
  private static final Term WORD = read(new Sort.Bits(32));
  private static final Term ADDRESS = read(new Sort.Bits(64));
  private static final Term MEMORY = read(new Sort.Memory());
  private static final Term ARRAY = read(new Sort.ArrayOf(P, Sort.TRUTH));
  private static final Term RECORD = read(PAIR);

  private static Term read(Sort sort) {
    return new Term.Read(new Var("v", sort, Var.Role.FIELD));
  }

  private static Arguments bad(String what, ThrowingCallable term) {
    return arguments(what, term);
  }

  static Stream<Arguments> illSorted() {
    Bound p = new Bound("p", P);
    Bound number = new Bound("n", NUMBER.sort());
    WordTerm.WordOperation.Operator add = WordTerm.WordOperation.Operator.ADD;
    Term.Arithmetic.Operator plus = Term.Arithmetic.Operator.PLUS;
    CollectionTerm.Combine.Operator union = CollectionTerm.Combine.Operator.UNION;
    return Stream.of(
        bad("index of another sort", () -> new Term.Select(ARRAY, THREAD)),
        bad("entry of no array", () -> new Term.Select(SET, ID)),
        bad("unknown field", () -> new Term.FieldOf(RECORD, "off")),
        bad("field of no record", () -> new Term.FieldOf(ID, "on")),
        bad("negated id", () -> new Term.Not(ID)),
        bad("conjunction with an id", () -> new Term.And(List.of(TRUTH, ID))),
        bad("disjunction with an id", () -> new Term.Or(List.of(TRUTH, ID))),
        bad("conditional on an id", () -> new Term.IfElse(ID, TRUTH, TRUTH)),
        bad("branches of two sorts", () -> new Term.IfElse(TRUTH, ID, THREAD)),
        bad("equality of two sorts", () -> new Term.Same(ID, THREAD)),
        bad("equality of id and optional", () -> new Term.Same(ID, OPTIONAL)),
        bad("sum with a truth", () -> new Term.Arithmetic(plus, NUMBER, TRUTH)),
        bad("order of ids", () -> new Term.Less(ID, ID, false)),
        bad("known optional", () -> new Term.Known(OPTIONAL)),
        bad("the id of an id", () -> new Term.The(ID)),
        bad("match on an id", () -> new Term.Match(ID, p, TRUTH, TRUTH)),
        bad(
            "match into another sort",
            () -> new Term.Match(OPTIONAL, new Bound("m", M), TRUTH, TRUTH)),
        bad("match of two sorts", () -> new Term.Match(OPTIONAL, p, TRUTH, ID)),
        bad("all numbers", () -> new Term.ForAll(number, TRUTH)),
        bad("some number", () -> new Term.Exists(number, TRUTH)),
        bad("quantified id", () -> new Term.ForAll(p, ID)),
        bad("written entry of another sort", () -> new Term.With(ARRAY, ID, ID)),
        bad("array over numbers", () -> new Term.Each(number, TRUTH)),
        bad("record with too few fields", () -> new Term.StructOf(PAIR, List.of(ID))),
        bad("record with a wrong field", () -> new Term.StructOf(PAIR, List.of(ID, ID))),
        bad("written field of another sort", () -> new Term.WithField(RECORD, "on", ID)),
        bad("member of another sort", () -> new CollectionTerm.Member(THREAD, SET)),
        bad("member of a queue", () -> new CollectionTerm.Member(ID, QUEUE)),
        bad("union with a queue", () -> new CollectionTerm.Combine(union, SET, QUEUE)),
        bad("set of an optional", () -> new CollectionTerm.Singleton(OPTIONAL)),
        bad("set of numbers", () -> new CollectionTerm.Where(number, TRUTH)),
        bad("size of an array", () -> new CollectionTerm.Size(ARRAY)),
        bad("append of another sort", () -> new CollectionTerm.Append(QUEUE, THREAD)),
        bad("first of a set", () -> new CollectionTerm.First(SET)),
        bad("rest of a set", () -> new CollectionTerm.Rest(SET)),
        bad("elements of a set", () -> new CollectionTerm.Elements(SET)),
        bad("words of two widths", () -> new WordTerm.WordOperation(add, WORD, ADDRESS)),
        bad("word and number", () -> new WordTerm.WordLess(WORD, NUMBER, false, false)),
        bad("extension to fewer bits", () -> new WordTerm.Extend(WORD, 16, false)),
        bad("bits outside the word", () -> new WordTerm.Extract(WORD, 25, 8)),
        bad("no bits", () -> new WordTerm.Extract(WORD, 0, 0)),
        bad("short address", () -> new WordTerm.Load(MEMORY, WORD, 4)),
        bad("three bytes", () -> new WordTerm.Load(MEMORY, ADDRESS, 3)),
        bad(
            "store of an odd width",
            () -> new WordTerm.Store(MEMORY, ADDRESS, new WordTerm.Extract(WORD, 0, 24))),
        bad("store to a word", () -> new WordTerm.Store(WORD, ADDRESS, WORD)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("illSorted")
  void termsThatAreNotWellSortedDoNotExist(String what, ThrowingCallable term) {
    assertThatThrownBy(term).as(what).isInstanceOf(IllFormed.class);
  }

  @Test
  void messageNamesBothSorts() {
    assertThatThrownBy(() -> new Term.Same(ID, THREAD))
        .hasMessage(
            "wrong sort: sides of an equality, wanted=Individual[name=P],"
                + " given=Individual[name=M]");
  }

  @Test
  void rangesOfArithmeticAreComputed() {
    Term three = new Term.Literal(new Sort.Range(3, 3), 3);

    assertThat(arithmetic(Term.Arithmetic.Operator.PLUS, NUMBER, NUMBER))
        .isEqualTo(new Sort.Range(0, 14));
    assertThat(arithmetic(Term.Arithmetic.Operator.MINUS, NUMBER, three))
        .isEqualTo(new Sort.Range(-3, 4));
    Term shifted = new Term.Arithmetic(Term.Arithmetic.Operator.MINUS, NUMBER, three);
    assertThat(arithmetic(Term.Arithmetic.Operator.DIVIDE, shifted, three))
        .isEqualTo(new Sort.Range(-1, 1));
    assertThatThrownBy(() -> arithmetic(Term.Arithmetic.Operator.DIVIDE, three, NUMBER))
        .hasMessageStartingWith("division needs a positive literal: divisor=");
  }

  private static Sort arithmetic(Term.Arithmetic.Operator operator, Term left, Term right) {
    return new Term.Arithmetic(operator, left, right).sort();
  }

  @Test
  void rangeOfAConditionalCoversItsBranches() {
    Term low = new Term.Literal(new Sort.Range(-4, -4), -4);

    assertThat(new Term.IfElse(TRUTH, NUMBER, low).sort()).isEqualTo(new Sort.Range(-4, 7));
    assertThat(new Term.Match(OPTIONAL, new Bound("p", P), low, NUMBER).sort())
        .isEqualTo(new Sort.Range(-4, 7));
    Bound p = new Bound("p", P);
    assertThat(new Term.IfElse(TRUTH, new Term.Each(p, NUMBER), new Term.Each(p, low)).sort())
        .isEqualTo(new Sort.ArrayOf(P, new Sort.Range(-4, 7)));
  }

  @Test
  void sortsOfWordsFollowTheirWidths() {
    assertThat(new WordTerm.Extend(WORD, 64, true).sort()).isEqualTo(new Sort.Bits(64));
    assertThat(new WordTerm.Extract(WORD, 24, 8).sort()).isEqualTo(new Sort.Bits(8));
    assertThat(new WordTerm.Load(MEMORY, ADDRESS, 2).sort()).isEqualTo(new Sort.Bits(16));
    assertThat(new WordTerm.Store(MEMORY, ADDRESS, WORD).sort()).isEqualTo(new Sort.Memory());
  }
}
