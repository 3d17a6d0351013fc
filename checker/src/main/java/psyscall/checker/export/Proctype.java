package psyscall.checker.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import psyscall.model.behavior.State;
import psyscall.model.layout.Layout;
import psyscall.spec.analysis.End;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The text of one process, or of several that start at the same label.
///
/// Our labels are Spin's: control is at `end_` and the label's name, an end label, since a rest is
/// judged by us and not by Spin. The text begins with the label at which the processes start, for a
/// jump at the start would be a step.
final class Proctype {
  private final Specification specification;
  private final Layout layout;
  private final Process process;
  private final Cells cells;
  private final Translator translator;
  private final Map<String, List<Way>> ways;
  private final Optional<Rest> rest;
  private final Turns turns;
  private final LabelNames labels;
  private int scratch;

  /// @param layout tells which locals are in use at a label
  /// @param ways by label
  /// @param rest what is claimed of rests
  Proctype(
      Layout layout,
      Process process,
      Translator translator,
      Map<String, List<Way>> ways,
      Optional<Rest> rest) {
    this.specification = layout.specification();
    this.layout = layout;
    this.process = process;
    this.cells = translator.cells();
    this.translator = translator;
    this.ways = ways;
    this.rest = rest;
    this.turns = new Turns(rest.flatMap(Rest::rounds), process, translator);
    this.labels = new LabelNames(specification.labels(process.name()).values());
  }

  /// How many scratch variables the text needs.
  int scratch() {
    return scratch;
  }

  /// The text.
  ///
  /// @param name the proctype's name
  /// @param count how many processes it is
  /// @param entry the label at which they start
  String text(String name, int count, String entry, State initial) {
    StringBuilder text = new StringBuilder();
    String active = count == 1 ? "active" : "active [" + count + "]";
    text.append("%s proctype %s()\n{\n".formatted(active, name));
    for (Var local : locals()) {
      cells.declarations(local, initial).forEach(line -> text.append("  " + line + "\n"));
    }
    Set<String> order = new LinkedHashSet<>(List.of(entry));
    order.addAll(specification.labels(process.name()).values());
    order.forEach(label -> text.append(label(label)));
    return text.append("}\n").toString();
  }

  /// The options that lead to one label stand together: Spin has room for a limited number of
  /// places where `d_step` sequences end.
  private String label(String label) {
    Map<String, StringBuilder> byTarget = new LinkedHashMap<>();
    List<Way> here = ways.getOrDefault(label, List.of());
    List<Expression> guards = new ArrayList<>();
    for (Way way : here) {
      List<Write> writes = writes(way, label);
      Expression allowed = translator.of(elsewhere(way.path().condition()));
      Expression guard = rest.map(it -> it.guard(way, label, allowed, writes)).orElse(allowed);
      guards.add(guard);
      if (!guard.is(0)) {
        String target =
            switch (way.path().end()) {
              case End.Jump jump -> jump.label();
              case End.Stop _ -> label;
            };
        byTarget
            .computeIfAbsent(labels.of(target), _ -> new StringBuilder())
            .append(option(way, guard, writes));
      }
    }
    for (Turns.Option option : turns.others(here, guards)) {
      byTarget.computeIfAbsent(labels.of(label), _ -> new StringBuilder()).append(option.text());
    }
    if (byTarget.isEmpty()) {
      byTarget.put(labels.of(label), new StringBuilder("    :: false\n"));
    }
    StringBuilder text = new StringBuilder();
    text.append("/* %s */\n%s:\n  if\n".formatted(label, labels.of(label)));
    byTarget.forEach(
        (target, options) ->
            text.append("  :: if\n").append(options).append("    fi -> goto " + target + "\n"));
    return text.append("  fi;\n").toString();
  }

  /// A condition without what the label says already.
  private Term elsewhere(Term condition) {
    Var counter = specification.counter(process.name());
    List<Term> operands = condition instanceof Term.And all ? all.operands() : List.of(condition);
    return new Term.And(
        operands.stream()
            .filter(
                operand -> {
                  Set<Var> reads = new LinkedHashSet<>();
                  Cells.reads(operand, reads);
                  return !reads.contains(counter);
                })
            .toList());
  }

  private List<Write> writes(Way way, String label) {
    Set<Var> dead = way.path().end() instanceof End.Stop ? inUse(way, label) : Set.of();
    List<Write> writes = new ArrayList<>();
    way.path()
        .updates()
        .forEach(
            (variable, value) -> {
              if (!cells.isHidden(variable) && !dead.contains(variable)) {
                writes.addAll(Write.of(variable, value, translator));
              }
            });
    dead.forEach(local -> writes.addAll(reset(local)));
    return writes;
  }

  private String option(Way way, Expression guard, List<Write> writes) {
    Effect effect = Effect.of(writes);
    scratch = Math.max(scratch, effect.scratch());
    return turns.of(way, guard, effect.statements()).stream()
        .map(Turns.Option::text)
        .collect(Collectors.joining());
  }

  /// The locals that whoever ends the run may have set: nobody reads them any more.
  private Set<Var> inUse(Way way, String label) {
    Set<Var> found = new LinkedHashSet<>();
    layout.occupied(process.name(), label).forEach(leaf -> found.add(leaf.variable()));
    way.path().updates().keySet().stream().filter(Proctype::isLocal).forEach(found::add);
    return found;
  }

  private List<Write> reset(Var local) {
    List<Access> own =
        translator.self().stream().<Access>map(it -> new Access.At(it.id())).toList();
    List<Write> writes = new ArrayList<>();
    for (Leaf leaf : cells.leaves(local)) {
      List<List<Access>> entries = List.of(own);
      for (Sort.Individual dim : leaf.dims().subList(own.size(), leaf.dims().size())) {
        entries = entries.stream().flatMap(entry -> entriesOf(entry, dim)).toList();
      }
      for (List<Access> entry : entries) {
        List<Access> path = new ArrayList<>(entry);
        leaf.fields().forEach(field -> path.add(new Access.Field(field)));
        writes.add(new Write(cells.cell(local, path), initial(leaf)));
      }
    }
    return writes;
  }

  private Stream<List<Access>> entriesOf(List<Access> array, Sort.Individual index) {
    return IntStream.range(0, cells.world().size(index))
        .mapToObj(id -> Translator.after(array, new Access.At(Expression.of(id))));
  }

  private static Expression initial(Leaf leaf) {
    return switch (leaf.sort()) {
      case Sort.Optional _ -> Expression.NIL;
      case Sort.Range range -> Expression.of(Math.max(range.low(), Math.min(0, range.high())));
      case Sort _ -> Expression.FALSE;
    };
  }

  /// The locals that the process's rules assign.
  private Set<Var> assigned() {
    Set<Var> found = new LinkedHashSet<>();
    ways.values().forEach(all -> all.forEach(way -> found.addAll(way.path().updates().keySet())));
    found.removeIf(each -> !isLocal(each));
    return found;
  }

  private static boolean isLocal(Var variable) {
    return variable.role() == Var.Role.LOCAL || variable.role() == Var.Role.POLLED_LOCAL;
  }

  private List<Var> locals() {
    Set<Var> assigned = assigned();
    return specification.variables().stream()
        .filter(each -> assigned.contains(each) && cells.isLocal(each))
        .toList();
  }
}
