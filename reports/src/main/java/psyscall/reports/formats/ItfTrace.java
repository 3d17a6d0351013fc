package psyscall.reports.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import psyscall.model.behavior.Schema;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// A trace read from a file in the Informal Trace Format.
///
/// Reading has two parts: the origin, which tells whose trace it is, and then the states, for the
/// specification that the origin stands for. The file is taken as hostile: its size, its nesting
/// and its numbers are bounded, and whatever is not as it should be ends in a
/// [TraceFormatException].
public final class ItfTrace {
  /// The most bytes that a trace file may have.
  public static final int BYTES_MAX = 64 << 20;

  /// The deepest nesting of a trace; those that are written here have about 12 levels.
  private static final int NESTING_MAX = 64;

  /// A bound for the memory that a tree of tiny values takes.
  private static final long TOKENS_MAX = 10_000_000;

  private static final int NAME_LENGTH_MAX = 1_000;
  private static final int STRING_LENGTH_MAX = 100_000;
  private static final int NUMBER_LENGTH_MAX = 100;
  private static final String META = "#meta";

  private final ItfFields document;
  private final ItfFields about;
  private final TraceOrigin origin;

  private ItfTrace(ItfFields document) throws TraceFormatException {
    this.document = document;
    this.about = document.inside(META).inside("psyscall");
    this.origin =
        new TraceOrigin(
            about.text("version"),
            about.text("scenario"),
            about.text("release"),
            about.optionalText("bug"),
            about.optionalText("property"),
            about.text("verdict"),
            about.texts("settings"));
  }

