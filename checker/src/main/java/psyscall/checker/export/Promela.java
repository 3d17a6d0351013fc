package psyscall.checker.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Value;
import psyscall.model.interpret.Interpreter;
import psyscall.model.layout.Layout;
import psyscall.spec.process.Process;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// A specification in a fixed world as Promela, the language of Spin.
///
/// Each process is an `active` proctype, so that none has to be started by a step. Each way through
/// a rule with each answer to its choices is one `d_step`, and so one transition. The `states,
/// stored` that a verifier without partial-order reduction prints are then the reachable states of
/// the specification, neither more nor less.
public final class Promela {
  private final Interpreter interpreter;
  private final Claims claims;
  private final Cells cells;
  private final Symbols symbols = new Symbols();
  private final Layout layout;
  private int pids;
  private int scratch;
  private final Map<String, Map<String, List<Way>>> ways = new LinkedHashMap<>();

  private Promela(Interpreter interpreter, Claims claims) {
    this.interpreter = interpreter;
    Specification specification = interpreter.specification();
    for (Process process : specification.processes()) {
      ways.put(process.name(), Way.of(specification, process.name(), interpreter.world()));
    }
    this.claims = claims.watching(Rounds.of(specification, interpreter.world(), ways));
    this.layout = Layout.of(interpreter.specification(), interpreter.world());
    this.cells = new Cells(interpreter.specification(), interpreter.world(), claims.reads());
  }

  /// The text of a specification.
  ///
  /// @param interpreter the specification in its world
  /// @param properties what is asserted, as far as it is about single states, or about rests if it
  ///   is one alone; the others are named in the text
  /// @param heading what the text is made from, one comment line each
  /// @return the text, lines ended by line feeds
  /// @throws Unexportable if the specification has what Promela has not: words, memory, queues
  public static String of(
      Interpreter interpreter, List<Property> properties, List<String> heading) {
    interpreter.specification().variables().forEach(Promela::requireNoQueue);
    Claims claims = Claims.of(properties, interpreter.specification());
    return new Promela(interpreter, claims).text(heading);
  }

  private static void requireNoQueue(Var variable) {
    Sort part = variable.sort() instanceof Sort.ArrayOf array ? array.element() : variable.sort();
    if (part instanceof Sort.Queue) {
      throw new Unexportable("no Promela for a queue in order: variable=" + variable.name());
    }
  }

  private String text(List<String> heading) {
    List<String> processes = new ArrayList<>();
    for (Process process : interpreter.specification().processes()) {
      processes.addAll(proctypes(process));
    }
    String monitor = claims.text(translator(Optional.empty()));
    List<String> parts = new ArrayList<>();
    parts.add(comment(heading));
    parts.add("#define nil %d\n".formatted(Expression.NIL_VALUE) + symbols.definitions());
    parts.add(globals());
    parts.addAll(processes);
    if (!monitor.isEmpty()) {
      parts.add(monitor);
    }
    return String.join("\n", parts);
  }

  private Translator translator(Optional<Translator.Self> self) {
    return new Translator(cells, symbols, self, Map.of());
  }

  private String comment(List<String> heading) {
    List<String> lines = new ArrayList<>(heading);
    lines.add("");
    lines.add("run: spin -o1 -o2 -o3 -a FILE");
    lines.add("     cc -O2 -DSAFETY -DNOREDUCE -DBFS -o pan pan.c && ./pan");
    lines.add(
        "'states, stored' is the number of states of the specification. The options keep Spin");
    lines.add("from merging steps, and from leaving variables out of the state.");
    claims.asserted().keySet().forEach(name -> lines.add("asserted: " + name));
    boolean isRoaming = Rounds.roam(interpreter.specification(), ways);
    claims
        .rest()
        .ifPresent(rest -> lines.addAll(rest.comment(isRoaming && rest.rounds().isEmpty())));
    claims.leftOut().forEach(reason -> lines.add("left out: " + reason));
    StringBuilder text = new StringBuilder("/*\n");
    lines.forEach(line -> text.append((" * " + line).stripTrailing()).append("\n"));
    return text.append(" */\n").toString();
  }

  private String globals() {
    StringBuilder text = new StringBuilder();
    State initial = interpreter.initial();
    for (Var variable : interpreter.specification().variables()) {
      if (!cells.isLocal(variable) && !cells.isHidden(variable)) {
        cells.declarations(variable, initial).forEach(line -> text.append(line).append("\n"));
      }
    }
    claims.rest().ifPresent(rest -> text.append(rest.declaration()));
    for (int at = 0; at < scratch; at++) {
      text.append("int %s%d = 0;\n".formatted(Effect.SCRATCH, at));
    }
    return text.toString();
  }

  /// One text for each run of individuals that start at the same label.
  private List<String> proctypes(Process process) {
    Specification specification = interpreter.specification();
    Map<String, List<Way>> mine = ways.getOrDefault(process.name(), Map.of());
    Value counters = interpreter.initial().value(specification.counter(process.name()));
    List<String> labels = specification.labels(process.name()).values();
    String name = Symbols.name(process.name());
    if (!(counters instanceof Array starts)) {
      Proctype alone =
          new Proctype(layout, process, translator(Optional.empty()), mine, claims.rest());
      return List.of(text(alone, name, 1, labels.get((int) counters.scalar())));
    }
    Sort.Individual sort = process.over().orElseThrow();
    int first = pids;
    List<String> texts = new ArrayList<>();
    for (int from = 0, to; from < starts.size(); from = to) {
      to = from + 1;
      while (to < starts.size() && starts.at(to).equals(starts.at(from))) {
        to++;
      }
      boolean isOne = to == from + 1;
      Expression id = isOne ? Expression.of(from) : pid(first);
      Translator its = translator(Optional.of(new Translator.Self(sort, id)));
      String mineOnly = name + from + (isOne ? "" : "_" + (to - 1));
      String entry = labels.get((int) starts.at(from).scalar());
      Proctype those = new Proctype(layout, process, its, mine, claims.rest());
      texts.add(text(those, mineOnly, to - from, entry));
    }
    return texts;
  }

  private String text(Proctype proctype, String name, int count, String entry) {
    String text = proctype.text(name, count, entry, interpreter.initial());
    scratch = Math.max(scratch, proctype.scratch());
    pids += count;
    return text;
  }

  private static Expression pid(int first) {
    return first == 0 ? Expression.word("_pid") : Expression.word("(_pid - " + first + ")");
  }
}
