package psyscall.proofs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import psyscall.proofs.stub.Claims.Claim;
import psyscall.proofs.stub.Contract;
import psyscall.proofs.stub.Ending;
import psyscall.proofs.stub.Passage;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.ResultMapping;
import psyscall.spec.machine.Register;
import psyscall.spec.stub.Stub;

/// What a stub of Go owes: what is proved of the stubs that are written here, of one that was read.
final class GoStubContract {
  private GoStubContract() {}

  static List<Part> parts(Stub known, Paths paths) {
    Stub stub =
        new Stub(known.release(), paths.routine(), known.source(), known.signature(), known.vdso());
    return List.of(
        BareContract.reads(paths),
        part(
            "arguments",
            "number and arguments reach RAX, RDI, RSI, RDX, R10, R8, R9",
            stub,
            paths,
            contract -> Optional.of(contract.placesArguments())),
        part(
            "results",
            "RAX and RDX become the results, an error from -4094 on",
            stub,
            paths,
            contract -> Optional.of(contract.mapsResults())),
        part(
            "boundary",
            "it reports an error iff the result is at least -4094",
            stub,
            paths,
            GoStubContract::boundary),
        part(
            "kept",
            "stack pointer, frame pointer and return address are kept, nothing else is written",
            stub,
            paths,
            contract -> Optional.of(contract.keeps())),
        part(
            "stored",
            "the results are stored before exitsyscall",
            stub,
            paths,
            Contract::storesBeforeExit));
  }

  private static Optional<Bool> boundary(Contract contract) {
    Word ax = contract.passage().lastKernel().orElseThrow().after().get(Register.RAX);
    return contract.reportsError().map(error -> error.is(ResultMapping.GO.isError(ax)));
  }

  private static Part part(
      String name,
      String text,
      Stub stub,
      Paths paths,
      Function<Contract, Optional<Bool>> condition) {
    List<Claim> claims = new ArrayList<>();
    for (Ending ending : paths.endings()) {
      if (ending instanceof Ending.Returns(Passage passage)) {
        Optional<Bool> claimed =
            passage.lastKernel().isEmpty()
                ? Optional.of(Bool.FALSE)
                : condition.apply(new Contract(stub, paths.entry(), passage));
        claimed.ifPresent(
            one ->
                claims.add(
                    new Claim(
                        "path-" + (claims.size() + 1),
                        passage.assumed(),
                        one,
                        paths.inAndOut(passage))));
      }
    }
    return new Part(name, text, claims);
  }
}
