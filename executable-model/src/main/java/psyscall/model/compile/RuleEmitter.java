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
/// Where a choice is met, what comes after it runs once for each answer, with the variables as they
/// were before; what comes after a choice therefore lies inside its loop, and a branch that chooses
/// gets a copy of what follows it.
final class RuleEmitter extends StatementEmitter {
  private final ChoiceEmitter choices;
  private final Backtracking backtracking;
  private final IdentityHashMap<Rest, Label> shared = new IdentityHashMap<>();
  private final Emission emission;
  private final Label done;

  /// What runs after a block: the rest of the block around it, and so on outwards.
  ///
  /// @param lines the lines of the block around
  /// @param from where it goes on
  /// @param scope what is bound there
  /// @param outer what runs after that
  record Rest(List<Line> lines, int from, Scope scope, Optional<Rest> outer) {}

  /// @param tables where variables lie
  RuleEmitter(Tables tables, Origin origin, int tag, Code code) {
    super(tables, origin, code);
    this.done = code.newLabel();
    this.emission = new Emission(code, view, tables.layout(), new Emission.Buffer(tag));
    this.backtracking =
        new Backtracking(
            code, done, Choices.areShared(rule.body()) ? Manner.SHARED : Manner.NESTED);
    this.choices = new ChoiceEmitter(code, terms, backtracking);
  }

  /// To the next answer, or to the end.
  @Override
  Label impossible() {
    return backtracking.next();
  }

  /// Writes the method.
  void emit() {
    boolean shares = backtracking.manner() == Manner.SHARED;
    Label clear = code.newLabel();
    Label start = code.newLabel();
    if (shares) {
      code.builder.goto_(clear).labelBinding(start);
    }
    backtracking.begin();
    choices.setMutable(begin());
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
      case Statement.Either s when s.alternatives().isEmpty() -> code.builder.goto_(impossible());
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
        terms.jump(s.free(), scope, false, impossible());
        block(s.body().lines(), 0, scope, rest);
      }
      case Statement other ->
          throw new IllegalStateException("statement without a choice: statement=" + other);
    }
  }

  @Override
  void arrive(String label, Emission.Setting counter) {
    emission.jump(label, counter);
    code.builder.goto_(impossible());
  }

  @Override
  void finish(Emission.Setting ending) {
    emission.end(rule.label(), ending);
    code.builder.goto_(impossible());
  }

  @Override
  void pick(Statement.Pick s, Scope scope) {
    throw new IllegalStateException("choice that was not cut apart: choice=" + s.choice());
  }

  @Override
  void either(Statement.Either s, Scope scope) {
    throw new IllegalStateException("choice that was not cut apart: choice=" + s.choice());
  }

  /// A search has no use for events.
  @Override
  void emits(Statement.Emit s, Scope scope) {}

  /// A search has no use for words.
  @Override
  void says(Statement.Say s) {}
}
