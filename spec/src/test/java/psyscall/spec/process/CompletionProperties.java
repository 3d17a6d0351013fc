package psyscall.spec.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Int;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.toy.Checksum;
import psyscall.spec.toy.Declared;
import psyscall.spec.toy.Ledger;
import psyscall.spec.toy.Mailbox;
import psyscall.spec.toy.TinyScheduler;
import psyscall.spec.toy.TinyScheduler.P;

/// Addresses: every statement of a procedure has its own, counted in the order of the text.
class CompletionProperties {
  private static final Bool FLAG =
      Bool.TYPE.of(new Term.Read(new Var("flag", Bool.TYPE.sort(), Var.Role.FIELD)));

  /// A shape of a block: what kind of statements there are, and what is in them.
  record Shape(Kind kind, List<Shape> first, List<Shape> second) {}

  enum Kind {
    STORE,
    WHEN,
    EITHER,
    PICK,
    VALUE,
    FOLLOW,
    SECTION,
    CALL
  }

  private static final class Shaped extends Procedure {
    private final List<Shape> shapes;

    Shaped(List<Shape> shapes) {
      super("shaped", "A procedure of some shape.", Declared.MODEL);
      this.shapes = shapes;
    }

    @Override
    protected void body() {
      label("one", "");
      shapes.forEach(this::record);
      or(StepKind.PROTOCOL, "two", "");
      shapes.forEach(this::record);
      goTo("one");
    }

    private void all(List<Shape> inner) {
      inner.forEach(this::record);
    }

    private void record(Shape shape) {
      Runnable first = () -> all(shape.first());
      Runnable second = () -> all(shape.second());
      switch (shape.kind()) {
        case STORE -> set(FLAG, true);
        case WHEN -> when(FLAG, first, second);
        case EITHER -> either("which", new Case("a", first), new Case("b", second));
        case PICK -> pick("p", P.IDS.all(), _ -> first.run(), second);
        case VALUE -> pickValue("n", Int.range(0, 0), List.of(Int.of(0)), _ -> first.run());
        case FOLLOW -> ifSome(P.IDS.nil(), _ -> first.run(), second);
        case SECTION -> section("lock", FLAG, first);
        case CALL -> call(new Flagging());
      }
    }
  }

  private static final class Flagging extends Procedure {
    Flagging() {
      super("flagging", "Part of its caller.", Declared.MODEL);
    }

    @Override
    protected void body() {
      set(FLAG, true);
    }
  }

  @Provide
  Arbitrary<List<Shape>> shapes() {
    return blocks(3);
  }

  private static Arbitrary<List<Shape>> blocks(int depth) {
    if (depth == 0) {
      return Arbitraries.just(List.of());
    }
    Arbitrary<List<Shape>> inner = blocks(depth - 1);
    return Combinators.combine(Arbitraries.of(Kind.class), inner, inner)
        .as(Shape::new)
        .list()
        .ofMaxSize(3);
  }

  @Property(tries = 300)
  void addressesCountTheStatementsInTheOrderOfTheText(@ForAll("shapes") List<Shape> shapes) {
    assertNumbered(new Shaped(shapes).text());
  }

  @Example
  void addressesOfTheToysAreUniqueAndWithoutGaps() {
    Stream.of(TinyScheduler.protocol(), Ledger.protocol(), Mailbox.protocol(), Checksum.protocol())
        .flatMap(protocol -> protocol.procedures().values().stream())
        .forEach(CompletionProperties::assertNumbered);
  }

  @Example
  void addressesOfTwoRecordingsAreTheSame() {
    assertThat(TinyScheduler.protocol().procedures().toString())
        .isEqualTo(TinyScheduler.protocol().procedures().toString());
  }

  private static void assertNumbered(ProcedureText text) {
    assertNumbered(text.opening(), text.name(), "");
    for (LabelText label : text.labels()) {
      for (Arm arm : label.arms()) {
        assertNumbered(arm.body(), text.name(), arm.name());
      }
    }
  }

  private static void assertNumbered(Block block, String procedure, String label) {
    List<Address> addresses = new ArrayList<>();
    collect(block, addresses);

    assertThat(addresses)
        .isEqualTo(
            IntStream.range(0, addresses.size())
                .mapToObj(ordinal -> new Address(procedure, label, ordinal))
                .toList());
  }

  /// In the order of the text, each statement before those in it.
  private static void collect(Block block, List<Address> addresses) {
    for (Line line : block.lines()) {
      addresses.add(line.address());
      Blocks.map(
          line.statement(),
          inner -> {
            collect(inner, addresses);
            return inner;
          });
    }
  }
}
