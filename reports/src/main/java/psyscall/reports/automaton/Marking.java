package psyscall.reports.automaton;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import psyscall.spec.citation.Citation;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.process.Arm;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Event;
import psyscall.spec.process.LabelText;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;

/// A protocol in which each statement that tells an event tells it under a name of its own.
///
/// After inlining an event does not say who called its rule, so each call gets its own copy of the
/// rule. Events are no part of a state: the graph stays the same.
///
/// The mark counts the calls under a label, not statements: with other features switched on the
/// statement has another position and the same mark.
final class Marking {
  private static final String AT = "@";

  private final Set<String> events;
  private final Map<String, CallSite> sites = new LinkedHashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Protocol marked;

  Marking(Protocol protocol, List<EventRule> rules) {
    events = rules.stream().map(EventRule::name).collect(Collectors.toUnmodifiableSet());
    Protocol changed = protocol;
    for (ProcedureText text : protocol.procedures().values()) {
      changed = changed.with(marked(text));
    }
    for (Map.Entry<String, CallSite> site : sites.entrySet()) {
      changed = changed.with(renamed(protocol.text(site.getValue().event()), site.getKey()));
    }
    marked = changed;
  }

  /// The changed protocol.
  Protocol protocol() {
    return marked;
  }

  /// The statements that tell an event by their marks, in the order of the text, procedures by
  /// name.
  Map<String, CallSite> sites() {
    return Collections.unmodifiableMap(sites);
  }

  /// The name that an event has without its mark.
  String event(String mark) {
    CallSite site = sites.get(mark);
    if (site == null) {
      throw new IllegalArgumentException("event without a statement: name=" + mark);
    }
    return site.event();
  }

  private ProcedureText marked(ProcedureText text) {
    List<LabelText> labels = new ArrayList<>();
    Block opening = marked(text.opening(), text.source());
    for (LabelText label : text.labels()) {
      List<Arm> arms = new ArrayList<>();
      label.arms().forEach(arm -> arms.add(arm.with(marked(arm.body(), arm.citation()))));
      labels.add(new LabelText(label.name(), arms));
    }
    return text.with(opening, labels);
  }

  private Block marked(Block block, Citation citation) {
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      Statement statement =
          line.statement() instanceof Statement.Call call && events.contains(call.procedure())
              ? marked(call, new CallSite(call.procedure(), line.address(), citation))
              : Blocks.map(line.statement(), inner -> marked(inner, citation));
      lines.add(new Line(line.address(), statement));
    }
    return new Block(lines);
  }

  private Statement marked(Statement.Call call, CallSite site) {
    String place =
        call.procedure() + AT + site.address().procedure() + "." + site.address().label();
    String name = place + AT + calls.merge(place, 1, Integer::sum);
    sites.put(name, site);
    return new Statement.Call(name, call.arguments(), call.continuations(), call.leaves());
  }

  /// The text of a rule under another name, telling its event under that name.
  private ProcedureText renamed(ProcedureText text, String name) {
    ProcedureText copy =
        new ProcedureText(
            name,
            text.summary(),
            text.source(),
            text.parameters(),
            text.locals(),
            text.opening(),
            text.labels());
    List<Line> lines = new ArrayList<>();
    for (Line line : copy.opening().lines()) {
      lines.add(
          line.statement() instanceof Statement.Emit emit
              ? new Line(line.address(), renamed(emit, name))
              : line);
    }
    return copy.with(new Block(lines), copy.labels());
  }

  private static Statement renamed(Statement.Emit emit, String name) {
    return new Statement.Emit(new Event(name, emit.event().parameters()), emit.arguments());
  }
}
