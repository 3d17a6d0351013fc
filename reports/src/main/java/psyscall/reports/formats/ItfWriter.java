package psyscall.reports.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Writes behaviours in the Informal Trace Format, as `*.itf.json`.
///
/// Each state has all variables of the specification. The step that leads to a state stands in the
/// state's `#meta`, the origin and the sizes of the world in that of the trace, so that the file
/// alone is enough to replay it. The text is the same for equal behaviours.
public final class ItfWriter {
  /// The document that defines the format.
  static final String DESCRIPTION = "https://apalache-mc.org/docs/adr/015adr-trace.html";

  private final Specification specification;
  private final World world;

  /// Prepares to write behaviours of a specification.
  ///
  /// @param specification what the behaviours are of
  /// @param world how many individuals there are
  public ItfWriter(Specification specification, World world) {
    this.specification = specification;
    this.world = world;
  }

  /// Writes a behaviour to a file, whole or not at all.
  ///
  /// @param file the file; one of that name is replaced
  /// @param origin where the behaviour comes from
  /// @param behavior the behaviour
  /// @throws IOException if the file cannot be written; it is as it was then
  public void write(Path file, TraceOrigin origin, Behavior behavior) throws IOException {
    write(file, RecordedTrace.of(origin, behavior));
  }

  /// Writes a trace to a file, whole or not at all.
  ///
  /// @param file the file; one of that name is replaced
  /// @param trace the trace
  /// @throws IOException if the file cannot be written; it is as it was then
  public void write(Path file, RecordedTrace trace) throws IOException {
    AtomicFile.write(file, text(trace).getBytes(StandardCharsets.UTF_8));
  }

  /// The text of a trace.
  ///
  /// @param trace a trace of the specification
  /// @return JSON with a line end at its end
  public String text(RecordedTrace trace) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      ItfIndenter indenter = new ItfIndenter();
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
      document(json, indenter, trace);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter has no I/O
    }
    return out.append('\n').toString();
  }

  private void document(JsonGenerator json, ItfIndenter indenter, RecordedTrace trace)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("#meta");
    json.writeStringField("format", "ITF");
    json.writeStringField("format-description", DESCRIPTION);
    json.writeStringField("description", trace.origin().verdict());
    origin(json, trace);
    json.writeEndObject();
    json.writeArrayFieldStart("vars");
    for (Var variable : specification.variables()) {
      json.writeString(variable.name());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("states");
    json.writeStartObject();
    json.writeObjectFieldStart("#meta");
    json.writeNumberField("index", 0);
    json.writeEndObject();
    values(json, indenter, trace.initial());
    for (RecordedTrace.Entry entry : trace.steps()) {
      json.writeStartObject();
      json.writeObjectFieldStart("#meta");
      json.writeNumberField("index", entry.number());
      step(json, entry.step());
      json.writeEndObject();
      values(json, indenter, entry.target());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void origin(JsonGenerator json, RecordedTrace trace) throws IOException {
    TraceOrigin origin = trace.origin();
    json.writeObjectFieldStart("psyscall");
    json.writeStringField("version", origin.version());
    json.writeStringField("specification", specification.name());
    json.writeStringField("scenario", origin.scenario());
    json.writeStringField("release", origin.release());
    if (origin.bug().isPresent()) {
      json.writeStringField("bug", origin.bug().get());
    }
    if (origin.property().isPresent()) {
      json.writeStringField("property", origin.property().get());
    }
    json.writeStringField("verdict", origin.verdict());
    json.writeNumberField("steps", trace.length());
    json.writeObjectFieldStart("settings");
    for (Map.Entry<String, String> setting : origin.settings().entrySet()) {
      json.writeStringField(setting.getKey(), setting.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("world");
    for (Map.Entry<Sort.Individual, Integer> size : world.sizes().entrySet()) {
      json.writeNumberField(size.getKey().name(), size.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /// The variables of a state, one a line, and the end of the state's object.
  private void values(JsonGenerator json, ItfIndenter indenter, State state) throws IOException {
    ItfValueWriter values = new ItfValueWriter(json);
    for (int at = 0; at < specification.variables().size(); at++) {
      Var variable = specification.variables().get(at);
      json.writeFieldName(variable.name());
      indenter.beginValue();
      values.write(state.value(at), variable.sort());
      indenter.endValue();
    }
    json.writeEndObject();
  }

  private static void step(JsonGenerator json, RecordedStep step) throws IOException {
    json.writeStringField("actor", step.actor());
    json.writeStringField("label", step.label());
    json.writeStringField("arm", step.arm());
    json.writeStringField("procedure", step.procedure());
    json.writeStringField("citation", step.citation());
    json.writeStringField("clause", step.clause());
    json.writeArrayFieldStart("choices");
    for (RecordedAnswer answer : step.answers()) {
      json.writeStartObject();
      json.writeStringField("choice", answer.choice());
      json.writeStringField("value", answer.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
