package psyscall.spec.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import psyscall.spec.citation.Citation;
import psyscall.spec.process.Address;
import psyscall.spec.process.Arm;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.Line;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Statement;
import psyscall.spec.process.StepKind;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Prints a procedure for people who know Go, before inlining, so that it can be laid beside the
/// source: Go's statements where Go has them, plain words for what the model adds (`wait until`,
/// `pick`, `choose`, `for all`).
///
/// What a line of the text does by itself is not printed: going on at the next label, and coming
/// back at the end. A label stands at the margin; behind it are its kind, unless it is the
/// protocol's own step, and its step of the fact sheet. When a lock is free is left to the lock's
/// name.
public final class ProcedurePrinter {
  /// Where the steps behind the labels end.
  private static final int MARGIN = 72;

  private final ProcedureText text;
  private final Names names;
  private final Page page = new Page();

  private ProcedurePrinter(ProcedureText text) {
    this.text = text;
    this.names = Names.beside(words(text));
  }

  /// A procedure as text.
  ///
  /// @param text what it says
  /// @return lines of at most 100 columns, unless a single condition or name is longer
  public static String print(ProcedureText text) {
    return new ProcedurePrinter(text).print();
  }

  /// A statement as text, as it would stand in a procedure.
  ///
  /// @param statement a statement before or after inlining
  /// @return one line or more
  public static String print(Statement statement) {
    Page page = new Page();
    Names names = Names.beside(Set.of());
    Address nowhere = new Address("", "", 0);
    Block block = new Block(List.of(new Line(nowhere, statement)));
    new StatementPrinter(page, 0, names, Optional.empty()).block(block);
    return page.toString();
  }

  private String print() {
    page.comment(0, text.name() + ": " + text.summary());
    page.comment(0, text.source().toString());
    page.add(0, "func " + text.name() + parameters() + " {");
    for (Var.Local local : text.locals()) {
      if (!text.parameters().contains(local)) {
        page.add(1, "var " + local.name() + " " + StatementPrinter.type(local.sort()));
      }
    }
    body(text.opening(), behind(0));
    for (int at = 0; at < text.labels().size(); at++) {
      LabelText label = text.labels().get(at);
      for (Arm arm : label.arms()) {
        boolean isFirst = arm.equals(label.arms().getFirst());
        page.add(0, header(isFirst ? label.name() : "or " + arm.name(), arm));
        body(arm.body(), behind(at + 1));
      }
    }
    page.add(0, "}");
    return page.toString();
  }

  private void body(Block block, Statement implied) {
    new StatementPrinter(page, 1, names, Optional.of(implied)).block(block);
  }

  /// What happens where nothing is said: the next label, or the end.
  private Statement behind(int label) {
    return label < text.labels().size()
        ? new Statement.Goto(text.labels().get(label).name())
        : new Statement.Return(Procedure.RETURN);
  }

  private String parameters() {
    return text.parameters().stream()
        .map(parameter -> parameter.name() + " " + StatementPrinter.type(parameter.sort()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String header(String label, Arm arm) {
    Citation citation = arm.citation();
    String step =
        citation.equals(text.source().at(citation.step())) ? citation.step() : citation.toString();
    String kind = arm.kind() == StepKind.PROTOCOL ? "" : arm.kind().name().toLowerCase(Locale.ROOT);
    String note = kind.isEmpty() || step.isEmpty() ? kind + step : kind + "  " + step;
    int gap = Math.max(2, MARGIN - label.length() - 1 - note.length());
    return note.isEmpty() ? label + ":" : label + ":" + " ".repeat(gap) + note;
  }

  /// The words that bound variables must not have: locals, the processes, variables of one word.
  private static Set<String> words(ProcedureText text) {
    Set<String> words = new HashSet<>();
    text.locals().forEach(local -> words.add(local.name()));
    words(text.opening(), words);
    text.labels().forEach(label -> label.arms().forEach(arm -> words(arm.body(), words)));
    return words;
  }

  private static void words(Block block, Set<String> words) {
    for (Line line : block.lines()) {
      Blocks.mapTerms(
          line.statement(),
          term -> {
            words(term, words);
            return term;
          });
      Blocks.map(
          line.statement(),
          inner -> {
            words(inner, words);
            return inner;
          });
    }
  }

  private static void words(Term term, Set<String> words) {
    switch (term) {
      case Term.Self(Sort.Individual sort) -> words.add(TermPrinter.self(sort));
      case Term.Read(Var variable) -> words.add(variable.name());
      case Term other -> Traversal.parts(other).forEach(part -> words(part, words));
    }
  }
}
