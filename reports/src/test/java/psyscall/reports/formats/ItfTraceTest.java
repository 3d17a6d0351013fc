package psyscall.reports.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.toy.Traces;
import psyscall.spec.state.P;

class ItfTraceTest {
  private final Interpreter calls = Traces.calls();
  private final RecordedTrace recorded = Traces.recorded(calls);
  private final String text = new ItfWriter(calls.specification(), calls.world()).text(recorded);

  private RecordedTrace read(String json) throws TraceFormatException {
    return ItfTrace.parse(json.getBytes(UTF_8)).trace(calls.specification(), calls.world());
  }

  @Test
  void whatIsWrittenIsReadAgain() throws TraceFormatException {
    assertThat(read(text)).isEqualTo(recorded);
  }

  @Test
  void originIsReadWithoutTheSpecification() throws TraceFormatException {
    assertThat(ItfTrace.parse(text.getBytes(UTF_8)).origin()).isEqualTo(Traces.origin());
  }

  @Test
  void fileIsRead(@TempDir Path folder) throws IOException, TraceFormatException {
    Path file = Files.writeString(folder.resolve("trace.itf.json"), text);

    assertThat(ItfTrace.read(file).origin()).isEqualTo(Traces.origin());
  }

  @Test
  void missingFileIsNoFormatError(@TempDir Path folder) {
    assertThatThrownBy(() -> ItfTrace.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void everySortIsReadAgain() throws TraceFormatException {
    Interpreter shelf = Traces.shelf();
    RecordedTrace trace = RecordedTrace.of(Traces.origin(), Traces.thrown(shelf));
    String json = new ItfWriter(shelf.specification(), shelf.world()).text(trace);

    RecordedTrace again =
        ItfTrace.parse(json.getBytes(UTF_8)).trace(shelf.specification(), shelf.world());

    assertThat(again).isEqualTo(trace);
  }

  static Stream<Arguments> notJson() {
    String nested = "[".repeat(100) + "]".repeat(100);
    return Stream.of(
        Arguments.of("", "what=file is empty, where=file, wanted=a JSON document"),
        Arguments.of("[]", "what=wrong kind of value, where=file, wanted=an object"),
        Arguments.of("{}", "what=missing field, where=file, wanted=a field #meta"),
        Arguments.of(
            "{\"#meta\": {}}", "what=missing field, where=file #meta, wanted=a field psyscall"),
        Arguments.of(
            "{\"a\": 1,",
            "what=not JSON (Unexpected end-of-input within/between Object entries), where=line 1 "),
        Arguments.of("{} {}", "what=not JSON (Trailing token "),
        Arguments.of("{\"a\": 1, \"a\": 2}", "what=not JSON (Duplicate field 'a'), where=line 1 "),
        Arguments.of("{\"a\": \u0007}", "what=not JSON (Illegal character "),
        Arguments.of(nested, "what=beyond a limit (Document nesting depth (65) exceeds "),
        Arguments.of(
            "[" + "9".repeat(101) + "]", "what=beyond a limit (Number value length (101)"));
  }

  @ParameterizedTest
  @MethodSource("notJson")
  void whatIsNoTraceIsRefused(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith("not an ITF trace: " + message)
        .hasMessageMatching("[^\\n]*, wanted=an? [^\\n]*");
  }

  @Test
  void fileBeyondTheLimitIsRefused() {
    byte[] huge = new byte[ItfTrace.BYTES_MAX + 1];

    assertThatThrownBy(() -> ItfTrace.parse(huge))
        .isInstanceOf(TraceFormatException.class)
        .hasMessage(
            "not an ITF trace: what=file too long, where=file, wanted=at most 67108864 bytes");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] bytes = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};

    assertThatThrownBy(() -> ItfTrace.parse(bytes)).isInstanceOf(TraceFormatException.class);
  }

  private static Arguments damage(Consumer<ObjectNode> damage, String message) {
    return Arguments.of(damage, message);
  }

  private static ObjectNode meta(ObjectNode root) {
    return (ObjectNode) root.at("/#meta/psyscall");
  }

  private static ObjectNode state(ObjectNode root, int index) {
    return (ObjectNode) root.at("/states/" + index);
  }

  private static ArrayNode entry(ObjectNode root, int index, String variable) {
    return (ArrayNode) state(root, index).get(variable).get("#map").get(0);
  }

