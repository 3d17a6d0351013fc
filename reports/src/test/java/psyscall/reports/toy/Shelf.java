package psyscall.reports.toy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.World;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Word;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A toy with a variable of every sort and one process, which counts to 2 and then throws.
public final class Shelf {
  /// An id sort of three.
  public static final Sort.Individual BOOK = new Sort.Individual("Book");

  private static final Sort.Enumeration COLOUR =
      new Sort.Enumeration("Colour", List.of("Red", "Green"));
  private static final Sort.Struct LABEL =
      new Sort.Struct(
          "Label",
          List.of(
              new Sort.Field("colour", COLOUR), new Sort.Field("next", new Sort.Optional(BOOK))));

  private static final Ids<Shelf> BOOKS = new Ids<>(BOOK);

  private static final Var OPEN = field("open", Sort.TRUTH);
  private static final Var COUNT = field("count", new Sort.Range(-5, 9));
  private static final Var HUGE = field("huge", new Sort.Range(Long.MIN_VALUE, Long.MAX_VALUE));
  private static final Var LENT = field("lent", new Sort.SetOf(BOOK));
  private static final Var QUEUE = field("queue", new Sort.Queue(BOOK, 4));
  private static final Var WORD = field("word", new Sort.Bits(64));
  private static final Var MEMORY = field("memory", new Sort.Memory());
  private static final List<Var> VARIABLES =
      List.of(
          OPEN,
          COUNT,
          HUGE,
          field("colour", COLOUR),
          field("first", BOOK),
          field("last", new Sort.Optional(BOOK)),
          LENT,
          QUEUE,
          WORD,
          field("byte", new Sort.Bits(8)),
          MEMORY,
          field("book.label", new Sort.ArrayOf(BOOK, LABEL)),
          field("grid", new Sort.ArrayOf(BOOK, new Sort.ArrayOf(BOOK, Sort.TRUTH))));

  private Shelf() {}

  private static Var field(String name, Sort sort) {
    return new Var(name, sort, Var.Role.FIELD);
  }

  /// Three books.
  ///
  /// @return the world
  public static World world() {
    return World.of(BOOK, 3);
  }

  /// The toy as rules.
  ///
  /// @return the specification
  public static Specification specification() {
    ProcedureText count = new Count().text();
    return Flattening.of(
        new Protocol(
            "shelf",
            VARIABLES,
            List.of(Process.of("clerk", Optional.empty(), List.of(count.name()))),
            Map.of(count.name(), count),
            new Start().text().opening()));
  }

  private static Citation own() {
    return new Citation("", List.of(), "", "");
  }

  private static final class Start extends Procedure {
    Start() {
      super("the initial state", own());
    }

    @Override
    protected void body() {
      IdSet<Shelf> lent = new IdSet<>(new Term.Read(LENT));
      Fifo<Shelf> queue = new Fifo<>(new Term.Read(QUEUE));
      Bytes memory = new Bytes(new Term.Read(MEMORY));
      set(new Int(new Term.Read(COUNT)), 1);
      set(new Int(new Term.Read(HUGE)), Long.MIN_VALUE);
      set(lent, BOOKS.all().minus(BOOKS.individual(1)));
      set(queue, queue.append(BOOKS.individual(2)).append(BOOKS.individual(0)));
      set(new Word(new Term.Read(WORD)), Word.of(-4095, 64));
      set(memory, memory.store(Word.of(-2, 64), Word.of(0x0201, 16)));
    }
  }

  private static final class Count extends Procedure {
    Count() {
      super("counts", own());
    }

    @Override
    protected void body() {
      Int count = new Int(new Term.Read(COUNT));
      label("more", "");
      check(count.lessThan(2), Ending.thrown("too-many", "counted further than to 2"));
      either(
          "the door",
          new Case("opened", () -> set(new Bool(new Term.Read(OPEN)), true)),
          new Case("left", () -> {}));
      set(count, count.plus(1));
      goTo("more");
    }
  }
}
