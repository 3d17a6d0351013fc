package psyscall.cli.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.session.UnreadableInput;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;
import psyscall.spec.state.Feature;

class WorkloadFileTest {
  private static final String GOOD =
      """
      {
        "psyscall": "program", "version": 1,
        "name": "sample", "summary": "a sample",
        "release": "1.14.15",
        "processors": 2,
        "preemption": "prologues",
        "words": {"w": 1},
        "goroutines": [
          {"operations": [{"op":"go"}, {"op":"go"}, {"op":"compute", "for":"3us"}, {"op":"yield"}]},
          {"times": 2, "origin": "created", "operations": [
            {"op": "raw-syscall", "call": "futex-wait",
             "word": "w", "expected": 1, "timeout": "2ms"},
            {"op": "syscall", "call": "futex-wake", "word": "w", "count": 3},
            {"op": "block", "call": "nanosleep", "for": "1s"},
            {"op": "syscall", "call": "service", "for": "7ns"},
            {"op": "store", "word": "w", "value": -5},
            {"op": "print"}
          ]}
        ]
      }
      """;

  @Test
  void fileIsRead() {
    Workload sample = WorkloadFile.read("sample.json", GOOD);

    assertThat(sample.name()).isEqualTo("sample");
    assertThat(sample.release()).isEqualTo(Release.GO_1_14_15);
    assertThat(sample.processors()).isEqualTo(2);
    assertThat(sample.preemption()).isEqualTo(Preemption.COOPERATIVE);
    assertThat(sample.words()).containsExactly(Map.entry("w", 1L));
    assertThat(sample.goroutines()).hasSize(3);
    assertThat(sample.goroutines().getFirst().operations())
        .containsExactly(
            new Operation.Spawn(),
            new Operation.Spawn(),
            new Operation.Compute(3_000),
            new Operation.Yield());
    assertThat(sample.goroutines().get(2).origin()).isEqualTo(Origin.SPAWNED);
    assertThat(sample.goroutines().get(2).operations())
        .containsExactly(
            new Operation.Call(
                Way.RAW_SYSCALL, new KernelCall.FutexWait("w", 1, OptionalLong.of(2_000_000))),
            new Operation.Call(Way.SYSCALL, new KernelCall.FutexWake("w", 3)),
            new Operation.Call(Way.BLOCK, new KernelCall.Nanosleep(1_000_000_000)),
            new Operation.Call(Way.SYSCALL, new KernelCall.Service(7)),
            new Operation.Store("w", -5),
            new Operation.Print());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 1 | \"version\": 2 | line=2, field=version, not a whole number within limit",
        "\"name\": \"sample\", | | line=1, field missing: name=name",
        "\"sample\" | \"A b\" | line=3, field=name, not lower case words joined by hyphens",
        "{\"w\": 1} | {\"w\": 4294967296} | line=7, field=words.w, not a whole number within",
        "\"w\", \"expected\": 1 | \"w\", \"expected\": -2147483649 | operations[0].expected, not a",
        "{\"w\": 1} | {} | operations[0].word, none is declared; give the program a field words",
        "\"3us\" | \"99999999999999999999s\" | time out of range: value=99999999999999999999s",
        "\"1.14.15\" | \"1.11\" | line=4, field=release, unknown word: value=1.11, choices=",
        "\"processors\": 2 | \"processors\": 65 | line=5, field=processors, not a whole number",
        "\"go\" | \"went\" | line=9, field=goroutines[0].operations[0].op, unknown word: value",
        "\"3us\" | \"3\" | line=9, field=goroutines[0].operations[2].for, not a time: value=3;",
        "\"3us\" | 3 | line=9, field=goroutines[0].operations[2].for, not a text;",
        "\"2ms\" | \"1000001s\" | line=12, field=goroutines[1].operations[0].timeout, time out of",
        "\"expected\": 1 | \"expected\": 1.5 | line=12, field=goroutines[1].operations[0].exp",
        "\"w\", \"count\" | \"v\", \"count\" | line=13, field=goroutines[1].operations[1].word",
        "\"count\": 3 | \"count\": 3, \"at\": 1 | operations[1].at, unknown field; choices=[call",
        "\"times\": 2 | \"times\": 64 | line=10, field=goroutines[1].times, too many goroutines",
        "\"times\": 2 | \"times\": 2, \"times\": 2 | line=10, not JSON: Duplicate field",
        "{\"op\": \"print\"} | {\"op\": | line=18, not JSON: ",
      })
  void faultNamesLineAndField(String good, String bad, String complaint) {
    String text = GOOD.replace(good, bad == null ? "" : bad);
    assertThat(text).isNotEqualTo(GOOD);

    assertThatThrownBy(() -> WorkloadFile.read("sample.json", text))
        .isInstanceOf(UnreadableInput.class)
        .hasMessageStartingWith("cannot read the program: file=sample.json, line=")
        .hasMessageContaining(complaint)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LockThread[] | 'lock'",
        "UnlockThread[] | 'unlock'",
        "Park[] | 'park'",
        "Ready[] | 'ready'",
        "ForEachP[] | 'for-each-p'",
        "Exit[] | 'exit'",
        "Netwait[nanos=5000] | 'netwait', 'for': '5us'",
        "StopTheWorld[reason=READ_MEM_STATS, nanos=7] | 'stop-the-world', 'for': '7ns'",
        "StopTheWorld[reason=GOMAXPROCS, nanos=7] |"
            + " 'stop-the-world', 'for': '7ns', 'reason': 'gomaxprocs'",
        "Say[text=so far] | 'print', 'text': 'so far'",
        "Call[way=RAW_BLOCKED, call=Nanosleep[nanos=5]] |"
            + " 'raw-blocked', 'call': 'nanosleep', 'for': '5ns'",
      })
  void operationOfTheRuntimeIsRead(String operation, String written) {
    Workload read = WorkloadFile.read("sample.json", withFirst(written));

    assertThat(read.goroutines().getFirst().operations().getFirst()).hasToString(operation);
  }

  /// The program, with another first operation; quotes are single ones.
  private static String withFirst(String written) {
    return GOOD.replace("\"go\"", written.replace('\'', '"')).replace("created", "initial");
  }

  @Test
  void goroutineIsCreatedByItsName() {
    String text =
        GOOD.replace("\"go\"", "\"go\", \"name\": \"w\"")
            .replace("\"times\": 2", "\"times\": 2, \"name\": \"w\"");

    Workload named = WorkloadFile.read("sample.json", text);

    assertThat(named.goroutines().getFirst().operations())
        .startsWith(new Operation.Spawn(Optional.of("w")));
    assertThat(named.goroutines().stream().map(Workload.GoroutineText::name))
        .containsExactly("", "w", "w");
  }

  /// As the main of a Go program does.
  @Test
  void firstGoroutineCreatesThoseThatSayNothingOfTheirOrigin() {
    String text = withFirst("'yield'").replace("\"origin\": \"initial\", ", "");
    Operation creation = new Operation.Spawn(Optional.of(""));

    Workload read = WorkloadFile.read("sample.json", text);

    assertThat(read.goroutines().getFirst().operations())
        .startsWith(creation, creation, new Operation.Yield());
    assertThat(read.goroutines().stream().map(Workload.GoroutineText::origin))
        .containsExactly(Origin.INITIAL, Origin.SPAWNED, Origin.SPAWNED);
  }

  @Test
  void goThatMayCreateThemDoes() {
    Workload read = WorkloadFile.read("sample.json", GOOD.replace("\"origin\": \"created\", ", ""));

    assertThat(read).isEqualTo(WorkloadFile.read("sample.json", GOOD));
  }

  @Test
  void goIsForThoseThatSayTheyAreCreated() {
    String silent = "{\"operations\": [{\"op\": \"yield\"}]}, ";
    String text = GOOD.replace("{\"times\": 2", silent + "{\"times\": 2");

    Workload read = WorkloadFile.read("sample.json", text);

    assertThat(read.goroutines()).hasSize(4);
    assertThat(read.goroutines().getFirst().operations())
        .startsWith(
            new Operation.Spawn(Optional.of("")), new Operation.Spawn(), new Operation.Spawn());
  }

  @Test
  void goroutineThatNobodyCreatesIsRefused() {
    String text = GOOD.replaceFirst("\\{\"op\":\"go\"\\}, ", "");

    assertThatThrownBy(() -> WorkloadFile.read("sample.json", text))
        .hasMessageContaining("line=10, field=goroutines[1].origin, nobody creates it; add an op");
  }

  @Test
  void oneTextForAllGoroutinesIsOneThatCreatesTheOthers() {
    String text =
        GOOD.replaceFirst(
            "(?s)\\{\"operations\": \\[.*?\\},\\s*\\{\"times\": 2, \"origin.*?, ",
            "{\"times\": 3, ");

    Workload read = WorkloadFile.read("sample.json", text);

    assertThat(read.goroutines()).hasSize(3);
    assertThat(read.goroutines().getFirst().operations())
        .hasSize(2 + read.goroutines().get(1).operations().size());
    assertThat(read.goroutines().getLast().origin()).isEqualTo(Origin.SPAWNED);
  }

  @Test
  void featuresFollowFromOperationsOrAreAskedFor() {
    String text =
        withFirst("'lock'")
            .replace("\"processors\": 2,", "\"processors\": 2, \"features\": [\"mark-work\"],");

    assertThat(WorkloadFile.read("sample.json", GOOD).features())
        .doesNotContain(Feature.LOCKED, Feature.MARK_WORK);
    assertThat(WorkloadFile.read("sample.json", text).features())
        .contains(Feature.LOCKED, Feature.MARK_WORK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'go', 'name': 'x' | operations[0].name, unknown word: value=x, choices=[]",
        "'netwait' | operations[0], field missing: name=for",
        "'stop-the-world', 'for': '1us', 'reason': 'x' | reason, unknown word: value=x",
        "'park', 'for': '1us' | operations[0].for, unknown field; choices=[op, repeat]",
        "'force-gc' | operations, force-gc beside something else; give it to a goroutine",
        "'print', 'text': 'a\\tb' | operations[0].text, not one line of at most limit=200",
        "'print', 'text': 5 | operations[0].text, not a text; put it into quotes",
      })
  void faultOfAnOperationOfTheRuntimeNamesLineAndField(String written, String complaint) {
    String text = withFirst(written);

    assertThatThrownBy(() -> WorkloadFile.read("sample.json", text))
        .isInstanceOf(UnreadableInput.class)
        .hasMessageStartingWith("cannot read the program: file=sample.json, line=9, field=")
        .hasMessageContaining(complaint);
  }

  @Test
  void helperOfForcedCollectionsHasAGoroutineOfItsOwn() {
    String helper = "{\"operations\": [{\"op\": \"force-gc\"}]}";
    String text = GOOD.replace("\"goroutines\": [", "\"goroutines\": [" + helper + ",");
    String behind = GOOD.replaceFirst("\\]\\s*\\}\\s*$", "," + helper + "]}");

    assertThat(WorkloadFile.read("sample.json", behind).goroutines().getLast().isSystem()).isTrue();
    assertThatThrownBy(() -> WorkloadFile.read("sample.json", text))
        .hasMessageContaining("goroutines[0].operations, force-gc beside something else");
  }

  @Test
  void operationsOfAllGoroutinesAreCounted() {
    String more =
        "{\"repeat\": 999, \"do\": [{\"repeat\": 1000, \"do\": [{\"op\": \"yield\"}]}]}, ";
    String still = "{\"op\": \"yield\"}, ".repeat(990);

    assertThat(WorkloadFile.read("long.json", withMore(more + still)).goroutines().get(1))
        .satisfies(text -> assertThat(text.operations()).hasSizeGreaterThan(999_990));
    assertThatThrownBy(() -> WorkloadFile.read("long.json", withMore(more + still + still)))
        .hasMessageContaining("too many operations in all: limit=1000000");
    assertThatThrownBy(() -> WorkloadFile.read("long.json", withMore(more.replace("999", "1001"))))
        .hasMessageContaining("repeat, too many operations in all: limit=1000000");
    assertThatThrownBy(
            () ->
                WorkloadFile.read(
                    "deep.json",
                    withMore("{\"repeat\": 1, \"do\": [".repeat(11) + "]}".repeat(11) + ", ")))
        .hasMessageContaining("too many loops inside of each other: limit=10");
  }

  private static String withMore(String operations) {
    return GOOD.replace("{\"op\": \"print\"}", operations + "{\"op\": \"print\"}");
  }

  @Test
  void goroutineThatRunsFirstIsNotCreated() {
    String text = GOOD.replace("{\"operations\"", "{\"origin\": \"created\", \"operations\"");

    assertThatThrownBy(() -> WorkloadFile.read("sample.json", text))
        .hasMessageContaining("line=9, field=goroutines[0].origin, the first goroutine");
  }
}