  static Stream<Arguments> damagedValues() {
    String statuses = "[Pidle, Prunning, Psyscall, Pgcstop]";
    return Stream.of(
        damage(
            root -> entry(root, 3, "p.status").set(1, root.textNode("Pgone")),
            "not an ITF trace: what=unknown value 'Pgone', where=state 3 variable p.status of P0,"
                + " wanted=one of "
                + statuses),
        damage(
            root -> entry(root, 3, "p.status").set(1, root.numberNode(1)),
            "not an ITF trace: what=wrong kind of value, where=state 3 variable p.status of P0,"
                + " wanted=one of "
                + statuses),
        damage(
            root -> entry(root, 0, "p.status").set(0, root.textNode("P1")),
            "not an ITF trace: what=id out of range P1, where=state 0 variable p.status,"
                + " wanted=an id in P0..P0"),
        damage(
            root -> entry(root, 2, "m.oldp").set(1, root.textNode("P007")),
            "not an ITF trace: what=not an id 'P007', where=state 2 variable m.oldp of M0,"
                + " wanted=an id in P0..P0"),
        damage(
            root -> state(root, 1).put("calls", 4),
            "not an ITF trace: what=number out of range 4, where=state 1 variable calls,"
                + " wanted=a number in 0..3"),
        damage(
            root -> state(root, 1).put("calls", 1.5),
            "not an ITF trace: what=wrong kind of value, where=state 1 variable calls,"
                + " wanted=a number in 0..3"),
        damage(
            root -> ((ArrayNode) state(root, 0).at("/sched.midle/#set")).add("M1"),
            "not an ITF trace: what=element twice in a set, where=state 0 variable sched.midle,"
                + " wanted=each element once"),
        damage(
            root -> ((ArrayNode) state(root, 0).at("/p.m/#map")).removeAll(),
            "not an ITF trace: what=entries of an array 0, where=state 0 variable p.m,"
                + " wanted=one for each of the 1 individuals of P"),
        damage(
            root -> entry(root, 0, "m.p").set(0, root.textNode("M1")),
            "not an ITF trace: what=entry twice M1, where=state 0 variable m.p,"
                + " wanted=each individual once"));
  }

  static Stream<Arguments> damagedParts() {
    return Stream.of(
        damage(
            root -> state(root, 2).remove("calls"),
            "not an ITF trace: what=missing field, where=state 2, wanted=a field calls"),
        damage(
            root -> state(root, 2).put("extra", 1),
            "not an ITF trace: what=unknown field 'extra', where=state 2,"
                + " wanted=the variables in vars and #meta"),
        damage(
            root -> ((ObjectNode) state(root, 2).get("#meta")).remove("label"),
            "not an ITF trace: what=missing field, where=state 2 #meta, wanted=a field label"),
        damage(
            root -> ((ObjectNode) state(root, 2).get("#meta")).put("clause", "red\u001b[31m"),
            "not an ITF trace: what=control character, where=state 2 #meta clause,"
                + " wanted=printable text"),
        damage(
            root -> root.putArray("states"),
            "not an ITF trace: what=no states, where=file states,"
                + " wanted=at least the initial state"),
        damage(
            root -> ((ArrayNode) root.get("vars")).remove(7),
            "not an ITF trace: what=missing variable calls, where=file vars,"
                + " wanted=the variables of the scenario"),
        damage(
            root -> ((ArrayNode) root.get("vars")).add("g.status"),
            "not an ITF trace: what=unknown variable 'g.status', where=file vars,"
                + " wanted=the variables of the scenario"),
        damage(
            root -> ((ArrayNode) root.get("vars")).add("calls"),
            "not an ITF trace: what=variable twice 'calls', where=file vars,"
                + " wanted=each variable once"),
        damage(
            root -> meta(root).put("steps", -1),
            "not an ITF trace: what=wrong kind of value, where=file #meta psyscall steps,"
                + " wanted=a number from 0"),
        damage(
            root -> meta(root).put("release", 10),
            "not an ITF trace: what=wrong kind of value, where=file #meta psyscall release,"
                + " wanted=a string"),
        damage(
            root -> meta(root).put("specification", "shelf"),
            "trace of something else: what=specification, given='shelf', wanted=calls"),
        damage(
            root -> ((ObjectNode) meta(root).get("world")).put("P", 2),
            "trace of something else: what=world, given='{M=4, P=2}', wanted={M=4, P=1}"));
  }

  @ParameterizedTest
  @MethodSource({"damagedValues", "damagedParts"})
  void damageIsNamed(Consumer<ObjectNode> damage, String message) throws IOException {
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(text);
    damage.accept(root);

    assertThatThrownBy(() -> read(root.toString()))
        .isInstanceOf(TraceFormatException.class)
        .hasMessage(message);
  }

  @Test
  void traceOfALargerWorldIsRefused() {
    assertThatThrownBy(
            () ->
                ItfTrace.parse(text.getBytes(UTF_8))
                    .trace(calls.specification(), calls.world().with(P.IDS.sort(), 2)))
        .isInstanceOf(TraceFormatException.class)
        .hasMessage("trace of something else: what=world, given='{M=4, P=1}', wanted={M=4, P=2}");
  }

  @Test
  void orderInSetsAndMapsDoesNotMatter() throws IOException, TraceFormatException {
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(text);
    ArrayNode threads = (ArrayNode) state(root, 0).at("/m.p/#map");
    threads.add(threads.remove(0));
    ArrayNode idle = (ArrayNode) state(root, 0).at("/sched.midle/#set");
    idle.add(idle.remove(0));
    state(root, 1).putObject("calls").put("#bigint", "1");

    assertThat(read(root.toString())).isEqualTo(recorded);
  }
}
