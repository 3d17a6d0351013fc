package psyscall.spec.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Type;
import psyscall.spec.term.Check;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A procedure of the modelled system: a Java class whose [#body] records its text.
///
/// A label begins an atomic step. A procedure without labels is part of its caller's step; the
/// statements before the first label of any other happen in the caller's step too. Calls are
/// inlined, so there is no recursion; control that never returns passes between root procedures by
/// [#become].
public abstract class Procedure extends Choosing {
  /// The exit of a procedure that has only one.
  public static final String RETURN = "return";

  private final String summary;
  private final Citation source;
  private final List<Var.Local> parameters = new ArrayList<>();
  private final List<Var.Local> locals = new ArrayList<>();
  private final List<OpenLabel> open = new ArrayList<>();
  private Optional<ProcedureText> text = Optional.empty();
  private boolean recording;

  private record OpenArm(String name, StepKind kind, Citation citation, List<Line> lines) {}

  private record OpenLabel(String name, List<OpenArm> arms) {}

  /// Names the procedure.
  ///
  /// @param name its name
  /// @param summary what it is, in one sentence
  /// @param source where it comes from
  protected Procedure(String name, String summary, Citation source) {
    super(name);
    this.summary = summary;
    this.source = source;
  }

  /// A procedure that is named like its class.
  ///
  /// @param summary what it is, in one sentence
  /// @param source where it comes from
  protected Procedure(String summary, Citation source) {
    this.summary = summary;
    this.source = source;
  }

  /// Where the procedure comes from.
  ///
  /// @return the citation of the whole procedure
  protected final Citation origin() {
    return source;
  }

  /// Records the statements, once.
  protected abstract void body();

  /// Declares a parameter; to be called in the constructor.
  ///
  /// @param <E> the handle
  /// @param called its name
  /// @param type its sort; an id sort is assigned by every call
  /// @return a handle on the parameter
  protected final <E extends Expr> E parameter(String called, Type<E> type) {
    E handle = local(called, type);
    parameters.add(locals.getLast());
    return handle;
  }

  /// Declares a local variable that lives across labels; it is reset by itself where it is dead.
  ///
  /// @param <E> the handle
  /// @param called its name
  /// @param type its sort; an id sort must be assigned before it is read, on every path
  /// @return a handle on the variable
  protected final <E extends Expr> E local(String called, Type<E> type) {
    Var.Local variable = new Var.Local(name(), called, type.sort());
    locals.add(variable);
    return type.of(new Term.Local(variable));
  }

  /// The individual whose process runs the procedure.
  ///
  /// @param <K> its marker type
  /// @param ids the id sort of the process set
  /// @return its id
  protected final <K> Id<K> self(Ids<K> ids) {
    return ids.id().of(new Term.Self(ids.sort()));
  }

  /// The individual whose process runs the procedure, or nil in a process of another kind.
  ///
  /// @param <K> its marker type
  /// @param ids an id sort
  /// @return its id, or nil
  protected final <K> Opt<K> selfOrNil(Ids<K> ids) {
    return ids.opt().of(new Term.SelfOrNil(ids.sort()));
  }

  /// Begins an atomic protocol step.
  ///
  /// @param label the label's name
  /// @param step the step of the fact sheet
  protected final void label(String label, String step) {
    label(StepKind.PROTOCOL, label, step);
  }

  /// Begins an atomic step.
  ///
  /// @param kind who is responsible for it
  /// @param label the label's name
  /// @param step the step of the fact sheet
  protected final void label(StepKind kind, String label, String step) {
    open.add(new OpenLabel(label, new ArrayList<>()));
    arm(kind, label, step);
  }

  /// Begins an atomic protocol step that comes from elsewhere.
  ///
  /// @param label the label's name
  /// @param citation where it comes from
  protected final void label(String label, Citation citation) {
    open.add(new OpenLabel(label, new ArrayList<>()));
    arm(StepKind.PROTOCOL, label, citation);
  }

  /// Begins another step that is possible at the same label.
  ///
  /// @param kind who is responsible for it
  /// @param arm its name, unique in the procedure
  /// @param step the step of the fact sheet
  protected final void or(StepKind kind, String arm, String step) {
    if (open.isEmpty()) {
      throw new IllFormed("alternative without a label: name=" + arm);
    }
    arm(kind, arm, step);
  }

  /// Begins another step that is possible at the same label and comes from elsewhere.
  ///
  /// @param kind who is responsible for it
  /// @param arm its name, unique in the procedure
  /// @param citation where it comes from
  protected final void or(StepKind kind, String arm, Citation citation) {
    if (open.isEmpty()) {
      throw new IllFormed("alternative without a label: name=" + arm);
    }
    arm(kind, arm, citation);
  }

  private void arm(StepKind kind, String arm, String step) {
    arm(kind, arm, source.at(step));
  }

  private void arm(StepKind kind, String arm, Citation citation) {
    if (open.stream().anyMatch(l -> l.arms().stream().anyMatch(a -> a.name().equals(arm)))) {
      throw new IllFormed("label declared twice: name=" + arm);
    }
    List<Line> lines = beginBlock();
    open.getLast().arms().add(new OpenArm(arm, kind, citation, lines));
    enter(arm);
  }

  /// Ends the step; the process goes on at a label of this procedure.
  ///
  /// @param label its name
  protected final void goTo(String label) {
    add(new Statement.Goto(label));
  }

  /// Ends the step; the process goes on at the first label of a root procedure.
  ///
  /// @param procedure its name
  protected final void become(String procedure) {
    add(new Statement.Become(procedure));
  }

  /// Leaves the procedure.
  protected final void ret() {
    ret(RETURN);
  }

  /// Leaves the procedure by a named exit.
  ///
  /// @param exit its name
  protected final void ret(String exit) {
    add(new Statement.Return(exit));
  }

  /// What happens, in the returning step, when a callee leaves by an exit.
  ///
  /// @param name the exit's name
  /// @param body what is done; if it does not jump, control goes on at the caller's next label
  public record Exit(String name, Runnable body) {}

  /// Calls a procedure. One without labels and returns goes on with the next statement; after any
  /// other, control comes back at the next label.
  ///
  /// @param callee the procedure
  /// @param arguments one for each parameter
  protected final void call(Procedure callee, Expr... arguments) {
    boolean leaves = callee.text().leaves();
    Map<String, Block> continuations = leaves ? Map.of(RETURN, Block.EMPTY) : Map.of();
    record(callee, arguments, continuations, leaves);
  }

  /// Calls a procedure that has several exits.
  ///
  /// @param callee the procedure
  /// @param arguments one for each parameter
  /// @param exits what happens for each exit
  protected final void call(Procedure callee, List<? extends Expr> arguments, Exit... exits) {
    Map<String, Block> continuations = new LinkedHashMap<>();
    for (Exit exit : exits) {
      continuations.put(exit.name(), nested(exit.body()));
    }
    record(callee, arguments.toArray(Expr[]::new), continuations, true);
  }

  private void record(
      Procedure callee, Expr[] arguments, Map<String, Block> continuations, boolean leaves) {
    List<Var.Local> wanted = callee.text().parameters();
    if (wanted.size() != arguments.length) {
      throw new IllFormed(
          "arguments of a call: callee="
              + callee.name()
              + ", wanted="
              + wanted.size()
              + ", given="
              + arguments.length);
    }
    List<Term> terms = Arrays.stream(arguments).map(Expr::term).toList();
    for (int at = 0; at < terms.size(); at++) {
      Var.Local parameter = wanted.get(at);
      String role = "argument " + parameter.name() + " of " + callee.name();
      Check.fits(role, parameter.sort(), terms.get(at));
    }
    add(new Statement.Call(callee.name(), terms, continuations, leaves));
  }

  /// What the procedure says, recorded at the first call.
  ///
  /// @return the text
  /// @throws IllFormed if the body is not well formed, naming procedure and label
  public final ProcedureText text() {
    if (text.isEmpty()) {
      if (recording) {
        throw new IllFormed("recursive call: callee=" + name());
      }
      recording = true;
      try {
        text = Optional.of(record());
      } catch (IllFormed e) {
        throw placed(e);
      }
    }
    return text.get();
  }

  private IllFormed placed(IllFormed e) {
    if (e.getMessage() != null && e.getMessage().contains("procedure=")) {
      return e;
    }
    return new IllFormed(
        e.getMessage() + "; procedure=" + name() + ", label=" + (here().isEmpty() ? "-" : here()),
        e);
  }

  private ProcedureText record() {
    List<Line> opening = beginBlock();
    body();
    List<LabelText> labels = new ArrayList<>();
    for (int at = 0; at < open.size(); at++) {
      Statement next =
          at + 1 < open.size()
              ? new Statement.Goto(open.get(at + 1).name())
              : new Statement.Return(RETURN);
      List<Arm> arms = new ArrayList<>();
      for (OpenArm arm : open.get(at).arms()) {
        enter(arm.name());
        Block body = Completion.complete(new Block(arm.lines()), line(next));
        Block numbered = Completion.numbered(body, name(), arm.name());
        arms.add(new Arm(arm.name(), arm.kind(), arm.citation(), numbered));
      }
      labels.add(new LabelText(open.get(at).name(), arms));
    }
    enter("");
    ProcedureText recorded =
        new ProcedureText(name(), summary, source, parameters, locals, new Block(opening), labels);
    Block before = recorded.opening();
    if (recorded.leaves()) {
      Statement next =
          labels.isEmpty()
              ? new Statement.Return(RETURN)
              : new Statement.Goto(labels.getFirst().name());
      before = Completion.complete(before, line(next));
    }
    return recorded.with(Completion.numbered(before, name(), ""), labels);
  }
}
