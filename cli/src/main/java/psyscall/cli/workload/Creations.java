package psyscall.cli.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;

/// Which goroutines are there from the start, and who creates the others.
///
/// One that says nothing of its origin is created: by an operation `go` that may do so, and if
/// there is none by the first goroutine, before all else, as the `main` of a Go program would.
final class Creations {
  private final Map<String, Long> named = new HashMap<>();
  private long unnamed;
  private final List<Operation> prologue = new ArrayList<>();

  /// A goroutine as the file has it.
  ///
  /// @param operations what it does
  /// @param origin what it says of its origin; empty if nothing
  /// @param name what it is called; empty if nothing
  /// @param isFirst whether it is the first of the program
  /// @param fields where the file speaks of it
  record Draft(
      List<Operation> operations,
      Optional<Origin> origin,
      String name,
      boolean isFirst,
      Fields fields) {
    private boolean isCreatable() {
      return !isFirst && !operations.isEmpty();
    }

    private boolean isHelper() {
      return operations.contains(new Operation.HelpForcedCollection());
    }
  }

  private Creations(List<Draft> drafts) {
    for (Draft draft : drafts) {
      for (Operation operation : draft.operations()) {
        if (operation instanceof Operation.Spawn(Optional<String> name)) {
          name.ifPresentOrElse(it -> named.merge(it, 1L, Long::sum), () -> unnamed++);
        }
      }
    }
  }

  /// The goroutines of a program.
  ///
  /// @param drafts all of them, the first one first
  /// @return in the same order
  /// @throws WorkloadFault if one cannot have its origin
  static List<GoroutineText> of(List<Draft> drafts) throws WorkloadFault {
    return new Creations(drafts).texts(drafts);
  }

  /// Those that say that they are created come first: only an operation of the program can.
  private List<GoroutineText> texts(List<Draft> drafts) throws WorkloadFault {
    for (Draft draft : drafts) {
      if (draft.origin().equals(Optional.of(Origin.SPAWNED))) {
        requireCreator(draft);
      }
    }
    List<GoroutineText> texts = new ArrayList<>();
    for (Draft draft : drafts) {
      Origin origin = draft.origin().orElseGet(() -> usual(draft));
      texts.add(new GoroutineText(draft.operations(), origin, draft.name()));
    }
    GoroutineText first = texts.getFirst();
    List<Operation> whole = new ArrayList<>(prologue);
    whole.addAll(first.operations());
    texts.set(0, new GoroutineText(whole, first.origin(), first.name()));
    return texts;
  }

  private void requireCreator(Draft draft) throws WorkloadFault {
    if (!draft.isCreatable()) {
      throw draft
          .fields()
          .fault("origin", "the first goroutine, or one that does nothing, is not created");
    }
    if (!takesCreator(draft.name())) {
      throw draft
          .fields()
          .fault("origin", "nobody creates it; add an operation go, or leave origin out");
    }
  }

  private Origin usual(Draft draft) {
    if (!draft.isCreatable() || draft.isHelper()) {
      return Origin.INITIAL;
    }
    if (!takesCreator(draft.name())) {
      prologue.add(new Operation.Spawn(Optional.of(draft.name())));
    }
    return Origin.SPAWNED;
  }

  /// Takes one `go` of the name, or one that names nobody, if any is left.
  private boolean takesCreator(String name) {
    long left = named.getOrDefault(name, 0L);
    if (left > 0) {
      named.put(name, left - 1);
      return true;
    }
    if (unnamed > 0) {
      unnamed--;
      return true;
    }
    return false;
  }
}
