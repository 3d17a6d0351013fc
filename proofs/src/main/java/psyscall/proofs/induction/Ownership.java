package psyscall.proofs.induction;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import psyscall.proofs.encoding.Universe;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.smt.Smt;
import psyscall.spec.process.Protocol;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.Op;
import psyscall.spec.state.P;
import psyscall.spec.state.Program;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.Term;

/// Every P is in exactly one place, whatever the goroutines do and however long: the invariant with
/// its strengthening holds at the start and is kept by every step.
///
/// The strengthening is found, not written: [Guesses], of which [Pruning] leaves what every step
/// keeps. It is found for the protocol as it is; a changed protocol is held against the same facts,
/// so that what a change breaks shows where it is made. The invariant does not mention where
/// goroutines stand in their programs, so it holds for programs of any length.
///
/// Not part of it: goroutines that stop the world or run forEachP, and the extensions.
public final class Ownership implements Theorem {
  private static final String CLAIM = "processor-in-one-place";

  private final Set<Op> operations;
  private final Set<Feature> features;

  /// Of goroutines that do all that does not stop the world, beside all of sysmon.
  public Ownership() {
    this(
        EnumSet.of(Op.COMPUTE, Op.SYSCALL, Op.RAW_SYSCALL, Op.BLOCK, Op.GOSCHED, Op.PARK, Op.READY),
        Feature.basics());
  }

  /// Of goroutines that do some things.
  ///
  /// @param operations what they choose from, again and again
  /// @param features what is modelled
  Ownership(Set<Op> operations, Set<Feature> features) {
    this.operations = Collections.unmodifiableSet(operations);
    this.features = features;
  }

  @Override
  public String name() {
    return "ownership";
  }

  @Override
  public String claim() {
    return "every P is in exactly one place";
  }

  @Override
  public void prove(Instance instance, Prover prover, ProofListener listener) {
    RuntimeState state = state(instance);
    Protocol protocol = GoRuntime.protocol(state);
    Specification plain = Flattening.of(protocol);
    Specification changed =
        instance
            .mutation()
            .map(mutation -> Flattening.of(mutation.edit().apply(protocol)))
            .orElse(plain);
    try (Smt smt = new Smt()) {
      InductionProof proof = new InductionProof(name(), prover, universe(smt, instance));
      Strengthening found = proof.strengthen(plain, subject(state), listener);
      Strengthening used =
          found.fits(changed) ? found : proof.strengthen(changed, subject(state), listener);
      proof.prove(changed, subject(state), used, listener);
    }
  }

  /// The variables of a world, where each goroutine may do anything at its one position.
  RuntimeState state(Instance instance) {
    Program program = Program.anything(1, operations);
    return new RuntimeState(
        instance.release(),
        instance.threads(),
        instance.processors(),
        Collections.nCopies(instance.goroutines(), program),
        features);
  }

  /// The world for the solver.
  static Universe universe(Smt smt, Instance instance) {
    return new Universe(
        smt,
        Map.of(
            M.IDS.sort(), instance.threads(),
            P.IDS.sort(), instance.processors(),
            G.IDS.sort(), instance.goroutines()));
  }

  /// The claim, and guesses about threads and Ps.
  static InductionProof.Subject subject(RuntimeState state) {
    return new InductionProof.Subject(
        specification -> claim(state, specification),
        specification -> Guesses.of(specification, Set.of(P.IDS.sort(), M.IDS.sort())));
  }

  private static Term claim(RuntimeState state, Specification specification) {
    Property property = Properties.of(CLAIM, new RuntimeView(state, specification));
    if (property instanceof Property.Always always) {
      return always.condition();
    }
    throw new IllegalStateException("claim of another kind: property=" + CLAIM);
  }
}
