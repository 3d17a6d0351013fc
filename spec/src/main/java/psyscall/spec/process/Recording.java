package psyscall.spec.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Opt;
import psyscall.spec.term.Bound;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// The statements of the embedded language: each method records one.
///
/// What a lambda records is nested; the methods are called while a procedure's text is recorded and
/// have no other effect.
public abstract class Recording {
  private final Deque<List<Line>> blocks = new ArrayDeque<>();
  private final String owner;
  private String label = "";

  /// Starts with nothing recorded.
  ///
  /// @param owner the procedure's name, for addresses and messages
  protected Recording(String owner) {
    this.owner = owner;
  }

  /// Starts with nothing recorded, named like the class.
  protected Recording() {
    this.owner = getClass().getSimpleName();
  }

  /// The procedure's name.
  ///
  /// @return the name for addresses and messages
  public final String name() {
    return owner;
  }

  final String here() {
    return label;
  }

  final void enter(String newLabel) {
    label = newLabel;
  }

  /// The statement at a provisional address; [Completion] gives the final one.
  final Line line(Statement statement) {
    return new Line(new Address(owner, label, 0), statement);
  }

  final void add(Statement statement) {
    List<Line> open = blocks.peek();
    if (open == null) {
      throw new IllFormed("statement outside a procedure's body");
    }
    if (new Block(open).transfers()) {
      throw new IllFormed("statement that is never reached: statement=" + statement);
    }
    open.add(line(statement));
  }

  /// Begins a step's block at the top level; the former one is complete.
  final List<Line> beginBlock() {
    if (blocks.size() > 1) {
      throw new IllFormed("label inside a nested block");
    }
    blocks.clear();
    List<Line> fresh = new ArrayList<>();
    blocks.push(fresh);
    return fresh;
  }

  final Block nested(Runnable body) {
    blocks.push(new ArrayList<>());
    body.run();
    return new Block(blocks.pop());
  }

  /// Does something if a condition holds.
  ///
  /// @param condition the condition
  /// @param then what is done
  protected final void when(Bool condition, Runnable then) {
    when(condition, then, () -> {});
  }

  /// Does one of two things.
  ///
  /// @param condition decides
  /// @param then what is done if it holds
  /// @param otherwise what is done if not
  protected final void when(Bool condition, Runnable then, Runnable otherwise) {
    Block first = nested(then);
    add(new Statement.If(condition.term(), first, nested(otherwise)));
  }

  /// Follows an optional id.
  ///
  /// @param <K> whose id
  /// @param optional the id or nil
  /// @param some what is done with an id
  /// @param none what is done for nil
  protected final <K> void ifSome(Opt<K> optional, Consumer<Id<K>> some, Runnable none) {
    Ids<K> ids = idsOf(optional);
    Bound bound = ids.bound();
    Block first = nested(() -> some.accept(ids.id().of(bound)));
    add(new Statement.IfSome(optional.term(), bound, first, nested(none)));
  }

  /// Names a value as it is now.
  ///
  /// @param <E> the handle
  /// @param called how it prints
  /// @param value the value
  /// @return a handle on the value as it was here, for the rest of the block
  protected final <E extends Expr> E let(String called, E value) {
    Bound bound = new Bound(called, value.term().sort());
    add(new Statement.Let(bound, value.term()));
    return Expr.like(value, new Term.Reference(bound));
  }

  /// The id of an optional; following nil ends the run, as in Go.
  ///
  /// @param <K> whose id
  /// @param called how it prints
  /// @param optional an id, or nil by mistake of the modelled system
  /// @return the id, for the rest of the block
  protected final <K> Id<K> follow(String called, Opt<K> optional) {
    return require(called, optional, Ending.NIL_DEREFERENCE);
  }

  /// The id of an optional that the modelled system checks.
  ///
  /// @param <K> whose id
  /// @param called how it prints
  /// @param optional an id or nil
  /// @param ifNil the throw for nil
  /// @return the id, for the rest of the block
  protected final <K> Id<K> require(String called, Opt<K> optional, Ending ifNil) {
    Ids<K> ids = idsOf(optional);
    Bound bound = new Bound(called, ids.sort());
    add(new Statement.Require(bound, optional.term(), ifNil));
    return ids.id().of(bound);
  }

  private static <K> Ids<K> idsOf(Opt<K> optional) {
    return new Ids<>(((Sort.Optional) optional.term().sort()).of());
  }

  /// The step is possible only if the condition holds here.
  ///
  /// @param condition what it waits for
  protected final void await(Bool condition) {
    add(new Statement.Await(condition.term()));
  }

  /// What the modelled system checks.
  ///
  /// @param condition what must hold
  /// @param otherwise the throw if it does not
  protected final void check(Bool condition, Ending otherwise) {
    add(new Statement.Assert(condition.term(), otherwise));
  }

  /// Ends the run.
  ///
  /// @param ending how
  protected final void halt(Ending ending) {
    add(new Statement.Halt(ending));
  }

  /// Statements under a lock, all at once.
  ///
  /// @param lock the lock's name
  /// @param free when it can be taken
  /// @param body what is done while holding it
  protected final void section(String lock, Bool free, Runnable body) {
    add(new Statement.Section(lock, free.term(), nested(body)));
  }

  /// An observable event.
  ///
  /// @param event its kind
  /// @param arguments its arguments, in order
  protected final void emit(Event event, Expr... arguments) {
    add(new Statement.Emit(event, Arrays.stream(arguments).map(Expr::term).toList()));
  }

  /// What the step does, in one clause; the last one on the path counts.
  ///
  /// @param clause a clause that goes with the thread as its subject, such as `takes its old P
  ///   back`
  protected final void say(String clause) {
    add(new Statement.Say(clause));
  }
}
