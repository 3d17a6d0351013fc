package psyscall.proofs.stub;

import java.util.ArrayList;
import java.util.List;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.stub.Claims.Claim;
import psyscall.proofs.stub.Claims.Shown;
import psyscall.spec.expr.Bool;
import psyscall.spec.kernel.UserView;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.semantics.X86;
import psyscall.spec.stub.Signature.Results;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// Each stub of a release keeps its contract for all values of all registers, of memory and of what
/// the kernel returns.
public final class StubContracts implements Theorem {
  private static final String KEPT = "stack pointer, frame pointer and return address are kept";

  private final Meaning meaning;

  /// By the processor's meaning of instructions and the kernel as user code sees it.
  public StubContracts() {
    this(UserView.ofProofs(new X86(X86.Vendor.INTEL)));
  }

  /// By another meaning, such as a wrong one.
  ///
  /// @param meaning what instructions do, SYSCALL as user code sees it
  public StubContracts(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public String name() {
    return "stubs";
  }

  @Override
  public String claim() {
    return "each stub places its arguments, maps its result and keeps what its convention asks for";
  }

  @Override
  public void prove(Instance instance, Prover prover, ProofListener listener) {
    for (Stub stub : Stubs.of(instance.release())) {
      prove(stub, prover, listener);
    }
  }

  /// Discharges the obligations about one stub.
  ///
  /// @param stub which
  /// @param prover asks the solver
  /// @param listener hears what they come to
  public void prove(Stub stub, Prover prover, ProofListener listener) {
    try (Smt smt = new Smt()) {
      prove(stub, new Claims(smt, prover), listener);
    }
  }

  private void prove(Stub stub, Claims claims, ProofListener listener) {
    SymbolicState entry = Entry.state("");
    List<Contract> paths =
        Walk.of(Stubs.program(stub.release()), stub.routine(), meaning, entry).stream()
            .map(passage -> new Contract(stub, entry, passage))
            .toList();
    String prefix = stub.release().name() + "/" + stub.routine().name() + "/";
    listener.discharged(
        claims.prove(
            prefix + "arguments",
            "number and arguments reach RAX, RDI, RSI, RDX, R10, R8, R9",
            claimed(paths, Contract::placesArguments)));
    listener.discharged(
        claims.prove(prefix + "results", mapping(stub), claimed(paths, Contract::mapsResults)));
    listener.discharged(
        claims.prove(
            prefix + "kept",
            paths.stream().allMatch(Contract::callsOnlyTheKernel)
                ? KEPT + ", nothing else is written"
                : KEPT,
            claimed(paths, Contract::keeps)));
    List<Claim> stored = new ArrayList<>();
    for (Contract path : paths) {
      if (path.storesBeforeExit().isPresent()) {
        stored.addAll(claimed(List.of(path), one -> one.storesBeforeExit().orElseThrow()));
      }
    }
    if (!stored.isEmpty()) {
      listener.discharged(
          claims.prove(prefix + "stored", "the results are stored before exitsyscall", stored));
    }
  }

  private static String mapping(Stub stub) {
    return switch (stub.signature().results()) {
      case Results.Triple _, Results.Pair _, Results.Errno _, Results.MinusOne _ ->
          "RAX and RDX become the results, an error from -4094 on";
      case Results.Unchecked _, Results.Low _ ->
          "RAX and RDX become the results, whatever they are";
    };
  }

  private interface Part {
    Bool of(Contract contract);
  }

  private static List<Claim> claimed(List<Contract> paths, Part part) {
    List<Claim> claims = new ArrayList<>();
    for (Contract path : paths) {
      claims.add(
          new Claim(
              "path-" + (claims.size() + 1), path.passage().assumed(), part.of(path), shown(path)));
    }
    return claims;
  }

  private static List<Shown> shown(Contract path) {
    List<Shown> shown = new ArrayList<>();
    for (Register register : Register.values()) {
      shown.add(new Shown("entry " + register.name(), path.entry().get(register)));
    }
    SymbolicState kernel = path.passage().kernel().after();
    shown.add(new Shown("kernel RAX", kernel.get(Register.RAX)));
    shown.add(new Shown("kernel RDX", kernel.get(Register.RDX)));
    for (Register register : Register.values()) {
      shown.add(new Shown("return " + register.name(), path.passage().end().get(register)));
    }
    return shown;
  }
}
