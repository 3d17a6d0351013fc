package psyscall.cli.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import psyscall.cli.session.EnvironmentFailure;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// Reads files that describe programs; docs/schema/program.schema.json describes them.
public final class WorkloadFile {
  /// The most Ps, and the most goroutines.
  public static final int INDIVIDUALS_MAX = 64;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final List<String> OPERATIONS =
      Stream.concat(
              Stream.of(
                  "compute",
                  "syscall",
                  "raw-syscall",
                  "raw-blocked",
                  "block",
                  "print",
                  "store",
                  "time-of-day"),
              RuntimeOperations.WORDS.stream())
          .toList();

  private final SortedMap<String, Long> words = new TreeMap<>();
  private final SortedSet<String> names = new TreeSet<>();
  private CallForms calls = new CallForms(List.of(), List.of());

  private WorkloadFile() {}

  /// Reads a file.
  ///
  /// @param file where it is
  /// @return the program
  /// @throws UnreadableInput if it cannot be read, naming line and field
  public static Workload read(Path file) {
    try {
      return read(file.toString(), InputText.read(file));
    } catch (WorkloadFault e) {
      throw new UnreadableInput("cannot read the program: file=" + file + ", " + e.text());
    } catch (IOException e) {
      throw new UnreadableInput(
          "cannot read the program: file=" + file + ", " + EnvironmentFailure.reason(e));
    }
  }

  /// Reads the text of a file.
  ///
  /// @param source how messages name it
  /// @param json the text
  /// @return the program
  /// @throws UnreadableInput if it describes none, naming line and field
  static Workload read(String source, String json) {
    try {
      return new WorkloadFile().program(new Fields(Located.read(json)));
    } catch (WorkloadFault e) {
      throw new UnreadableInput("cannot read the program: file=" + source + ", " + e.text());
    }
  }

  /// Reads a file that was packed with psyscall.
  static Workload shipped(String name, byte[] json) {
    return read(name, new String(json, StandardCharsets.UTF_8));
  }

  private Workload program(Fields fields) throws WorkloadFault {
    fields.word("psyscall", List.of("program"));
    fields.number("version", 1, 1);
    List<String> releases = Release.all().stream().map(Release::name).toList();
    Release release =
        Release.named(fields.word("release", releases, Release.GO_1_19_13.name())).orElseThrow();
    for (Map.Entry<String, Located> word : fields.members("words").entrySet()) {
      words.put(
          word.getKey(), Fields.number(word.getValue(), CallForms.WORD_MIN, CallForms.WORD_MAX));
    }
    calls = CallForms.declared(fields, words.keySet());
    List<GoroutineText> goroutines = goroutines(fields);
    Workload program =
        new Workload(
            name(fields),
            fields.text("summary"),
            release,
            (int) fields.number("processors", 1, INDIVIDUALS_MAX),
            preemption(fields),
            words,
            goroutines,
            RuntimeOperations.extensions(fields));
    fields.done();
    return program;
  }

  private static String name(Fields fields) throws WorkloadFault {
    String name = fields.text("name");
    if (!NAME.matcher(name).matches()) {
      throw fields.fault("name", "not lower case words joined by hyphens: value=" + name);
    }
    return name;
  }

  private static Preemption preemption(Fields fields) throws WorkloadFault {
    String word = fields.word("preemption", List.of("signals", "prologues"), "signals");
    return word.equals("signals") ? Preemption.ASYNCHRONOUS : Preemption.COOPERATIVE;
  }

  private List<GoroutineText> goroutines(Fields fields) throws WorkloadFault {
    List<Creations.Draft> drafts = new ArrayList<>();
    Loops loops = new Loops(this::operation);
    for (Located element : fields.elements("goroutines", INDIVIDUALS_MAX)) {
      Fields each = new Fields(element);
      if (each.has("name")) {
        names.add(each.text("name"));
      }
    }
    for (Located element : fields.elements("goroutines", INDIVIDUALS_MAX)) {
      Fields each = new Fields(element);
      Optional<Origin> origin = origin(each);
      List<Operation> operations = loops.read(each);
      RuntimeOperations.requireHelperAlone(
          operations, !origin.equals(Optional.of(Origin.SPAWNED)) && !drafts.isEmpty(), each);
      String name = each.has("name") ? each.text("name") : "";
      long times = each.number("times", 1, INDIVIDUALS_MAX, 1);
      each.done();
      if (drafts.size() + times > INDIVIDUALS_MAX) {
        throw each.fault("times", "too many goroutines: limit=" + INDIVIDUALS_MAX);
      }
      for (long time = 0; time < times; time++) {
        drafts.add(new Creations.Draft(operations, origin, name, drafts.isEmpty(), each));
      }
    }
    if (drafts.isEmpty()) {
      throw fields.fault("goroutines", "no goroutine; give one at least");
    }
    return Creations.of(drafts);
  }

  private static Optional<Origin> origin(Fields goroutine) throws WorkloadFault {
    if (!goroutine.has("origin")) {
      return Optional.empty();
    }
    return switch (goroutine.word("origin", List.of("initial", "created"))) {
      case "initial" -> Optional.of(Origin.INITIAL);
      case String _ -> Optional.of(Origin.SPAWNED);
    };
  }

  private Operation operation(Fields fields) throws WorkloadFault {
    String word = fields.word("op", OPERATIONS);
    Operation operation =
        switch (word) {
          case "compute" -> new Operation.Compute(fields.nanos("for"));
          case "syscall" -> new Operation.Call(Way.SYSCALL, calls.read(fields));
          case "raw-syscall" -> new Operation.Call(Way.RAW_SYSCALL, calls.read(fields));
          case "block" -> new Operation.Call(Way.BLOCK, calls.read(fields));
          case "raw-blocked" -> new Operation.Call(Way.RAW_BLOCKED, calls.read(fields));
          case "print" -> RuntimeOperations.print(fields);
          case "store" ->
              new Operation.Store(
                  calls.word(fields),
                  fields.number("value", CallForms.WORD_MIN, CallForms.WORD_MAX));
          case "time-of-day" -> new Operation.TimeOfDay();
          case String _ -> RuntimeOperations.read(word, fields, names);
        };
    fields.done();
    return operation;
  }
}
