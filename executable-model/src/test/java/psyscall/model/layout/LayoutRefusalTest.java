package psyscall.model.layout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
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
import psyscall.spec.toy.Checksum;
import psyscall.spec.toy.Mailbox;

/// What has no layout, and what does not fit into one.
class LayoutRefusalTest {
  private static final World THREE = World.of(Mailbox.G.IDS.sort(), 3);

  private final Layout mailbox = Layout.of(Mailbox.specification(), THREE);
  private final State initial = new Interpreter(Mailbox.specification(), THREE).initial();
  private final long[] words = new long[64];

  @Test
  void localThatIsNotReset() {
    State state = initial.with(initial.schema().indexOf("server.serve.client"), Scalar.of(2));

    assertThatThrownBy(() -> mailbox.pack(state, words, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("local without room: name=server.serve.client, value=G2, label=serve.sleep");
  }

  @Test
  void valueOutsideItsSort() {
    State state = initial.with(initial.schema().indexOf("box.last"), Scalar.of(3));

    assertThatThrownBy(() -> mailbox.pack(state, words, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "value outside its sort: value=3, sort=Optional[of=Individual[name=G]], width=2");
  }

  @Test
  void queueBeyondItsCapacity() {
    State state = initial.with(initial.schema().indexOf("box.queue"), Queue.of(0, 1, 2));

    assertThatThrownBy(() -> mailbox.pack(state, words, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("queue beyond its capacity: length=3, limit=2");
  }

  @Test
  void memoryWithMoreCellsThanThereIsRoomFor() {
    World world = World.of(Checksum.T.IDS.sort(), 1);
    Interpreter interpreter = new Interpreter(Checksum.specification(), world);
    Layout layout = Layout.of(interpreter.specification(), world, 2);
    Value memory = Memory.ZERO.store(0, 8, 1).store(8, 8, 1).store(-8, 8, 1);
    State state = interpreter.initial().with(interpreter.schema().indexOf("memory"), memory);

    assertThatThrownBy(() -> layout.pack(state, words, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("memory with more cells than its layout: variable=memory, cells=3, limit=2");
  }

  @Test
  void memoryWithoutCells() {
    assertThatThrownBy(() -> Layout.of(Mailbox.specification(), THREE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cells of a memory: cells=0, limit=1..");
  }

  @Test
  void stateOfMoreThan64Words() {
    World world = World.of(Checksum.T.IDS.sort(), 1);

    assertThatThrownBy(() -> Layout.of(Checksum.specification(), world, 32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("state too large: specification=checksum, words=65, limit=64");
  }

  @Test
  void setOfMoreThan64() {
    Sort.Individual ids = new Sort.Individual("A");
    Sort set = new Sort.SetOf(ids);

    assertThatThrownBy(() -> Coding.width(set, World.of(ids, 65)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sort too wide for a word: sort=" + set + ", width=65, limit=64");
  }

  @Test
  void queueOfMoreThan64Bits() {
    Sort.Individual ids = new Sort.Individual("A");
    Sort queue = new Sort.Queue(ids, 21);

    assertThatThrownBy(() -> Coding.width(queue, World.of(ids, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sort too wide for a word: sort=" + queue + ", width=67, limit=64");
  }

  @Test
  void processThatIsNotThere() {
    assertThatThrownBy(() -> mailbox.locals("client"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown process: name=client, available=[G, server]");
  }

  @Test
  void localWithoutItsLabel() {
    Leaf client = mailbox.locals("server").getFirst();

    assertThatThrownBy(() -> mailbox.slot(client))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("part without a fixed place: name=server.serve.client");
  }

  @Test
  void localOfAnotherProcess() {
    Leaf client = mailbox.locals("server").getFirst();

    assertThatThrownBy(() -> mailbox.localSlot("G", 0, "post.send", client))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("local of another process: name=server.serve.client, process=G");
  }

  @Test
  void partWithoutItsIds() {
    Leaf answered = Leaf.of(Mailbox.specification().variable("g.answered")).getFirst();

    assertThatThrownBy(() -> mailbox.slot(answered))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ids of a part: name=g.answered, wanted=1, given=0");
  }

  @Test
  void partOfAnIndividualThatIsNotThere() {
    Leaf answered = Leaf.of(Mailbox.specification().variable("g.answered")).getFirst();

    assertThatThrownBy(() -> mailbox.slot(answered, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id of a part: name=g.answered, id=3, limit=0..2");
  }

  private static final Var LOCAL = new Var("x", Sort.TRUTH, Var.Role.LOCAL);

  private static Rule assigning(String process, Var local, Term value) {
    Line assign =
        new Line(new Address(process, "do", 1), new Statement.Assign(new Term.Read(local), value));
    Line again = new Line(new Address(process, "do", 2), new Statement.Goto("do"));
    return new Rule(
        process,
        "do",
        new Address(process, "do", 0),
        StepKind.PROTOCOL,
        new Citation("", List.of(), "", ""),
        new Block(List.of(assign, again)));
  }

  private static Specification specification(Var local, Rule... rules) {
    List<Process> processes =
        List.of(
            Process.of("a", Optional.empty(), List.of()),
            Process.of("b", Optional.empty(), List.of()));
    Sort.Enumeration labels = new Sort.Enumeration("labels", List.of("do"));
    Sort.Enumeration endings = new Sort.Enumeration(Specification.ENDING, List.of("running"));
    return new Specification(
        "made",
        List.of(
            local,
            new Var("pc.a", labels, Var.Role.COUNTER),
            new Var("pc.b", labels, Var.Role.COUNTER),
            new Var(Specification.ENDING, endings, Var.Role.ENDING)),
        processes,
        List.of(rules),
        List.of(),
        Block.EMPTY);
  }

  @Test
  void localOfTwoProcesses() {
    Term yes = new Term.Literal(Sort.TRUTH, 1);
    Specification both =
        specification(LOCAL, assigning("a", LOCAL, yes), assigning("b", LOCAL, yes));

    assertThatThrownBy(() -> Layout.of(both, World.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("local of two processes: variable=x, processes=[a, b]");
  }

  @Test
  void localMemory() {
    Var memory = new Var("x", new Sort.Memory(), Var.Role.LOCAL);
    Specification made =
        specification(memory, assigning("a", memory, new Term.Empty(memory.sort())));

    assertThatThrownBy(() -> Layout.of(made, World.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("local memory: variable=x");
  }

  @Test
  void localThatNobodyAssignsAndThatIsNotItsDefault() {
    Specification made = specification(LOCAL);
    Layout layout = Layout.of(made, World.of());
    State state = State.of(layout.schema(), Scalar.TRUE, Scalar.of(0), Scalar.of(0), Scalar.of(0));

    assertThatThrownBy(() -> layout.pack(state, words, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("local without room: name=x, value=true, none of the rules assigns it");
  }
}
