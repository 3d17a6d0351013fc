package psyscall.checker.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Rec;
import psyscall.spec.expr.Type;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Event;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.StepKind;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Readers who borrow books: rules of every shape of which an automaton is made.
final class Library {
  static final class Reader {}

  static final class Book {}

  private static final class Card {}

  static final Ids<Reader> READERS = Ids.of("Reader");
  static final Ids<Book> BOOKS = Ids.of("Book");
  static final List<Sort.Field> ARGUMENTS =
      List.of(
          new Sort.Field("who", READERS.sort()),
          new Sort.Field("what", BOOKS.sort()),
          new Sort.Field("other", READERS.sort()),
          new Sort.Field("maybe", READERS.opt().sort()));

  private static final Citation NONE = new Citation("", List.of(), "", "");
  private static final Rec.Field<Card, Opt<Reader>> FRIEND =
      new Rec.Field<>("friend", READERS.opt());
  private static final Rec.Field<Card, Bool> VALID = new Rec.Field<>("valid", Bool.TYPE);
  private static final Sort.Struct CARD =
      new Sort.Struct("Card", List.of(FRIEND.sort(), VALID.sort()));

  private final List<Var> variables = new ArrayList<>();
  private final Arr<Book, Opt<Reader>> borrower = array("borrower", BOOKS, READERS.opt());
  private final Arr<Reader, Int> fine = array("fine", READERS, Int.range(0, 5));
  private final Arr<Reader, Rec<Card>> card = array("card", READERS, Rec.of(CARD));
  private final Bool closed = scalar("closed", Bool.TYPE);
  private final List<Lending> rules = List.of(lend(), bringBack(), befriend(), settle(), shut());

  private <K, E extends Expr> Arr<K, E> array(String name, Ids<K> ids, Type<E> type) {
    return scalar(name, ids.array(type));
  }

  private <E extends Expr> E scalar(String name, Type<E> type) {
    Var variable = new Var(name, type.sort(), Var.Role.FIELD);
    variables.add(variable);
    return type.of(new Term.Read(variable));
  }

  /// A rule about a reader, a book, another reader and perhaps a third.
  private abstract static class Lending extends Procedure {
    final Id<Reader> who = parameter("who", READERS.id());
    final Id<Book> what = parameter("what", BOOKS.id());
    final Id<Reader> other = parameter("other", READERS.id());
    final Opt<Reader> maybe = parameter("maybe", READERS.opt());
    private int guards;

    Lending(String name) {
      super(name, "", NONE);
    }

    @Override
    protected void body() {
      emit(new Event(name(), ARGUMENTS), who, what, other, maybe);
      rule();
    }

    abstract void rule();

    void needs(Bool claim) {
      guards++;
      check(claim, Ending.refused("refused-" + name() + "-" + guards, "guard " + guards));
    }
  }

  List<Var> variables() {
    return List.copyOf(variables);
  }

  List<String> events() {
    return rules.stream().map(Procedure::name).toList();
  }

  private Lending lend() {
    return new Lending("lend") {
      @Override
      void rule() {
        Opt<Reader> friend = let("friend", card.of(who).get(FRIEND));
        needs(closed.not());
        needs(borrower.of(what).isNil());
        needs(friend.isNilOr(f -> fine.of(f).lessThan(3)));
        needs(
            BOOKS
                .exists(b -> borrower.of(b).is(who))
                .not()
                .or(BOOKS.forAll(b -> borrower.of(b).isNil().or(borrower.of(b).is(who)))));
        needs(READERS.where(r -> card.of(r).get(VALID).or(r.is(other))).has(who));
        when(
            maybe.isSome(),
            () -> needs(BOOKS.forAll(b -> borrower.of(b).is(maybe).not())),
            () -> needs(fine.of(who).is(fine.of(other))));
        set(borrower.of(what), who);
        set(closed, BOOKS.forAll(b -> borrower.of(b).isSome()));
      }
    };
  }

