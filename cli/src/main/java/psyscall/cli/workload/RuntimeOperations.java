package psyscall.cli.workload;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import psyscall.model.workload.Operation;
import psyscall.model.workload.StopReason;
import psyscall.spec.state.Feature;

/// Reads the operations that ask something of the runtime, and what is modelled for them.
final class RuntimeOperations {
  /// The words of field `op`.
  static final List<String> WORDS =
      List.of(
          "yield",
          "go",
          "park",
          "ready",
          "lock",
          "unlock",
          "stop-the-world",
          "for-each-p",
          "netwait",
          "force-gc",
          "exit");

  /// What may be asked for beyond what the operations need: what Go's collector and scheduler do
  /// beside the program.
  private static final List<Feature> EXTENSIONS =
      List.of(Feature.SCAN_BIT, Feature.MARK_WORK, Feature.GLOBAL_TURN);

  private static final int TEXT_MAX = 200;

  private RuntimeOperations() {}

  /// Reads one.
  ///
  /// @param word one of [#WORDS]
  /// @param fields the fields of the operation
  /// @param names what goroutines are called
  /// @return the operation
  static Operation read(String word, Fields fields, Set<String> names) throws WorkloadFault {
    return switch (word) {
      case "yield" -> new Operation.Yield();
      case "go" -> new Operation.Spawn(name(fields, names));
      case "park" -> new Operation.Park();
      case "ready" -> new Operation.Ready();
      case "lock" -> new Operation.LockThread();
      case "unlock" -> new Operation.UnlockThread();
      case "stop-the-world" -> new Operation.StopTheWorld(reason(fields), fields.nanos("for"));
      case "for-each-p" -> new Operation.ForEachP();
      case "netwait" -> new Operation.Netwait(fields.nanos("for"));
      case "force-gc" -> new Operation.HelpForcedCollection();
      case String _ -> new Operation.Exit();
    };
  }

  private static Optional<String> name(Fields fields, Set<String> names) throws WorkloadFault {
    return fields.has("name")
        ? Optional.of(fields.word("name", List.copyOf(names)))
        : Optional.empty();
  }

  private static StopReason reason(Fields fields) throws WorkloadFault {
    List<String> words = Stream.of(StopReason.values()).map(RuntimeOperations::word).toList();
    String word = fields.word("reason", words, word(StopReason.READ_MEM_STATS));
    return Stream.of(StopReason.values())
        .filter(reason -> word(reason).equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static String word(StopReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a print: of a text, or of what the last call gave back.
  static Operation print(Fields fields) throws WorkloadFault {
    if (!fields.has("text")) {
      return new Operation.Print();
    }
    String text = fields.text("text");
    if (text.length() > TEXT_MAX || text.chars().anyMatch(Character::isISOControl)) {
      throw fields.fault("text", "not one line of at most limit=" + TEXT_MAX + " characters");
    }
    return new Operation.Say(text);
  }

  /// Reads what is to be modelled beyond what the operations need.
  static Set<Feature> extensions(Fields fields) throws WorkloadFault {
    if (!fields.has("features")) {
      return Set.of();
    }
    List<String> words = EXTENSIONS.stream().map(Feature::word).toList();
    Set<Feature> extensions = new TreeSet<>();
    for (String word : fields.words("features", words)) {
      extensions.add(EXTENSIONS.get(words.indexOf(word)));
    }
    return extensions;
  }

  /// The helper of forced collections does nothing else, and nobody creates it.
  static void requireHelperAlone(List<Operation> operations, boolean isPlain, Fields goroutine)
      throws WorkloadFault {
    Operation helper = new Operation.HelpForcedCollection();
    if (operations.contains(helper) && (operations.size() > 1 || !isPlain)) {
      throw goroutine.fault(
          "operations",
          "force-gc beside something else; give it to a goroutine of its own, not the first and"
              + " not created");
    }
  }
}
