package psyscall.model.emit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.model.interpret.ModelError;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.spec.process.Process;
import psyscall.spec.term.Var;

/// The scalar parts of the variables of a layout, by variable and fields.
public final class Leaves {
  private final Map<Var, Map<List<Integer>, Leaf>> byVariable = new HashMap<>();
  private final Set<Var> constants = new HashSet<>();

  public Leaves(Layout layout) {
    layout.leaves().forEach(this::add);
    for (Process process : layout.specification().processes()) {
      layout.locals(process.name()).forEach(this::add);
    }
    for (Var variable : layout.specification().variables()) {
      if (isLocal(variable) && !byVariable.containsKey(variable)) {
        constants.add(variable);
        Leaf.of(variable).forEach(this::add);
      }
    }
  }

  private void add(Leaf leaf) {
    byVariable
        .computeIfAbsent(leaf.variable(), _ -> new LinkedHashMap<>())
        .put(leaf.fields(), leaf);
  }

  /// A part of a variable.
  public Leaf of(Var variable, List<Integer> fields) {
    Leaf leaf = byVariable.getOrDefault(variable, Map.of()).get(fields);
    if (leaf == null) {
      throw new ModelError("variable without a place: name=" + variable.name());
    }
    return leaf;
  }

  /// All parts of a variable.
  public Set<Map.Entry<List<Integer>, Leaf>> of(Var variable) {
    return byVariable.getOrDefault(variable, Map.of()).entrySet();
  }

  /// Whether a variable is a local that no rule assigns: it has no place and is always its default.
  public boolean isConstant(Var variable) {
    return constants.contains(variable);
  }

  /// Whether a variable lives in a frame.
  public static boolean isLocal(Var variable) {
    return variable.role() == Var.Role.LOCAL || variable.role() == Var.Role.POLLED_LOCAL;
  }
}
