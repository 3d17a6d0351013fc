package psyscall.checker.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.spec.process.Line;
import psyscall.spec.process.ProcedureText;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.Statement;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The rules of events as an automaton over a world that grows.
///
/// What it answers is what the interpreter answers that executes the same rules; a rule of a shape
/// that it does not know is an error when it is built. A question of the kind "is there a P that
/// this thread has" is answered from an index, not by looking at all Ps.
final class OpenRules {
  private static final int ARGUMENTS = 4;

  private final Columns columns;
  private final List<Var> variables;
  private final List<EventForm> events;
  private final Map<String, Integer> numbers;
  private final int[] needed;
  private final int[] kinds;
  private final int[] initial;
  private final Function<Entries, Transition> code;
  private final Entries entries;
  private final Transition transition;
  private long position;

  private OpenRules(
      Columns columns,
      List<Var> variables,
      List<EventForm> events,
      List<Sort.Field> arguments,
      int[] initial,
      MemoryAllowance memory) {
    this.columns = columns;
    this.variables = variables;
    this.events = events;
    this.initial = initial;
    this.numbers = new HashMap<>();
    this.kinds = new int[ARGUMENTS];
    this.code = TransitionClass.of(columns, events);
    this.entries = new Entries(columns, initial, memory);
    this.transition = code.apply(entries);
    this.needed = events.stream().mapToInt(EventForm::arguments).toArray();
    for (int at = 0; at < events.size(); at++) {
      numbers.put(events.get(at).name(), at);
    }
    for (int at = 0; at < ARGUMENTS; at++) {
      kinds[at] = columns.kind(individual(arguments.get(at).sort()));
    }
  }

  private OpenRules(OpenRules same, MemoryAllowance memory) {
    this.columns = same.columns;
    this.variables = same.variables;
    this.events = same.events;
    this.initial = same.initial;
    this.numbers = same.numbers;
    this.kinds = same.kinds;
    this.needed = same.needed;
    this.code = same.code;
    this.entries = new Entries(columns, initial, memory);
    this.transition = code.apply(entries);
  }

  /// The same automaton over another world, of which nothing was said.
  OpenRules fresh(MemoryAllowance memory) {
    return new OpenRules(this, memory);
  }

  /// Builds the automaton.
  ///
  /// @param rules the text of each event under its name; what is so at the start must be said of
  ///   all individuals of a sort alike
  /// @param columns the columns of its variables; more may be kept the other way round afterwards
  /// @param arguments what events can have as arguments: four ids or optional ids
  static OpenRules of(
      Protocol rules, Columns columns, List<Sort.Field> arguments, MemoryAllowance memory) {
    List<EventForm> events = new ArrayList<>();
    for (ProcedureText text : rules.procedures().values()) {
      if (RuleReading.isRule(text)) {
        events.add(RuleReading.of(columns, arguments, text));
      }
    }
    for (Sort.Field argument : arguments) {
      columns.kind(individual(argument.sort()));
    }
    return new OpenRules(
        columns,
        rules.variables(),
        List.copyOf(events),
        arguments,
        initial(rules, columns),
        memory);
  }

  private static Sort.Individual individual(Sort sort) {
    return switch (sort) {
      case Sort.Individual ids -> ids;
      case Sort.Optional optional -> optional.of();
      case Sort other -> throw new IllFormed("argument that is no id: sort=" + other);
    };
  }

  private static int[] initial(Protocol rules, Columns columns) {
    int[] initial = new int[columns.all().size()];
    columns.all().forEach(column -> initial[column.at()] = Columns.initial(column.sort()));
    for (Line line : rules.initial().lines()) {
      if (line.statement() instanceof Statement.Bulk bulk
          && bulk.where() instanceof Term.Literal where
          && where.value() != 0) {
        Reading reading = new Reading(columns, Map.of(), Set.of(), 1);
        reading.individual(bulk.bound());
        List<Form.Value> places = reading.numbers(bulk.place());
        List<Form.Value> values = reading.numbers(bulk.value());
        for (int at = 0; at < places.size(); at++) {
          if (places.get(at) instanceof Form.Entry(Column column, Form.Slot _)
              && values.get(at) instanceof Form.Constant value) {
            initial[column.at()] = value.value();
          } else {
            throw unknown(line.statement());
          }
        }
      } else {
        throw unknown(line.statement());
      }
    }
    return initial;
  }

  private static IllFormed unknown(Statement statement) {
    return new IllFormed("start that is not the same for all: statement=" + statement);
  }

  /// The state.
  Entries entries() {
    return entries;
  }

  /// Each variable with its entries; the fields of a record are joined by a stroke.
  String state() {
    StringJoiner all = new StringJoiner("; ");
    for (Var variable : variables) {
      List<Column> fields = columns.of(variable);
      int kind = fields.getFirst().kind();
      StringJoiner one = new StringJoiner(" ", variable.name() + " ", "");
      for (int id = 0; id < (kind < 0 ? 1 : entries.sizes[kind]); id++) {
        StringJoiner entry = new StringJoiner("/");
        for (Column field : fields) {
          entry.add(String.valueOf(entries.entry(field, id)));
        }
        one.add(entry.toString());
      }
      all.add(one.toString());
    }
    return all.toString();
  }

  /// Which byte of a file asks from here on for memory.
  void at(long byteOfFile) {
    this.position = byteOfFile;
  }

  /// The byte that was told last.
  long position() {
    return position;
  }

  /// The names of all events, by number.
  List<String> names() {
    return events.stream().map(EventForm::name).toList();
  }

  /// The number of an event.
  ///
  /// @throws IllegalArgumentException if there is no such event
  int event(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("unknown event: name=" + name + ", available=" + names());
    }
    return number;
  }

  /// What a guard claims.
  ///
  /// @param guard its number, as refusals say it
  String guard(int event, int guard) {
    EventForm form = events.get(event);
    List<EventForm.Guard> guards = form.guards();
    if (guard < 1 || guard > guards.size() + 1) {
      throw new IllegalArgumentException(
          "unknown guard: event=" + form.name() + ", guard=" + guard);
    }
    return guard > guards.size()
        ? "it is known whom the event is about"
        : guards.get(guard - 1).text();
  }

  /// How many guards an event has, with the last one that says that its arguments are there.
  int guards(int event) {
    return events.get(event).guards().size() + 1;
  }

  /// Has an event happen if it is allowed.
  ///
  /// @return 0 if it happened; else the number of the first guard that refuses, and nothing changed
  /// @throws TraceFault if a new individual takes more memory than is allowed; nothing changed
  int offer(int event, int a, int b, int c, int d) throws TraceFault {
    int refused = refusal(event, a, b, c, d);
    if (refused == 0) {
      transition.apply(event, a, b, c, d);
    }
    return refused;
  }

  /// Which guard refuses an event.
  ///
  /// @return 0 if it is allowed, else the number of the first guard that refuses
  int refusal(int event, int a, int b, int c, int d) throws TraceFault {
    int missing = (a >>> 31) | ((b >>> 31) << 1) | ((c >>> 31) << 2) | ((d >>> 31) << 3);
    if ((missing & needed[event]) != 0) {
      return guards(event);
    }
    admit(kinds[0], a);
    admit(kinds[1], b);
    admit(kinds[2], c);
    admit(kinds[3], d);
    return transition.refusal(event, a, b, c, d);
  }

  private void admit(int kind, int id) throws TraceFault {
    if (id >= entries.sizes[kind]) {
      entries.admit(kind, id, position);
    }
  }
}
