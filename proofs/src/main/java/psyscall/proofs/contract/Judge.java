package psyscall.proofs.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.model.assembly.Reading;
import psyscall.proofs.contract.Paths.Stores;
import psyscall.proofs.obligation.Discharge;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.Verdict;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.stub.Claims;
import psyscall.proofs.stub.Claims.Claim;
import psyscall.proofs.stub.Ending;
import psyscall.spec.expr.Bool;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Routine;
import psyscall.spec.stub.Stub;

/// Holds routines against contracts.
///
/// @param prover asks the solver
/// @param program where callees in Go's assembly are looked up; others are left open
public record Judge(Prover prover, Program program) {

  /// Judges a routine.
  ///
  /// @param reading what a reader made of it
  /// @param asked the contract, where another than its own is asked for
  /// @return what came of it
  public Judgement judge(Reading reading, Optional<ContractKind> asked) {
    long start = prover.clockNanos().getAsLong();
    ContractKind contract = asked.orElseGet(() -> ContractKind.of(reading));
    Finding finding =
        switch (reading) {
          case Reading.Outside outside -> new Finding.Outside(outside.place(), outside.what());
          case Reading.Whole whole -> finding(whole, contract);
        };
    Duration time = Duration.ofNanos(prover.clockNanos().getAsLong() - start);
    return new Judgement(reading.name(), contract, finding, time);
  }

  private Finding finding(Reading.Whole reading, ContractKind contract) {
    Routine routine = reading.routine();
    Program known = routine.convention() == Convention.C ? new Program(List.of()) : program;
    Stores first =
        switch (contract) {
          case BARE -> Stores.FORGOTTEN;
          case GO_STUB, C_SYSCALL -> Stores.ANYWHERE;
        };
    Finding finding = finding(reading, contract, new Paths(routine, known, first));
    return finding instanceof Finding.Refuted
        ? finding(reading, contract, new Paths(routine, known, Stores.EXACT))
        : finding;
  }

  private Finding finding(Reading.Whole reading, ContractKind contract, Paths paths) {
    return switch (contract) {
      case BARE -> decide(paths, BareContract.parts(paths));
      case C_SYSCALL -> decide(paths, CSyscallContract.parts(paths));
      case GO_STUB -> goStub(reading, paths);
    };
  }

  /// Of several signatures over the releases, one has to fit.
  private Finding goStub(Reading.Whole reading, Paths paths) {
    List<Finding> findings = new ArrayList<>();
    for (Stub known : KnownStubs.of(reading)) {
      Finding finding = decide(paths, GoStubContract.parts(known, paths));
      if (finding instanceof Finding.Proved) {
        return finding;
      }
      findings.add(finding);
    }
    return findings.isEmpty()
        ? new Finding.Undecided("no stub of Go is known by this name and convention")
        : findings.getFirst();
  }

  private Finding decide(Paths paths, List<Part> parts) {
    try (Smt smt = new Smt()) {
      Claims claims = new Claims(smt, prover);
      int questions = 0;
      Optional<Finding> undecided = Optional.empty();
      for (Part part : parts) {
        if (part.claims().isEmpty()) {
          continue;
        }
        Discharge discharge =
            claims.prove(paths.routine().name() + "/" + part.name(), part.text(), part.claims());
        switch (discharge.verdict()) {
          case Verdict.Proved(int asked) -> questions += asked;
          case Verdict.Refuted(List<String> lines) -> {
            return new Finding.Refuted(part.text(), lines);
          }
          case Verdict.RefutedAsStated(List<String> lines) -> {
            return new Finding.Refuted(part.text(), lines);
          }
          case Verdict.Inconclusive(String why) ->
              undecided = undecided.or(() -> Optional.of(new Finding.Undecided(why)));
        }
      }
      Optional<Finding> first = undecided.or(() -> unfinished(claims, paths));
      int asked = questions;
      return first.orElseGet(() -> new Finding.Proved(paths.endings().size(), asked));
    }
  }

  /// The first path that may be taken and was not followed to its end, or ends in an exception.
  private static Optional<Finding> unfinished(Claims claims, Paths paths) {
    for (Ending ending : paths.endings()) {
      Optional<String> why =
          switch (ending) {
            case Ending.Open open -> Optional.of(open.why() + ", " + Paths.place(open.where()));
            case Ending.Faults fault -> Optional.of("may fault, " + Paths.place(fault.where()));
            case Ending.Returns _, Ending.Leaves _, Ending.Stops _ -> Optional.empty();
          };
      if (why.isPresent()) {
        Claim never = new Claim("path", ending.passage().assumed(), Bool.FALSE, List.of());
        Discharge discharge =
            claims.prove(paths.routine().name() + "/open", "the path is not taken", List.of(never));
        if (!(discharge.verdict() instanceof Verdict.Proved)) {
          return Optional.of(new Finding.Undecided(why.get()));
        }
      }
    }
    return Optional.empty();
  }
}
