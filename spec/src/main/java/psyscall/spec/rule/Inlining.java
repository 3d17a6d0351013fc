package psyscall.spec.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.process.Address;
import psyscall.spec.process.Arm;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Bound;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// The procedures of one process inlined into each other.
///
/// A call to a procedure with labels jumps to a copy of them that is its own (its labels are named
/// by the path of call sites); coming back splices the caller's continuation into the returning
/// step. A call to a procedure without labels is spliced in place. The locals of a procedure are
/// shared by all its copies in a process: there is no recursion, so no two are live at once.
final class Inlining {
  private final Protocol protocol;
  private final Process process;
  private final Map<String, Var> locals = new LinkedHashMap<>();
  private final Set<Var> idLocals = new LinkedHashSet<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Deque<Runnable> pending = new ArrayDeque<>();
  private final Map<String, Integer> copies = new HashMap<>();

  /// A copy of a procedure's text.
  private record Copy(
      ProcedureText text,
      String prefix,
      Optional<Copy> caller,
      Map<String, Block> continuations,
      Map<Var.Local, Term> substitution,
      int depth) {
    String label(String name) {
      return prefix + text.name() + "." + name;
    }
  }

  Inlining(Protocol protocol, Process process) {
    this.protocol = protocol;
    this.process = process;
    for (String root : process.roots()) {
      ProcedureText text = protocol.text(root);
      Copy copy = new Copy(text, "", Optional.empty(), Map.of(), Map.of(), 0);
      emit(copy);
    }
    while (!pending.isEmpty()) {
      pending.removeFirst().run();
    }
  }

  List<Rule> rules() {
    return List.copyOf(rules);
  }

  Collection<Var> locals() {
    return locals.values();
  }

  /// The locals that hold an id and so must be assigned before they are read.
  Set<Var> mustBeAssigned() {
    return idLocals;
  }

  String entry() {
    return entry(process.roots().getFirst());
  }

  /// The full label at which a root begins.
  String entry(String root) {
    ProcedureText text = protocol.text(root);
    if (text.labels().isEmpty()) {
      throw new IllFormed("root procedure without a label: procedure=" + root);
    }
    return root + "." + text.labels().getFirst().name();
  }

  private void emit(Copy copy) {
    if (copy.depth() > 20) {
      throw new IllFormed("recursive call: procedure=" + copy.text().name());
    }
    for (LabelText label : copy.text().labels()) {
      for (Arm arm : label.arms()) {
        String full = copy.label(label.name());
        Address address = new Address(copy.text().name(), arm.name(), 0);
        Block body = convert(arm.body(), copy, full);
        if (!body.transfers()) {
          throw bad("path that ends nowhere", address);
        }
        rules.add(new Rule(process.name(), full, address, arm.kind(), arm.citation(), body));
      }
    }
  }

  private static IllFormed bad(String what, Address at) {
    String label = at.label().isEmpty() ? "-" : at.label();
    return new IllFormed(what + "; procedure=" + at.procedure() + ", label=" + label);
  }

