package psyscall.proofs.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.semantics.SymbolicState;

/// A way through the routine.
///
/// @param assumed what holds on it
/// @param visits where it leaves the routine, in order
/// @param required what must hold on it beside the contract
/// @param end the state behind its return
/// @param rip where it returns to
public record Passage(
    List<Bool> assumed, List<Visit> visits, List<Bool> required, SymbolicState end, Word rip) {

  /// Copies the lists.
  public Passage {
    assumed = List.copyOf(assumed);
    visits = List.copyOf(visits);
    required = List.copyOf(required);
  }

  /// The last visit of the kernel, or of what stands for it.
  ///
  /// @return the visit, if there is one
  public Optional<Visit> lastKernel() {
    return visits.stream().filter(Visit::isKernel).reduce((_, last) -> last);
  }

  Visit kernel() {
    return lastKernel().orElseThrow();
  }

  Passage assuming(List<Bool> more) {
    List<Bool> all = new ArrayList<>(assumed);
    all.addAll(more);
    return new Passage(all, visits, required, end, rip);
  }

  Passage visiting(Visit visit) {
    return new Passage(assumed, with(visits, visit), required, end, rip);
  }

  Passage requiring(Bool condition) {
    return new Passage(assumed, visits, with(required, condition), end, rip);
  }

  Passage at(SymbolicState state, Word place) {
    return new Passage(assumed, visits, required, state, place);
  }

  static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return List.copyOf(longer);
  }
}
