package psyscall.model.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongPredicate;
import psyscall.model.live.LiveResult.Share;
import psyscall.model.live.LiveResult.Tally;
import psyscall.model.trampoline.Host;
import psyscall.model.trampoline.Native;
import psyscall.model.trampoline.Trampoline;
import psyscall.spec.kernel.Return;
import psyscall.spec.kernel.SemanticMutant;
import psyscall.spec.kernel.UserView.Clobbers;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.X86;

/// Makes random system calls on this machine, or executes single instructions, and compares all
/// registers and flags with a semantics.
///
/// Where there is no x86-64 Linux, or no executable memory, or where a filter answers for the
/// kernel, the result says so. Nothing is changed on the machine, and no call waits.
///
/// @param vectors how many vectors, at least 1
/// @param seed what they are drawn from
/// @param goesOn asked after each batch with the number of vectors done; if not, the run ends
public record LiveRun(long vectors, long seed, LongPredicate goesOn) {
  private static final Meaning X86_64 = new X86(X86.Vendor.INTEL);
  private static final String OWN_MEMORY = "/proc/self/mem";

  /// Compares this machine with the semantics in `spec`: the contract of a system call and, on a
  /// machine without FRED, the same call layer by layer, back by SYSRET and by IRET.
  ///
  /// @return what came of it
  public LiveResult calls() {
    Clobbers clobbers = Host.here().clobbers();
    Judges.Claims contract = Judges.contract(clobbers, right -> right);
    return switch (clobbers) {
      case FRED -> calls(contract);
      case ANY, CLASSIC ->
          calls(
              contract
                  .and("sysret ", Judges.layers(X86_64, Return.Way.SYSRET))
                  .and("iret ", Judges.layers(X86_64, Return.Way.IRET)));
    };
  }

  /// Compares single instructions with the semantics in `spec`.
  ///
  /// @return what came of it
  public LiveResult instructions() {
    return instructions(X86_64);
  }

  /// Looks for a vector that a mutant has wrong: a system call first, then an instruction.
  ///
  /// @param mutant a wrong semantics
  /// @return the vector that kills it; if none does, how many it survived
  public LiveResult against(SemanticMutant mutant) {
    LiveResult result = calls(Judges.contract(Host.here().clobbers(), mutant::of));
    return result instanceof LiveResult.Agrees ? instructions(mutant.of(X86_64)) : result;
  }

  /// Makes system calls.
  ///
  /// @param claims of each vector
  /// @return what came of it
  public LiveResult calls(Judges.Claims claims) {
    return here(
        c -> {
          int descriptor = c.open(OWN_MEMORY);
          if (descriptor < 0) {
            return new LiveResult.Off("no reflector: cannot open " + OWN_MEMORY);
          }
          try {
            return on(c, Specimen.SYSCALL, (made, at) -> calls(made, descriptor, claims.judge(at)));
          } finally {
            c.close(descriptor);
          }
        });
  }

  private LiveResult calls(Trampoline trampoline, int descriptor, Judge judge) {
    Probe probe = Probe.of(trampoline, descriptor);
    if (!probe.isEnough()) {
      return new LiveResult.Off(probe.shortage());
    }
    long[] words = Examination.blocks();
    CallVectors source = probe.vectors(new SplittableRandom(seed), descriptor, words);
    LiveResult result = new Examination(trampoline, source, words, judge).run(vectors, goesOn);
    return result.withUnfit(probe.unfit());
  }

  /// Executes single instructions, each of the subset as often as the others, and at least once.
  ///
  /// @param machine what instructions do
  /// @return what came of it
  public LiveResult instructions(Meaning machine) {
    return here(
        c -> {
          List<Share> shares = new ArrayList<>();
          long done = 0;
          List<Specimen> all = Specimens.all();
          for (Specimen specimen : all) {
            LiveResult result = on(c, specimen, (made, at) -> one(made, specimen, machine, at));
            switch (result) {
              case LiveResult.Off off -> {
                return off;
              }
              case LiveResult.Differs differs -> {
                return differs;
              }
              case LiveResult.Agrees(Tally tally) -> {
                shares.addAll(tally.shares());
                done += tally.vectors();
              }
            }
          }
          return new LiveResult.Agrees(new Tally(done, shares, List.of()));
        });
  }

  private LiveResult one(Trampoline trampoline, Specimen specimen, Meaning machine, long address) {
    long[] words = Examination.blocks();
    VectorSource source =
        new InstructionVectors(specimen.title(), new SplittableRandom(seed), words);
    long share = Math.max(1, vectors / Specimens.all().size());
    Judge judge = Judges.of(machine, specimen).judge(address);
    return new Examination(trampoline, source, words, judge).run(share, goesOn);
  }

  private static LiveResult here(Function<Native, LiveResult> run) {
    Optional<String> missing = Host.here().missing();
    return missing.isPresent()
        ? new LiveResult.Off(missing.orElseThrow())
        : run.apply(new Native());
  }

  private static LiveResult on(
      Native c, Specimen specimen, BiFunction<Trampoline, Long, LiveResult> run) {
    Optional<Trampoline> made = Trampoline.of(c, specimen.code());
    if (made.isEmpty()) {
      return new LiveResult.Off("no executable memory: the system refuses it");
    }
    try (Trampoline trampoline = made.orElseThrow()) {
      return run.apply(trampoline, trampoline.examined());
    }
  }
}
