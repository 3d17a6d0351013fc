package psyscall.spec.toy;

import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Event;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Clients post themselves in a bounded queue from which one server takes them. Everything that can
/// end a run does: the queue overflows, the server's counter leaves its range, it follows nil after
/// a spurious wake-up, a client throws, and the server closes.
public final class Mailbox {
  /// Marks ids of a client.
  public interface G {
    /// The id sort.
    Ids<G> IDS = Ids.of("G");
  }

  /// A client reads its answer when another was answered since.
  public static final Ending OVERTAKEN = Ending.thrown("overtaken", "answer: overtaken");

  /// The server finds its last answer unread.
  public static final Ending UNREAD = Ending.thrown("unread", "serve: answer is unread");

  /// The server closes.
  public static final Ending CLOSED = new Ending("closed", Ending.Kind.FINAL, "the server closes");

  /// A client is served.
  public static final Event SERVED =
      new Event(
          "Served",
          List.of(
              new Sort.Field("client", G.IDS.sort()),
              new Sort.Field("waiting", Int.range(0, 9).sort())));

  private final Declared declared = new Declared();
  private final Fifo<G> queue = declared.field("box.queue", G.IDS.fifo(2));
  private final Opt<G> last = declared.field("box.last", G.IDS.opt());
  private final Int served = declared.field("box.served", Int.range(0, 3));
  private final Arr<G, Bool> answered = declared.field("g.answered", G.IDS.array(Bool.TYPE));
  private final Bool wakeup = declared.variable("box.wakeup", Bool.TYPE, Var.Role.POLLED);

  private Mailbox() {}

  /// The toy before inlining.
  public static Protocol protocol() {
    Mailbox toy = new Mailbox();
    return toy.declared.protocol(
        "mailbox",
        List.of(
            Process.of("G", Optional.of(G.IDS.sort()), List.of("post")),
            Process.of("server", Optional.empty(), List.of("serve"))),
        List.of(toy.new Post(), toy.new Serve()),
        Block.EMPTY);
  }

  /// The toy as rules.
  public static Specification specification() {
    return Flattening.of(protocol());
  }

  private final class Post extends Procedure {
    Post() {
      super("post", "Posts itself and waits for the answer.", Declared.MODEL);
    }

    @Override
    protected void body() {
      Id<G> me = self(G.IDS);
      label(StepKind.ENVIRONMENT, "send", "C1");
      when(queue.elements().has(me), () -> await(Bool.FALSE));
      set(queue, queue.append(me));
      set(wakeup, true);
      say("posts itself");
      label("answer", "C2");
      await(answered.of(me));
      check(last.isNilOr(g -> g.is(me)), OVERTAKEN);
      set(answered.of(me), false);
      when(last.isSomeAnd(_ -> wakeup), () -> clear(last));
      goTo("send");
    }
  }

  private final class Serve extends Procedure {
    private final Id<G> client = local("client", G.IDS.id());

    Serve() {
      super("serve", "Answers clients in the order of their posts.", Declared.MODEL);
    }

    @Override
    protected void body() {
      label(StepKind.POLLING, "sleep", "S1");
      await(wakeup);
      set(wakeup, false);
      label("wake", "S2");
      ifSome(
          queue.first(),
          g -> {
            set(client, g);
            set(queue, queue.rest());
          },
          () -> goTo("spurious"));
      label("count", "S3");
      set(served, served.plus(1));
      emit(SERVED, client, queue.size());
      set(answered.of(client), true);
      set(last, client);
      when(queue.isEmpty(), () -> goTo("sleep"), () -> goTo("wake"));
      label("spurious", "S4");
      when(served.is(1), () -> goTo("sleep"));
      Id<G> late = follow("late", last);
      check(answered.of(late).not(), UNREAD);
      halt(CLOSED);
    }
  }
}
