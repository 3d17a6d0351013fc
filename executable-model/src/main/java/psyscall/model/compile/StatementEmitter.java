package psyscall.model.compile;

import java.lang.classfile.Label;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import psyscall.model.behavior.Actor;
import psyscall.model.compile.Backtracking.Manner;
import psyscall.model.emit.Binding;
import psyscall.model.emit.Code;
import psyscall.model.emit.Index;
import psyscall.model.emit.Leaves;
import psyscall.model.emit.Scope;
import psyscall.model.emit.TermEmitter;
import psyscall.model.interpret.ModelError;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Code of one rule for one actor, as far as it is the same whether all answers of a choice are tried
/// or one is asked for: the code follows the text.
abstract class StatementEmitter {
  final Code code;
  final Rule rule;
  final RuleView view;
  final TermEmitter terms;
  private final Layout layout;
  private final Leaves leaves;
  private final Actor actor;
  private final StoreEmitter stores;

  /// Where the variables of a specification lie.
  ///
  /// @param layout the layout
  /// @param leaves its leaves by variable
  /// @param frames the places of locals
  record Tables(Layout layout, Leaves leaves, Frames frames) {}

  /// @param tables where variables lie
  StatementEmitter(Tables tables, Origin origin, Code code) {
    this.layout = tables.layout();
    this.leaves = tables.leaves();
    this.rule = origin.rule();
    this.actor = origin.actor();
    this.code = code;
    Frames.Who who = new Frames.Who(rule.process(), (int) actor.self());
    this.view = new RuleView(code, tables, new RuleView.Place(who, rule.label()));
    Optional<Sort.Individual> over =
        layout.specification().processes().stream()
            .filter(process -> process.name().equals(rule.process()))
            .findFirst()
            .orElseThrow()
            .over();
    this.terms =
        new TermEmitter(
            code,
            view,
            Optional.empty(),
            over.map(sort -> new TermEmitter.Self(sort, (int) actor.self())));
    this.stores = new StoreEmitter(view, terms, layout, leaves, this::end);
  }

  /// Where a step that is not possible goes on.
  abstract Label impossible();

  /// Hands out the state with the actor at a label, and goes on elsewhere.
  abstract void arrive(String label, Emission.Setting counter);

  /// Hands out the state in which the run has ended, and goes on elsewhere.
  abstract void finish(Emission.Setting ending);

  abstract void pick(Statement.Pick s, Scope scope);

  abstract void either(Statement.Either s, Scope scope);

  abstract void emits(Statement.Emit s, Scope scope);

  abstract void says(Statement.Say s);

  /// Brings into local variables what the rule writes.
  ///
  /// @return those that statements change
  final int[] begin() {
    Set<Frames.Element> assigned = new LinkedHashSet<>();
    Set<Integer> written = new TreeSet<>();
    collect(rule.body(), written, assigned);
    view.begin(written, assigned);
    return view.mutable(assigned);
  }

  private void collect(Block block, Set<Integer> written, Set<Frames.Element> assigned) {
    for (Line line : block.lines()) {
      switch (line.statement()) {
        case Statement.Assign s -> collect(s.place(), written, assigned);
        case Statement.Bulk s -> collect(s.place(), written, assigned);
        case Statement other ->
            Blocks.map(
                other,
                inner -> {
                  collect(inner, written, assigned);
                  return inner;
                });
      }
    }
  }

  private void collect(Term place, Set<Integer> written, Set<Frames.Element> assigned) {
    Var root = StoreEmitter.rootOf(place);
    if (Leaves.isLocal(root)) {
      leaves.of(root).forEach(entry -> assigned.addAll(view.elements(entry.getValue())));
    } else {
      written.addAll(stores.words(root));
    }
  }

  /// A statement that is not cut apart; what it binds is in the scope that is returned.
  final Scope straight(Statement statement, Scope scope) {
    switch (statement) {
      case Statement.Let s -> {
        return terms.bind(s.bound(), s.value(), scope);
      }
      case Statement.Require s -> {
        Index id = terms.popOptional(s.optional(), scope);
        Label known = code.newLabel();
        code.push(id);
        code.builder.ifge(known);
        end(s.ifNil());
        code.builder.labelBinding(known);
        return scope.with(s.bound(), new Binding.Id(id));
      }
      case Statement.Assign s -> stores.assign(s, scope);
      case Statement.Bulk s -> stores.bulk(s, scope);
      case Statement.If s -> {
        Label otherwise = code.newLabel();
        terms.jump(s.condition(), scope, false, otherwise);
        fork(s.then(), scope, otherwise, s.otherwise(), scope);
      }
      case Statement.IfSome s -> {
        Index id = terms.popOptional(s.optional(), scope);
        Label none = code.newLabel();
        terms.jumpIfNil(id, none);
        fork(s.some(), scope.with(s.bound(), new Binding.Id(id)), none, s.none(), scope);
      }
      case Statement.Await s -> terms.jump(s.condition(), scope, false, impossible());
      case Statement.Section s -> {
        terms.jump(s.free(), scope, false, impossible());
        inline(s.body(), scope);
      }
      case Statement.Assert s -> {
        Label holds = code.newLabel();
        terms.jump(s.condition(), scope, true, holds);
        end(s.otherwise());
        code.builder.labelBinding(holds);
      }
      case Statement.Halt s -> end(s.ending());
      case Statement.Goto s -> jump(s.label());
      case Statement.Emit s -> emits(s, scope);
      case Statement.Say s -> says(s);
      case Statement.Pick s -> pick(s, scope);
      case Statement.Either s -> either(s, scope);
      case Statement.Call _, Statement.Return _, Statement.Become _ ->
          throw new ModelError("statement before inlining: " + code.place);
    }
    return scope;
  }

  /// Two blocks of which one runs.
  final void fork(Block first, Scope inFirst, Label toSecond, Block second, Scope inSecond) {
    Label join = code.newLabel();
    inline(first, inFirst);
    if (!first.transfers()) {
      code.builder.goto_(join);
    }
    code.builder.labelBinding(toSecond);
    inline(second, inSecond);
    code.builder.labelBinding(join);
  }

  final void inline(Block block, Scope outer) {
    Scope scope = outer;
    for (Line line : block.lines()) {
      scope = straight(line.statement(), scope);
      if (Choices.transfers(line.statement())) {
        return;
      }
    }
  }

  private void jump(String label) {
    Leaf counter =
        leaves.of(
            layout.specification().variable(Specification.counterName(rule.process())), List.of());
    int[] ids = actor.self() < 0 ? new int[0] : new int[] {(int) actor.self()};
    int ordinal = layout.specification().labels(rule.process()).ordinal(label);
    arrive(label, new Emission.Setting(layout.slot(counter, ids), ordinal));
  }

  private void end(Ending ending) {
    Var variable = layout.specification().variable(Specification.ENDING);
    Slot slot = layout.slot(leaves.of(variable, List.of()));
    int ordinal = ((Sort.Enumeration) variable.sort()).ordinal(ending.name());
    finish(new Emission.Setting(slot, ordinal));
  }
}
