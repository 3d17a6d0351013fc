package psyscall.cli.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import psyscall.cli.catalog.WholeProtocol;
import psyscall.cli.output.EditScript;
import psyscall.spec.analysis.ProcedurePrinter;
import psyscall.spec.process.Block;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.term.Var;

/// What one change makes of the text.
///
/// @param change the change
/// @param before the release on the left, with the changes that come first, but without this step
/// @param after the release on the right
/// @param gone the state variables that are on the left only
/// @param added the state variables that are on the right only
/// @param procedures the procedures that differ, by name
public record ChangeDiff(
    Change change,
    Release before,
    Release after,
    List<String> gone,
    List<String> added,
    List<ProcedureDiff> procedures) {
  /// The name of what is no procedure: how a scenario begins.
  private static final String START = "the initial state";

  /// What differs in a procedure.
  ///
  /// @param name its name
  /// @param script what makes the right text of the left one
  public record ProcedureDiff(String name, EditScript script) {}

  /// Copies the lists.
  public ChangeDiff {
    gone = List.copyOf(gone);
    added = List.copyOf(added);
    procedures = List.copyOf(procedures);
  }

  /// Compares the text before and after a change.
  ///
  /// @param change the change
  /// @param before the release on the left
  /// @param after the same with the change made or taken back
  /// @return the difference
  static ChangeDiff of(Change change, Release before, Release after) {
    Protocol left = GoRuntime.protocol(WholeProtocol.state(before));
    Protocol right = GoRuntime.protocol(WholeProtocol.state(after));
    List<String> old = left.variables().stream().map(Var::name).toList();
    List<String> fresh = right.variables().stream().map(Var::name).toList();
    return new ChangeDiff(
        change,
        before,
        after,
        old.stream().filter(name -> !fresh.contains(name)).toList(),
        fresh.stream().filter(name -> !old.contains(name)).toList(),
        procedures(left, right));
  }

  private static List<ProcedureDiff> procedures(Protocol left, Protocol right) {
    TreeSet<String> names = new TreeSet<>(left.procedures().keySet());
    names.addAll(right.procedures().keySet());
    List<ProcedureDiff> differing = new ArrayList<>();
    differing.add(
        new ProcedureDiff(START, EditScript.of(lines(left.initial()), lines(right.initial()))));
    for (String name : names) {
      differing.add(new ProcedureDiff(name, EditScript.of(lines(left, name), lines(right, name))));
    }
    return differing.stream().filter(each -> !each.script().isEmpty()).toList();
  }

  private static List<String> lines(Block block) {
    return block.lines().stream()
        .flatMap(line -> ProcedurePrinter.print(line.statement()).lines())
        .toList();
  }

  /// The statements of a procedure; what is said above it is left out.
  private static List<String> lines(Protocol protocol, String name) {
    return Optional.ofNullable(protocol.procedures().get(name)).stream()
        .flatMap(ChangeDiff::statements)
        .toList();
  }

  private static Stream<String> statements(ProcedureText text) {
    return ProcedurePrinter.print(text).lines().dropWhile(line -> !line.startsWith("func "));
  }

  /// Whether the release on the right has the change.
  ///
  /// @return false where it is the one on the left
  public boolean isMade() {
    return after.has(change);
  }
}
