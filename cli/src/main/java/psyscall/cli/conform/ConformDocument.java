package psyscall.cli.conform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import psyscall.checker.oracle.Conformance;
import psyscall.checker.oracle.Conformance.NotExplained;
import psyscall.checker.oracle.TracerFault;
import psyscall.cli.output.Json;
import psyscall.cli.session.ExitCode;

/// Judged files for programs; `docs/schema/conform.schema.json` says what each field means.
public final class ConformDocument {
  private ConformDocument() {}

  /// The document of all files of a command.
  ///
  /// @param version the version of this build
  /// @param files in the order in which they were judged
  /// @param verdict the last line of the report
  /// @param exit how the command ends
  /// @return an object
  public static ObjectNode of(
      String version, List<Judged> files, String verdict, ExitCode exit) {
    ArrayNode array = Json.array();
    files.forEach(file -> array.add(file.document()));
    ObjectNode document = Json.object().put("version", version);
    document.set("files", array);
    return document.put("verdict", verdict).put("exit", exit.code());
  }

  /// A file of which there is nothing but a verdict.
  ///
  /// @param name of the file
  /// @param format how it was read
  /// @param verdict in a few words
  /// @param exit what it ends with
  /// @param why what is to be said besides; may be empty
  /// @return an object, to which more can be added
  static ObjectNode file(String name, String format, String verdict, ExitCode exit, String why) {
    ObjectNode document =
        Json.object()
            .put("file", name)
            .put("format", format)
            .put("verdict", verdict)
            .put("exit", exit.code())
            .put("why", why);
    Optional<RecordingName> recording = RecordingName.of(name);
    document.put("release", recording.map(RecordingName::release).orElse(null));
    document.put("scenario", recording.map(RecordingName::scenario).orElse(null));
    document.put("procs", recording.map(RecordingName::procs).orElse(null));
    return document;
  }

  /// A file that the oracle answered about.
  ///
  /// @param name of the file
  /// @param format how it was read
  /// @param answer the answer
  /// @return an object
  static ObjectNode of(String name, String format, Conformance answer) {
    ObjectNode document =
        file(
            name,
            format,
            ConformText.verdict(answer),
            ConformText.exit(answer),
            ConformText.rest(answer));
    document
        .put("events", answer.counts().events())
        .put("judged", answer.counts().judged());
    switch (answer) {
      case Conformance.Explained explained ->
          document.set("warnings", Json.texts(explained.warnings()));
      case NotExplained refused -> document.set("refused", refused(refused));
      case Conformance.KnownTracerFault known -> {
        document.set("refused", refused(known.symptom()));
        document.set("fault", fault(known.fault()));
      }
      case Conformance.CutOff cut -> document.put("byte", cut.position());
      case Conformance.NotATrace none -> document.put("byte", none.position());
      case Conformance.Limit _, Conformance.NothingChecked _ -> {}
    }
    return document;
  }

  private static ObjectNode fault(TracerFault fault) {
    ObjectNode document = Json.object();
    if (fault.issue().isPresent()) {
      document.put("issue", fault.issue().getAsInt());
    } else {
      document.putNull("issue");
    }
    return document.put("summary", fault.summary());
  }

  private static ObjectNode refused(NotExplained refused) {
    ObjectNode document =
        Json.object()
            .put("event", refused.event().number())
            .put("byte", refused.event().position())
            .put("text", refused.event().text())
            .put("needs", refused.reason().claim())
            .put("rule", refused.reason().rule())
            .put("guard", refused.reason().guard());
    document.set("states", Json.texts(refused.states()));
    document.set("allowed", Json.texts(refused.allowed()));
    ArrayNode streams = Json.array();
    for (Conformance.Stream stream : refused.streams()) {
      streams.add(
          Json.object()
              .put("name", stream.name())
              .put("explained", stream.consumed())
              .put("next", stream.next()));
    }
    document.set("streams", streams);
    return document;
  }
}
