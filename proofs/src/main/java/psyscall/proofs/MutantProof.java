package psyscall.proofs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.obligation.Verdict;
import psyscall.proofs.stub.StubContracts;
import psyscall.proofs.stub.WayBack;
import psyscall.spec.kernel.SemanticMutant;
import psyscall.spec.kernel.UserView;
import psyscall.spec.release.Release;
import psyscall.spec.semantics.X86;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// What the obligations of the register level say of a wrong semantics: those of the kernel's way
/// back first, then each stub of each release, until one is refuted.
///
/// @param discharged the obligations in order, with what came of them
public record MutantProof(List<Discharge> discharged) {
  /// Copies the list.
  public MutantProof {
    discharged = List.copyOf(discharged);
  }

  /// Asks.
  ///
  /// @param mutant the wrong semantics
  /// @param prover asks the solver
  /// @return what came of it
  public static MutantProof of(SemanticMutant mutant, Prover prover) {
    Listener listener = new Listener();
    Theorem.Instance instance = new Theorem.Instance(Release.GO_1_10_8, 1, 1, 1, Optional.empty());
    new WayBack(mutant::of).prove(instance, prover, listener);
    StubContracts contracts =
        new StubContracts(mutant.of(UserView.ofProofs(new X86(X86.Vendor.INTEL))));
    for (Release release : Release.all()) {
      for (Stub stub : Stubs.of(release)) {
        if (listener.proof().refuted().isPresent()) {
          return listener.proof();
        }
        contracts.prove(stub, prover, listener);
      }
    }
    return listener.proof();
  }

  /// The obligation that notices the mutant.
  ///
  /// @return the first that is refuted, if one is
  public Optional<Discharge> refuted() {
    return first(verdict -> verdict instanceof Verdict.Refuted);
  }

  /// An obligation that leaves it open.
  ///
  /// @return the first that is not decided, if one is
  public Optional<Discharge> undecided() {
    return first(verdict -> verdict instanceof Verdict.Inconclusive);
  }

  private Optional<Discharge> first(Predicate<Verdict> wanted) {
    return discharged.stream().filter(one -> wanted.test(one.verdict())).findFirst();
  }

  private static final class Listener implements ProofListener {
    private final List<Discharge> all = new ArrayList<>();

    @Override
    public void found(String text, Duration time) {}

    @Override
    public void discharged(Discharge discharge) {
      all.add(discharge);
    }

    MutantProof proof() {
      return new MutantProof(all);
    }
  }
}
