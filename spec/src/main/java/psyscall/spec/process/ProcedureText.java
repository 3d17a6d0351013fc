package psyscall.spec.process;

import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.term.Var;

/// What a procedure says, before inlining.
///
/// @param name its name
/// @param summary what it is, in one sentence
/// @param source where it comes from
/// @param parameters its parameters in order; they are locals too
/// @param locals its local variables, parameters included
/// @param opening the statements before the first label: they happen in the caller's step
/// @param labels its labels in order; a procedure without labels is part of its caller's step
public record ProcedureText(
    String name,
    String summary,
    Citation source,
    List<Var.Local> parameters,
    List<Var.Local> locals,
    Block opening,
    List<LabelText> labels) {
  /// Copies the lists.
  public ProcedureText {
    parameters = List.copyOf(parameters);
    locals = List.copyOf(locals);
    labels = List.copyOf(labels);
  }

  /// Whether control comes back from a call in a step of its own or by an explicit return, so that
  /// the call must be the last of its block.
  ///
  /// @return whether there are labels, or an opening that returns or calls a procedure that leaves
  public boolean leaves() {
    return !labels.isEmpty() || opening.lines().stream().anyMatch(line -> leaves(line.statement()));
  }

  private static boolean leaves(Statement statement) {
    return statement instanceof Statement.Return
        || (statement instanceof Statement.Call call && call.leaves())
        || Blocks.nested(statement).stream().anyMatch(ProcedureText::leaves);
  }

  /// The same text with another opening and other labels.
  ///
  /// @param newOpening the statements before the first label
  /// @param newLabels the labels
  /// @return the changed text
  public ProcedureText with(Block newOpening, List<LabelText> newLabels) {
    return new ProcedureText(name, summary, source, parameters, locals, newOpening, newLabels);
  }
}
