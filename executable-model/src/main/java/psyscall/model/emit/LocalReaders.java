package psyscall.model.emit;

import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import psyscall.model.interpret.ModelError;
import psyscall.model.layout.Coding;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;
import psyscall.spec.process.Process;

/// The methods by which conditions read locals: where a local lies depends on the label at which
/// its process stands.
public final class LocalReaders {
  /// A state in an array to the local's value.
  public static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          ConstantDescs.CD_long, ConstantDescs.CD_long.arrayType(), ConstantDescs.CD_int);

  /// About how large the code is that reads a slot.
  private static final int BYTECODES_PER_PLACE = 16;

  private final Layout layout;
  private final Leaves leaves;
  private final Map<Key, String> readers = new LinkedHashMap<>();

  private record Key(Leaf leaf, List<Integer> ids) {}

  /// A method that is still to be written.
  ///
  /// @param leaf what it reads
  /// @param ids of whom
  /// @param name its name
  public record Reader(Leaf leaf, List<Integer> ids, String name) {}

  public LocalReaders(Layout layout, Leaves leaves) {
    this.layout = layout;
    this.leaves = leaves;
  }

  /// The name of the method that reads a local.
  public String readerOf(Leaf leaf, int[] ids) {
    List<Integer> boxed = Arrays.stream(ids).boxed().toList();
    return readers.computeIfAbsent(new Key(leaf, boxed), _ -> "local" + readers.size());
  }

  /// All methods that were asked for.
  public List<Reader> all() {
    List<Reader> all = new ArrayList<>();
    readers.forEach((key, name) -> all.add(new Reader(key.leaf(), key.ids(), name)));
    return all;
  }

  /// Writes a method: parameter 1 is the array, 2 where the state begins.
  public void emit(Reader reader, Code.Methods to) {
    Process process = owner(reader.leaf());
    int[] ids = reader.ids().stream().mapToInt(Integer::intValue).toArray();
    int self = process.over().isPresent() ? ids[0] : -1;
    List<String> labels = layout.specification().labels(process.name()).values();
    SortedMap<Integer, Slot> slots = new TreeMap<>();
    for (int at = 0; at < labels.size(); at++) {
      int label = at;
      layout
          .localSlot(process.name(), self, labels.get(at), reader.leaf(), ids)
          .ifPresent(slot -> slots.put(label, slot));
    }
    long bias = Coding.bias(reader.leaf().sort());
    Leaf counter = leaves.of(layout.specification().counter(process.name()), List.of());
    Slot label = layout.slot(counter, self < 0 ? new int[0] : new int[] {self});
    Dispatch.emit(
        to,
        new Code.Method(reader.name(), TYPE),
        "local=" + reader.leaf().variable().name(),
        new Dispatch.Cases<>(
            slots,
            code -> {
              view(code).read(label, 0);
              code.builder.l2i();
            },
            (code, slot) -> {
              view(code).read(slot, bias);
              code.builder.lreturn();
            },
            _ -> BYTECODES_PER_PLACE,
            code -> {
              code.constant(Defaults.of(reader.leaf().sort()));
              code.builder.lreturn();
            }));
  }

  private ArrayView view(Code code) {
    return new ArrayView(code, layout, leaves, 1, 2, this);
  }

  private Process owner(Leaf leaf) {
    return layout.specification().processes().stream()
        .filter(process -> layout.locals(process.name()).contains(leaf))
        .findFirst()
        .orElseThrow(() -> new ModelError("local of nobody: name=" + leaf.variable().name()));
  }

  /// The individuals of a process, −1 for a single one.
  public static IntStream individuals(Layout layout, Process process) {
    return process.over().isPresent()
        ? IntStream.range(0, layout.world().size(process.over().get()))
        : IntStream.of(-1);
  }
}