  private Block convert(Block block, Copy copy, String full) {
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      convert(line, copy, full, lines);
    }
    return new Block(lines);
  }

  private void convert(Line line, Copy copy, String full, List<Line> out) {
    Address at = line.address();
    switch (line.statement()) {
      case Statement.Goto jump -> {
        if (copy.text().labels().stream().noneMatch(l -> l.name().equals(jump.label()))) {
          throw bad("jump to nowhere: target=" + jump.label(), at);
        }
        out.add(new Line(line.address(), new Statement.Goto(copy.label(jump.label()))));
      }
      case Statement.Become become -> {
        if (!process.roots().contains(become.procedure())) {
          throw bad(
              "jump to nowhere: target=" + become.procedure() + ", roots=" + process.roots(), at);
        }
        Copy root =
            new Copy(
                protocol.text(become.procedure()), "", Optional.empty(), Map.of(), Map.of(), 0);
        List<Line> opening = convert(root.text().opening(), root, full).lines();
        if (opening.isEmpty()) {
          out.add(new Line(line.address(), new Statement.Goto(entry(become.procedure()))));
        } else {
          out.addAll(opening);
        }
      }
      case Statement.Return back -> {
        Block continuation = copy.continuations().get(back.exit());
        if (continuation == null || copy.caller().isEmpty()) {
          throw bad("exit that no caller handles: exit=" + back.exit(), at);
        }
        out.addAll(convert(continuation, copy.caller().get(), full).lines());
      }
      case Statement.Call call -> call(line, call, copy, full, out);
      case Statement.Assign s -> {
        Term value = resolve(s.value(), copy, at);
        Term place = resolve(s.place(), copy, at);
        if (place instanceof Term.Reference parameter) {
          throw bad(
              "assignment to a parameter of a procedure without labels: name="
                  + parameter.bound().name(),
              at);
        }
        out.add(new Line(line.address(), assign(place, value)));
      }
      case Statement other -> {
        Statement terms = Blocks.mapTerms(other, term -> resolve(term, copy, at));
        out.add(new Line(line.address(), Blocks.map(terms, inner -> convert(inner, copy, full))));
      }
    }
  }

  private void call(Line line, Statement.Call call, Copy copy, String full, List<Line> out) {
    ProcedureText callee = protocol.text(call.procedure());
    if (callee.leaves()) {
      String prefix =
          copies.merge(full + ">" + callee.name(), 1, Integer::sum) == 1
              ? full + ">"
              : full + "~" + copies.get(full + ">" + callee.name()) + ">";
      Copy inner =
          new Copy(
              callee, prefix, Optional.of(copy), call.continuations(), Map.of(), copy.depth() + 1);
      for (int at = 0; at < callee.parameters().size(); at++) {
        Term place = place(callee.parameters().get(at), line.address());
        Term value = resolve(call.arguments().get(at), copy, line.address());
        out.add(new Line(line.address(), assign(place, value)));
      }
      out.addAll(convert(callee.opening(), inner, full).lines());
      pending.add(() -> emit(inner));
      return;
    }
    Map<Var.Local, Term> substitution = new HashMap<>();
    for (int at = 0; at < callee.parameters().size(); at++) {
      Var.Local parameter = callee.parameters().get(at);
      Term value = resolve(call.arguments().get(at), copy, line.address());
      // The argument's own sort: its range may be wider than the parameter's, which nothing stores.
      Bound bound = new Bound(parameter.name(), value.sort());
      substitution.put(parameter, new Term.Reference(bound));
      out.add(new Line(line.address(), new Statement.Let(bound, value)));
    }
    Copy inner =
        new Copy(callee, full + ">", Optional.of(copy), Map.of(), substitution, copy.depth() + 1);
    out.addAll(convert(callee.opening(), inner, full).lines());
  }

  private static Statement assign(Term place, Term value) {
    if (place instanceof Term.The the) {
      return new Statement.Assign(the.optional(), new Term.Known(value));
    }
    return new Statement.Assign(place, value);
  }

  private Term resolve(Term term, Copy copy, Address at) {
    return Traversal.rewrite(
        term,
        part ->
            switch (part) {
              case Term.Local local ->
                  copy.substitution().containsKey(local.variable())
                      ? copy.substitution().get(local.variable())
                      : place(local.variable(), at);
              case Term.Self self -> {
                if (!process.over().equals(Optional.of(self.sort()))) {
                  throw bad("self in a process of another kind: process=" + process.name(), at);
                }
                yield self;
              }
              case Term.SelfOrNil self ->
                  process.over().equals(Optional.of(self.of()))
                      ? new Term.Known(new Term.Self(self.of()))
                      : new Term.Literal(self.sort(), -1);
              case Term other -> other;
            });
  }

  /// The state variable behind a local; for a local that holds an id, the id in it.
  private Term place(Var.Local local, Address at) {
    if (!protocol.text(local.procedure()).locals().contains(local)) {
      throw bad("unknown local: name=" + local.name(), at);
    }
    boolean id = local.sort() instanceof Sort.Individual;
    Sort stored = id ? new Sort.Optional((Sort.Individual) local.sort()) : local.sort();
    String name = process.name() + "." + local.procedure() + "." + local.name();
    Sort whole = process.over().<Sort>map(ids -> new Sort.ArrayOf(ids, stored)).orElse(stored);
    Var.Role role = process.polls() ? Var.Role.POLLED_LOCAL : Var.Role.LOCAL;
    Var variable = locals.computeIfAbsent(name, key -> new Var(key, whole, role));
    if (id) {
      idLocals.add(variable);
    }
    Term read = new Term.Read(variable);
    Term mine =
        process.over().<Term>map(ids -> new Term.Select(read, new Term.Self(ids))).orElse(read);
    return id ? new Term.The(mine) : mine;
  }
}
