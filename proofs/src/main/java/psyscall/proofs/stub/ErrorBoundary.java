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
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.ResultMapping;
import psyscall.spec.kernel.UserView;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.semantics.X86;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// Where errors begin: for Go's stubs at -4094, for Linux and C at -4095. Each is proved, and shown
/// to fail for the other; the one value between is what Go takes for a success.
public final class ErrorBoundary implements Theorem {
  private static final int BITS = 64;

  @Override
  public String name() {
    return "boundary";
  }

  @Override
  public String claim() {
    return "each stub says error from -4094 on, not from -4095 on as Linux and C do";
  }

  @Override
  public void prove(Instance instance, Prover prover, ProofListener listener) {
    try (Smt smt = new Smt()) {
      Claims claims = new Claims(smt, prover);
      for (Stub stub : Stubs.of(instance.release())) {
        stub(stub, instance, claims, listener);
      }
    }
  }

  /// What Linux and Go call an error, whatever a stub does.
  static void ofMappings(Claims claims, ProofListener listener) {
    Word result = Entry.unknown("result", BITS);
    Word number = ResultMapping.errno(result);
    Bool linux = isWithin(number, 4095).is(ResultMapping.LINUX.isError(result));
    Bool go = isWithin(number, 4095).is(ResultMapping.GO.isError(result));
    Bool other = isWithin(number, 4094).is(ResultMapping.LINUX.isError(result));
    listener.discharged(
        claims.prove(
            "linux/boundary",
            "Linux says error iff the error number is 1 to 4095",
            List.of(claim(linux, result))));
    listener.discharged(
        claims.refute(
            "linux/boundary-of-go",
            "Linux says error iff the error number is 1 to 4094",
            List.of(claim(other, result))));
    listener.discharged(
        claims.refute(
            "go/boundary-of-linux",
            "Go says error iff the error number is 1 to 4095",
            List.of(claim(go, result))));
    Bool agree = ResultMapping.GO.isError(result).is(ResultMapping.LINUX.isError(result));
    Bool between = result.is(Word.of(-4095, BITS));
    listener.discharged(
        claims.prove(
            "boundary/disagreement",
            "Go and Linux disagree about -4095 and about no other result",
            List.of(claim(agree.is(between.not()), result))));
  }

  private static Bool isWithin(Word number, long most) {
    return number.minus(Word.of(1, BITS)).below(Word.of(most, BITS));
  }

  private static Claim claim(Bool condition, Word result) {
    return new Claim("result", List.of(), condition, List.of(new Shown("result", result)));
  }

  private static void stub(
      Stub stub, Theorem.Instance instance, Claims claims, ProofListener listener) {
    SymbolicState entry = Entry.state("");
    List<Claim> own = new ArrayList<>();
    List<Claim> others = new ArrayList<>();
    for (Passage passage :
        Walk.of(
            Stubs.program(instance.release()),
            stub.routine(),
            UserView.ofProofs(new X86(X86.Vendor.INTEL)),
            entry)) {
      Contract contract = new Contract(stub, entry, passage);
      Word ax = passage.kernel().after().get(Register.RAX);
      contract
          .reportsError()
          .ifPresent(
              error -> {
                String path = "path-" + (own.size() + 1);
                List<Shown> shown = List.of(new Shown("result", ax));
                Bool go = error.is(ResultMapping.GO.isError(ax));
                Bool linux = error.is(ResultMapping.LINUX.isError(ax));
                own.add(new Claim(path, passage.assumed(), go, shown));
                others.add(new Claim(path, passage.assumed(), linux, shown));
              });
    }
    if (own.isEmpty()) {
      return;
    }
    String prefix = instance.release().name() + "/" + stub.routine().name() + "/boundary";
    listener.discharged(
        claims.prove(prefix, "it reports an error iff the result is at least -4094", own));
    listener.discharged(
        claims.refute(
            prefix + "-of-linux", "it reports an error iff the result is at least -4095", others));
  }
}
