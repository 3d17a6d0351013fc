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

/// Code of one rule for one actor: a method that hands out a successor for each way through the
/// rule.
///
/// The code follows the text. Where a choice is met, what comes after it runs once for each answer,
/// with the variables as they were before; what comes after a choice therefore lies inside its
/// loop, and a branch that chooses gets a copy of what follows it.
final class RuleEmitter {
  private final Layout layout;
  private final Leaves leaves;
  private final Rule rule;
  private final Actor actor;
  private final Code code;
  private final RuleView view;
  private final TermEmitter terms;
  private final StoreEmitter stores;
  private final ChoiceEmitter choices;
  private final Backtracking backtracking;
  private final IdentityHashMap<Rest, Label> shared = new IdentityHashMap<>();
  private final Emission emission;
  private final Label done;

  /// Where the variables of a specification lie.
  ///
  /// @param layout the layout
  /// @param leaves its leaves by variable
  /// @param frames the places of locals
  record Tables(Layout layout, Leaves leaves, Frames frames) {}

  /// What runs after a block: the rest of the block around it, and so on outwards.
  ///
  /// @param lines the lines of the block around
  /// @param from where it goes on
  /// @param scope what is bound there
  /// @param outer what runs after that
  record Rest(List<Line> lines, int from, Scope scope, Optional<Rest> outer) {}

  /// @param tables where variables lie
  RuleEmitter(Tables tables, Rule rule, Actor actor, int tag, Code code) {
    this.layout = tables.layout();
    this.leaves = tables.leaves();
    this.rule = rule;
    this.actor = actor;
    this.code = code;
    this.done = code.newLabel();
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
    this.emission = new Emission(code, view, layout, view.frame(), tag);
    this.stores = new StoreEmitter(view, terms, layout, leaves, this::brokenLimit);
    this.backtracking =
        new Backtracking(
            code, done, Choices.areShared(rule.body()) ? Manner.SHARED : Manner.NESTED);
    this.choices = new ChoiceEmitter(code, terms, backtracking);
  }

  /// Where a step that is over or impossible goes on: to the next answer, or to the end.
  private Label next() {
    return backtracking.next();
  }

  /// Writes the method.
  void emit() {
    Set<Frames.Element> assigned = new LinkedHashSet<>();
    Set<Integer> written = new TreeSet<>();
    collect(rule.body(), written, assigned);
    boolean shares = backtracking.manner() == Manner.SHARED;
    Label clear = code.newLabel();
    Label start = code.newLabel();
    if (shares) {
      code.builder.goto_(clear).labelBinding(start);
    }
    backtracking.begin();
    view.begin(written, assigned);
    choices.setMutable(view.mutable(assigned));
    block(rule.body().lines(), 0, Scope.EMPTY, Optional.empty());
    backtracking.end();
    if (shares) {
      // Code that is reached in several ways may use any variable: the verifier wants them set.
      code.builder.labelBinding(clear);
      code.clearVariables();
      code.builder.goto_(start);
    }
    code.builder.labelBinding(done).iload(Emission.COUNT).ireturn();
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

  /// Statements from one on, then what runs after the block.
  private void block(List<Line> lines, int from, Scope outer, Optional<Rest> rest) {
    Scope scope = outer;
    for (int at = from; at < lines.size(); at++) {
      Statement statement = lines.get(at).statement();
      if (Choices.areMetIn(statement)) {
        branches(statement, scope, Optional.of(new Rest(lines, at + 1, scope, rest)));
        return;
      }
      scope = straight(statement, scope);
      if (Choices.transfers(statement)) {
        return;
      }
    }
    resume(rest);
  }

  private void resume(Optional<Rest> rest) {
    if (rest.isPresent()) {
      Rest r = rest.get();
      if (backtracking.manner() == Manner.SHARED) {
        Label known = shared.get(r);
        if (known != null) {
          code.builder.goto_(known);
          return;
        }
        Label here = code.newLabel();
        shared.put(r, here);
        code.builder.labelBinding(here);
      }
      block(r.lines(), r.from(), r.scope(), r.outer());
    } else {
      code.fault("rule that does not say where it goes on");
    }
  }

  /// A statement with a choice in it, followed by the rest.
  private void branches(Statement statement, Scope scope, Optional<Rest> rest) {
    switch (statement) {
      case Statement.Pick s ->
          choices.pick(
              s,
              scope,
              inner -> block(s.some().lines(), 0, inner, rest),
              () -> block(s.none().lines(), 0, scope, rest));
      case Statement.Either s when s.alternatives().isEmpty() -> code.builder.goto_(next());
      case Statement.Either s ->
          choices.either(
              s.alternatives().size(),
              at -> block(s.alternatives().get(at).body().lines(), 0, scope, rest));
      case Statement.If s -> {
        Label otherwise = code.newLabel();
        terms.jump(s.condition(), scope, false, otherwise);
        block(s.then().lines(), 0, scope, rest);
        code.builder.labelBinding(otherwise);
        block(s.otherwise().lines(), 0, scope, rest);
      }
      case Statement.IfSome s -> {
        Index id = terms.popOptional(s.optional(), scope);
        Label none = code.newLabel();
        terms.jumpIfNil(id, none);
        block(s.some().lines(), 0, scope.with(s.bound(), new Binding.Id(id)), rest);
        code.builder.labelBinding(none);
        block(s.none().lines(), 0, scope, rest);
      }
      case Statement.Section s -> {
        terms.jump(s.free(), scope, false, next());
        block(s.body().lines(), 0, scope, rest);
      }
      case Statement other ->
          throw new IllegalStateException("statement without a choice: statement=" + other);
    }
  }

  /// A statement without a choice; what it binds is in the scope that is returned.
  private Scope straight(Statement statement, Scope scope) {
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
      case Statement.Await s -> terms.jump(s.condition(), scope, false, next());
      case Statement.Section s -> {
        terms.jump(s.free(), scope, false, next());
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
      case Statement.Emit _, Statement.Say _ -> {}
      case Statement.Pick _, Statement.Either _ ->
          throw new IllegalStateException("statement with a choice: statement=" + statement);
      case Statement.Call _, Statement.Return _, Statement.Become _ ->
          throw new ModelError("statement before inlining: " + code.place);
    }
    return scope;
  }

  /// Two blocks of which one runs.
  private void fork(Block first, Scope inFirst, Label toSecond, Block second, Scope inSecond) {
    Label join = code.newLabel();
    inline(first, inFirst);
    if (!first.transfers()) {
      code.builder.goto_(join);
    }
    code.builder.labelBinding(toSecond);
    inline(second, inSecond);
    code.builder.labelBinding(join);
  }

  private void inline(Block block, Scope outer) {
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
    emission.jump(label, new Emission.Setting(layout.slot(counter, ids), ordinal));
    code.builder.goto_(next());
  }

  private void end(Ending ending) {
    Var variable = layout.specification().variable(Specification.ENDING);
    Slot slot = layout.slot(leaves.of(variable, List.of()));
    int ordinal = ((Sort.Enumeration) variable.sort()).ordinal(ending.name());
    emission.end(rule.label(), new Emission.Setting(slot, ordinal));
    code.builder.goto_(next());
  }

  private void brokenLimit(Ending ending) {
    end(ending);
  }
}
