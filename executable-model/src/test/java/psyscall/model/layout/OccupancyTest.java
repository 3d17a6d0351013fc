package psyscall.model.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.World;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.Address;
import psyscall.spec.process.Block;
import psyscall.spec.process.Line;
import psyscall.spec.process.Process;
import psyscall.spec.process.Statement;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The data flow of locals, on rules of a process over `A` with the labels `in`, `mid` and `out`.
class OccupancyTest {
  private static final Sort.Individual IDS = new Sort.Individual("A");
  private static final Sort.Range NUMBER = new Sort.Range(3, 9);
  private static final Sort.Struct PAIR =
      new Sort.Struct(
          "pair",
          List.of(new Sort.Field("id", new Sort.Optional(IDS)), new Sort.Field("n", NUMBER)));
  private static final Var X = local("x", NUMBER);
  private static final Var BOTH = local("both", PAIR);
  private static final Term YES = new Term.Literal(Sort.TRUTH, 1);

  private static Var local(String name, Sort sort) {
    return new Var(name, new Sort.ArrayOf(IDS, sort), Var.Role.LOCAL);
  }

  private static Term mine(Var local) {
    return new Term.Select(new Term.Read(local), new Term.Self(IDS));
  }

  private static Statement set(Var local, long number) {
    return new Statement.Assign(mine(local), new Term.Literal(NUMBER, number));
  }

  private static Statement jump(String label) {
    return new Statement.Goto(label);
  }

  private static Block block(Statement... statements) {
    Address address = new Address("text", "label", 0);
    return new Block(Arrays.stream(statements).map(s -> new Line(address, s)).toList());
  }

  private static Rule rule(String label, Statement... statements) {
    Citation nowhere = new Citation("", List.of(), "", "");
    Address address = new Address("text", label, 0);
    return new Rule("work", label, address, StepKind.PROTOCOL, nowhere, block(statements));
  }

  private static Occupancy occupancy(Rule... rules) {
    Sort labels = new Sort.Enumeration("labels", List.of("in", "mid", "out"));
    Var counter = new Var("pc.work", new Sort.ArrayOf(IDS, labels), Var.Role.COUNTER);
    Process work = Process.of("work", Optional.of(IDS), List.of());
    return new Occupancy(
        new Specification(
            "made", List.of(X, BOTH, counter), List.of(work), List.of(rules), List.of(), block()));
  }

  private static List<String> at(Occupancy occupancy, String label) {
    return occupancy.occupied("work", label).stream().map(Leaf::name).toList();
  }

  @Test
  void whatIsAssignedIsThereUntilItIsReset() {
    Occupancy occupancy =
        occupancy(
            rule("in", set(X, 4), jump("mid")), rule("mid", set(X, 3), jump("out")), rule("out"));

    assertThat(at(occupancy, "in")).isEmpty();
    assertThat(at(occupancy, "mid")).containsExactly("x");
    assertThat(at(occupancy, "out")).isEmpty();
  }

  @Test
  void whatComesFromALoopIsThereToo() {
    Occupancy occupancy =
        occupancy(
            rule("in", jump("mid")), rule("mid", jump("in")), rule("in", set(X, 4), jump("in")));

    assertThat(at(occupancy, "mid")).containsExactly("x");
  }

  @Test
  void whatOneBranchAssignsIsThereAfterBoth() {
    Statement branch = new Statement.If(YES, block(set(X, 4)), block(set(X, 3)));
    Occupancy occupancy = occupancy(rule("in", branch, jump("out")));

    assertThat(at(occupancy, "out")).containsExactly("x");
  }

  @Test
  void branchThatJumpsAwayAddsNothingAfterIt() {
    Statement branch = new Statement.If(YES, block(set(X, 4), jump("mid")), block());
    Occupancy occupancy = occupancy(rule("in", branch, jump("out")));

    assertThat(at(occupancy, "mid")).containsExactly("x");
    assertThat(at(occupancy, "out")).isEmpty();
  }

  @Test
  void fieldsAreOccupiedOneByOne() {
    Term id = new Term.Literal(new Sort.Optional(IDS), -1);
    Term pair = new Term.StructOf(PAIR, List.of(id, new Term.Literal(NUMBER, 5)));
    Statement whole = new Statement.Assign(mine(BOTH), pair);
    Statement part =
        new Statement.Assign(new Term.FieldOf(mine(BOTH), "n"), new Term.Literal(NUMBER, 3));
    Occupancy occupancy = occupancy(rule("in", whole, jump("mid")), rule("mid", part, jump("out")));

    assertThat(at(occupancy, "mid")).containsExactly("both.n");
    assertThat(at(occupancy, "out")).isEmpty();
  }

  @Test
  void localsThatNobodyAssignsBelongToNobody() {
    Occupancy occupancy = occupancy(rule("in", set(X, 4), jump("in")));

    assertThat(occupancy.locals("work")).extracting(Leaf::name).containsExactly("x");
    assertThat(occupancy.owner(BOTH)).isEmpty();
    assertThat(occupancy.owner(X)).hasValue("work");
  }

  @Test
  void localsThatMeetAtALabelDoNotShareBits() {
    Statement id =
        new Statement.Assign(new Term.FieldOf(mine(BOTH), "n"), new Term.Literal(NUMBER, 5));
    Occupancy together = occupancy(rule("in", set(X, 4), id, jump("mid")));
    Occupancy apart = occupancy(rule("in", set(X, 4), jump("mid")), rule("in", id, jump("out")));

    assertThat(width(together)).isEqualTo(6);
    assertThat(width(apart)).isEqualTo(3);
  }

  private static int width(Occupancy occupancy) {
    Var counter =
        new Var(
            "pc.work",
            new Sort.ArrayOf(IDS, new Sort.Enumeration("labels", List.of("in", "mid", "out"))),
            Var.Role.COUNTER);
    Specification made =
        new Specification("made", List.of(counter), List.of(), List.of(), List.of(), block());
    Parts parts = new Parts(World.of(IDS, 2), 1);
    return Frame.of(made, "work", occupancy, parts, 64).widths().getFirst();
  }
}