  /// Reads a file.
  ///
  /// @param file the file, at most [#BYTES_MAX] bytes
  /// @return the trace, its states not yet read
  /// @throws IOException if the file cannot be read
  /// @throws TraceFormatException if it is not a trace of psyscall
  public static ItfTrace read(Path file) throws IOException, TraceFormatException {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in.readNBytes(BYTES_MAX + 1)); // the size that the system tells may be wrong
    }
  }

  /// Reads the bytes of a file.
  ///
  /// @param bytes JSON, at most [#BYTES_MAX] bytes
  /// @return the trace, its states not yet read
  /// @throws TraceFormatException if they are not a trace of psyscall
  public static ItfTrace parse(byte[] bytes) throws TraceFormatException {
    if (bytes.length > BYTES_MAX) {
      throw TraceFormatException.at("file too long", "file", "at most " + BYTES_MAX + " bytes");
    }
    JsonNode root;
    try {
      root = reader().readTree(bytes);
    } catch (StreamConstraintsException e) {
      String which = TraceFormatException.shorten(e.getOriginalMessage());
      throw TraceFormatException.at("beyond a limit (" + which + ")", place(e), "a trace");
    } catch (JsonProcessingException e) {
      String why = TraceFormatException.shorten(e.getOriginalMessage());
      throw TraceFormatException.at("not JSON (" + why + ")", place(e), "a JSON document");
    } catch (IOException e) {
      throw TraceFormatException.at("not UTF-8", "file", "a JSON document in UTF-8");
    }
    if (root.isMissingNode()) {
      throw TraceFormatException.at("file is empty", "file", "a JSON document");
    }
    return new ItfTrace(ItfFields.of(root, "file"));
  }

  private static ObjectReader reader() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxDocumentLength(BYTES_MAX)
            .maxNestingDepth(NESTING_MAX)
            .maxTokenCount(TOKENS_MAX)
            .maxNameLength(NAME_LENGTH_MAX)
            .maxStringLength(STRING_LENGTH_MAX)
            .maxNumberLength(NUMBER_LENGTH_MAX)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .reader();
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "file" : "line " + at.getLineNr() + " column " + at.getColumnNr();
  }

  /// Where the trace comes from.
  ///
  /// @return what it takes to build its specification
  public TraceOrigin origin() {
    return origin;
  }

  /// The states and steps.
  ///
  /// @param specification what the trace should be of
  /// @param world how many individuals there should be
  /// @return states and steps, not yet checked against the rules
  /// @throws TraceFormatException if it is the trace of another specification or world, or a part
  ///   of it is not well formed
  public RecordedTrace trace(Specification specification, World world) throws TraceFormatException {
    requireSame(specification, world);
    requireVariables(specification);
    JsonNode states = document.array("states");
    if (states.isEmpty()) {
      throw TraceFormatException.at("no states", "file states", "at least the initial state");
    }
    Schema schema = new Schema(specification);
    ItfValueReader values = new ItfValueReader(world);
    List<RecordedTrace.Entry> steps = new ArrayList<>();
    State initial = state(ItfFields.of(states.get(0), "state 0"), schema, values);
    for (int at = 1; at < states.size(); at++) {
      ItfFields state = ItfFields.of(states.get(at), "state " + at);
      ItfFields meta = state.inside(META);
      State target = state(state, schema, values);
      steps.add(new RecordedTrace.Entry(meta.count("index"), step(meta), target));
    }
    return new RecordedTrace(origin, about.count("steps"), initial, steps);
  }

  private void requireSame(Specification specification, World world) throws TraceFormatException {
    String name = about.text("specification");
    if (!name.equals(specification.name())) {
      throw TraceFormatException.another(
          "specification", TraceFormatException.quote(name), specification.name());
    }
    ItfFields sizes = about.inside("world");
    Map<String, Integer> given = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : sizes.object().properties()) {
      given.put(entry.getKey(), sizes.count(entry.getKey()));
    }
    Map<String, Integer> wanted = new TreeMap<>();
    for (Map.Entry<Sort.Individual, Integer> entry : world.sizes().entrySet()) {
      wanted.put(entry.getKey().name(), entry.getValue());
    }
    if (!given.equals(wanted)) {
      throw TraceFormatException.another(
          "world", TraceFormatException.quote(given.toString()), wanted.toString());
    }
  }

  private void requireVariables(Specification specification) throws TraceFormatException {
    Set<String> unknown = new LinkedHashSet<>();
    for (JsonNode variable : document.array("vars")) {
      if (!unknown.add(ItfFields.text(variable, "file vars"))) {
        throw TraceFormatException.at(
            "variable twice " + TraceFormatException.quote(variable.textValue()),
            "file vars",
            "each variable once");
      }
    }
    for (Var variable : specification.variables()) {
      if (!unknown.remove(variable.name())) {
        throw TraceFormatException.at(
            "missing variable " + variable.name(), "file vars", "the variables of the scenario");
      }
    }
    if (!unknown.isEmpty()) {
      throw TraceFormatException.at(
          "unknown variable " + TraceFormatException.quote(unknown.iterator().next()),
          "file vars",
          "the variables of the scenario");
    }
  }

  private static State state(ItfFields state, Schema schema, ItfValueReader values)
      throws TraceFormatException {
    List<String> names = new ArrayList<>(schema.variables().stream().map(Var::name).toList());
    names.add(META);
    state.only(names, "the variables in vars and " + META);
    List<Value> read = new ArrayList<>();
    for (Var variable : schema.variables()) {
      String where = state.where() + " variable " + variable.name();
      read.add(values.read(state.value(variable.name()), variable.sort(), where));
    }
    return State.of(schema, read);
  }

  private static RecordedStep step(ItfFields meta) throws TraceFormatException {
    List<RecordedAnswer> answers = new ArrayList<>();
    for (JsonNode choice : meta.array("choices")) {
      ItfFields answer = ItfFields.of(choice, meta.where() + " choices");
      answers.add(new RecordedAnswer(answer.text("choice"), answer.text("value")));
    }
    return new RecordedStep(
        meta.text("actor"),
        meta.text("label"),
        meta.text("arm"),
        meta.text("procedure"),
        meta.text("citation"),
        meta.text("clause"),
        answers);
  }
}
