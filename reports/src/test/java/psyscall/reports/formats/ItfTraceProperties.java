package psyscall.reports.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.toy.Traces;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

class ItfTraceProperties {
  private final Interpreter calls = Traces.calls();
  private final Interpreter shelf = Traces.shelf();
  private final byte[] file =
      new ItfWriter(calls.specification(), calls.world())
          .text(Traces.recorded(calls))
          .getBytes(UTF_8);

  /// Reads bytes; what is wrong with them must be a format error.
  private Optional<RecordedTrace> read(byte[] bytes) {
    try {
      return Optional.of(ItfTrace.parse(bytes).trace(calls.specification(), calls.world()));
    } catch (TraceFormatException e) {
      assertThat(e).hasMessageMatching("(not an ITF trace|trace of something else): what=[^\\n]+");
      return Optional.empty();
    }
  }

  @Property(tries = 200)
  void truncatedFileIsAFormatError(@ForAll @IntRange(max = 100_000) int length) {
    int kept = length % (file.length - 2); // the last two bytes are the brace and the line end

    assertThat(read(Arrays.copyOf(file, kept))).isEmpty();
  }

  @Property(tries = 500)
  void changedByteIsAFormatErrorOrATrace(@ForAll @IntRange(max = 100_000) int at, @ForAll byte to) {
    byte[] changed = file.clone();
    changed[at % changed.length] = to;

    read(changed).ifPresent(trace -> assertThat(trace.initial()).isNotNull());
  }

  @Property(tries = 500)
  void anyTextIsAFormatError(@ForAll String text) {
    assertThat(read(text.getBytes(UTF_8))).isEmpty();
  }

  @Provide
  Arbitrary<State> states() {
    List<Arbitrary<Value>> values = new ArrayList<>();
    for (Var variable : shelf.schema().variables()) {
      values.add(values(variable.sort()));
    }
    return Combinators.combine(values).as(all -> State.of(shelf.schema(), all));
  }

  private Arbitrary<Value> values(Sort sort) {
    return switch (sort) {
      case Sort.Truth _ -> scalars(0, 1);
      case Sort.Enumeration names -> scalars(0, names.values().size() - 1);
      case Sort.Range range -> scalars(range.low(), range.high());
      case Sort.Individual ids -> scalars(0, shelf.world().size(ids) - 1);
      case Sort.Optional ids -> scalars(-1, shelf.world().size(ids.of()) - 1);
      case Sort.SetOf ids -> ids(ids.of(), 8).map(some -> IdSet.of(some));
      case Sort.Queue ids -> ids(ids.of(), ids.capacity()).map(some -> Queue.of(some));
      case Sort.Bits bits ->
          bits.width() == Long.SIZE
              ? scalars(Long.MIN_VALUE, Long.MAX_VALUE)
              : scalars(0, (1L << bits.width()) - 1);
      case Sort.Memory _ ->
          Arbitraries.longs()
              .list()
              .ofMaxSize(5)
              .map(
                  words -> {
                    Memory memory = Memory.ZERO;
                    for (long word : words) {
                      memory = memory.store(word, 8, ~word);
                    }
                    return memory;
                  });
      case Sort.ArrayOf array ->
          values(array.element()).list().ofSize(shelf.world().size(array.index())).map(Array::of);
      case Sort.Struct struct ->
          Combinators.combine(struct.fields().stream().map(field -> values(field.sort())).toList())
              .as(Struct::new);
    };
  }

  private static Arbitrary<Value> scalars(long low, long high) {
    return Arbitraries.longs().between(low, high).map(Scalar::of);
  }

  private Arbitrary<long[]> ids(Sort.Individual sort, int most) {
    return Arbitraries.longs()
        .between(0, shelf.world().size(sort) - 1)
        .array(long[].class)
        .ofMaxSize(most);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void everyStateIsReadAsItWasWritten(@ForAll("states") State state) throws TraceFormatException {
    RecordedTrace trace = new RecordedTrace(Traces.origin(), 0, state, List.of());
    String text = new ItfWriter(shelf.specification(), shelf.world()).text(trace);

    RecordedTrace again =
        ItfTrace.parse(text.getBytes(UTF_8)).trace(shelf.specification(), shelf.world());

    assertThat(again).isEqualTo(trace);
  }
}