  private Lending bringBack() {
    return new Lending("bring back") {
      @Override
      void rule() {
        needs(borrower.of(what).isSomeAnd(r -> r.is(who).or(card.of(r).get(FRIEND).is(who))));
        Opt<Reader> former = let("former", borrower.of(what));
        clear(borrower.of(what));
        Opt<Reader> now = let("now", borrower.of(what));
        set(card.of(other).get(VALID), former.is(who).and(now.isNil()));
        ifSome(
            former,
            r -> set(fine.of(r), fine.of(r).plus(1).min(Int.of(5))),
            () -> set(closed, true));
        set(closed, false);
      }
    };
  }

  private Lending befriend() {
    return new Lending("befriend") {
      @Override
      void rule() {
        needs(who.is(other).not());
        needs(
            READERS.forAll(
                r -> card.of(r).get(FRIEND).is(other).not().or(card.of(r).get(VALID).not())));
        set(card.of(who), card.of(who).with(FRIEND, other.known()));
        set(
            card.of(other),
            Rec.make(CARD, maybe, card.of(who).is(card.of(other)).or(card.of(who).get(VALID))));
      }
    };
  }

  private Lending settle() {
    return new Lending("settle") {
      @Override
      void rule() {
        needs(fine.of(who).moreThan(0));
        ifSome(
            maybe,
            r -> needs(fine.of(r).atMost(fine.of(who)).or(closed)),
            () -> needs(closed.not()));
        set(fine.of(who), fine.of(who).dividedBy(2));
        forAll(
            BOOKS,
            b -> borrower.of(b).is(other),
            borrower::of,
            b -> borrower.of(b).match(READERS.opt(), r -> card.of(r).get(FRIEND), maybe));
        when(
            fine.of(who).is(0),
            () -> set(card.of(who).get(VALID), true),
            () -> forAll(READERS, r -> card.of(r).get(FRIEND).is(who), card::of, this::renewed));
      }

      private Rec<Card> renewed(Id<Reader> r) {
        return Rec.make(CARD, READERS.nil(), card.of(r).get(VALID).not());
      }
    };
  }

  private Lending shut() {
    return new Lending("shut") {
      @Override
      void rule() {
        needs(closed.is(BOOKS.exists(b -> borrower.of(b).is(maybe))).or(closed));
        set(closed, closed.choose(Bool.TYPE, Bool.FALSE, fine.of(who).is(fine.of(other))));
        forAll(READERS, _ -> Bool.TRUE, fine::of, r -> fine.of(r).min(Int.of(2)));
      }
    };
  }

  /// Any of the events at any moment.
  private static final class Anything extends Procedure {
    private final List<Lending> rules;

    Anything(List<Lending> rules) {
      super("anything", "", NONE);
      this.rules = rules;
    }

    @Override
    protected void body() {
      for (Lending rule : rules) {
        if (rule.equals(rules.getFirst())) {
          label(StepKind.PROTOCOL, "next", "");
        } else {
          or(StepKind.PROTOCOL, rule.name(), "");
        }
        pick("who", READERS.all(), who -> withBook(rule, who), this::never);
      }
    }

    private void withBook(Lending rule, Id<Reader> who) {
      pick(
          "what",
          BOOKS.all(),
          what -> pick("other", READERS.all(), o -> withThird(rule, who, what, o), this::never),
          this::never);
    }

    private void withThird(Lending rule, Id<Reader> who, Id<Book> what, Id<Reader> other) {
      either(
          "whether there is a third",
          new Case("none", () -> happens(rule, who, what, other, READERS.nil())),
          new Case(
              "one",
              () ->
                  pick(
                      "by",
                      READERS.all(),
                      by -> happens(rule, who, what, other, by.known()),
                      this::never)));
    }

    private void happens(Lending rule, Expr... arguments) {
      call(rule, arguments);
      goTo("next");
    }

    private void never() {
      await(Bool.FALSE);
    }
  }

  /// The rules, with a process that tries them.
  Protocol protocol() {
    Map<String, ProcedureText> texts = new TreeMap<>();
    rules.forEach(rule -> texts.put(rule.name(), rule.text()));
    ProcedureText anything = new Anything(rules).text();
    texts.put(anything.name(), anything);
    Process process = Process.of("library", Optional.empty(), List.of(anything.name()));
    return new Protocol("library", variables, List.of(process), texts, Block.EMPTY);
  }
}
