package psyscall.spec.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// A layer below refines the lifecycle: each of its steps is an allowed sequence of events, and its
/// fields say afterwards what the lifecycle says.
///
/// The layer below calls the rules of the events where they happen. Told, a rule only keeps the
/// ghosts up to date. Checked, it refuses what is not allowed: the run ends. The variables of the
/// lifecycle that the layer below mirrors in its own fields live within one step only: they are
/// taken from the fields when the step begins, changed by its events, and compared with the fields
/// when it ends (Abadi, Lamport: The Existence of Refinement Mappings, 1991).
public final class Refinement {
  /// The fields of the layer below are not what its events say.
  public static final Ending MISMATCH =
      Ending.refused("refused-mismatch", "the fields are not what the events say");

  private Refinement() {}

  /// The rules as a layer below calls them that is not checked.
  ///
  /// @param lifecycle the rules
  /// @return their texts by name
  public static Map<String, ProcedureText> told(Lifecycle lifecycle) {
    Map<String, ProcedureText> texts = new TreeMap<>();
    Set<Var> ghosts = Set.copyOf(lifecycle.state().ghosts());
    lifecycle.rules().forEach(rule -> texts.put(rule.name(), Forms.told(rule.text(), ghosts)));
    return texts;
  }

  /// Where the ghosts of a layer below start.
  ///
  /// @param lifecycle the rules
  /// @param initial what else is so at the start
  /// @return both
  public static Block start(Lifecycle lifecycle, Block initial) {
    Set<Var> ghosts = Set.copyOf(lifecycle.state().ghosts());
    List<Line> lines = new ArrayList<>(Forms.told(lifecycle.initial(), ghosts).lines());
    lines.addAll(initial.lines());
    return new Block(lines);
  }

  /// The rules of a layer below that is checked.
  ///
  /// @param below its protocol, which calls the rules of events
  /// @param lifecycle the rules
  /// @param mapping what each mirror is in terms of the fields of the layer below
  /// @return the specification; where a step is refused, the run ends in an ending of the kind
  ///   [Ending.Kind#REFUSED]
  public static Specification checked(Protocol below, Lifecycle lifecycle, Map<Var, Term> mapping) {
    Protocol checking = below;
    for (EventRule rule : lifecycle.rules()) {
      checking = checking.with(rule.text());
    }
    return new Mirrors(Flattening.of(checking), mapping).specification();
  }

  /// Whether steps are checked.
  ///
  /// @param specification the rules of a layer below
  /// @return whether some of them can be refused
  public static boolean isChecked(Specification specification) {
    return specification.endings().contains(MISMATCH);
  }
}
