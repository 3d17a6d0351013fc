package psyscall.model.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import psyscall.spec.expr.Bool;
import psyscall.spec.kernel.Dispatcher;
import psyscall.spec.kernel.Return;
import psyscall.spec.kernel.RoundTrip;
import psyscall.spec.kernel.UserView;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.semantics.X86;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// The judges of SYSCALL and of other instructions, made of the semantics in `spec`.
public final class Judges {
  private Judges() {}

  /// The contract that stubs are judged against: SYSCALL as one instruction. What a kernel's table
  /// does not have is no call.
  ///
  /// @param clobbers what is known of RCX and R11; with [UserView.Clobbers#ANY] nothing is claimed
  ///   of them
  /// @param change made to the contract: a mutant, or nothing
  /// @return its claims, by the address of SYSCALL
  public static Claims contract(UserView.Clobbers clobbers, UnaryOperator<Meaning> change) {
    UserView view =
        new UserView(
            new X86(X86.Vendor.INTEL),
            clobbers,
            (before, _) -> table().result(before.get(Register.RAX), VectorTerms.result()));
    return of(change.apply(view), Specimen.SYSCALL);
  }

  /// The same call layer by layer: the instruction, the saved frame, the table, the way back.
  ///
  /// @param machine what SYSCALL, SYSRET and IRET do
  /// @param way how the kernel goes back
  /// @return its claims, by the address of SYSCALL
  public static Claims layers(Meaning machine, Return.Way way) {
    return address -> {
      Placed placed = Specimen.SYSCALL.at(address).getFirst();
      SymbolicState before = VectorTerms.before();
      RoundTrip.Trip trip =
          new RoundTrip(machine, table()).of(placed, before, VectorTerms.result(), way);
      return VectorTerms.claims(
          trip.returned().state(), trip.returned().effect().exits(), placed.end());
    };
  }

  /// What a semantics claims, once it is known where the instructions stand.
  @FunctionalInterface
  public interface Claims {
    /// The claims.
    ///
    /// @param address of the first instruction
    /// @return by name, of the variables of a vector
    Map<String, Bool> at(long address);

    /// These claims and others, of one vector.
    ///
    /// @param prefix set before the names of the others
    /// @param others the others
    /// @return all of them
    default Claims and(String prefix, Claims others) {
      return address -> {
        Map<String, Bool> all = new LinkedHashMap<>(at(address));
        others.at(address).forEach((name, claim) -> all.put(prefix + name, claim));
        return all;
      };
    }

    /// The claims as a judge.
    ///
    /// @param address of the first instruction
    /// @return a judge for one thread
    default Judge judge(long address) {
      return MeaningJudge.of(at(address));
    }
  }

  /// A jump over the rest.
  private record Skipped(Bool condition, SymbolicState state) {}

  /// What a semantics says of instructions in a row, of which some may jump over the rest; nothing
  /// of what it leaves open.
  ///
  /// @param meaning what each of them does
  /// @param specimen the instructions
  /// @return its claims, by the address of the first instruction
  static Claims of(Meaning meaning, Specimen specimen) {
    return address -> {
      SymbolicState state = VectorTerms.before();
      Set<Term> open = new HashSet<>();
      List<Skipped> skipped = new ArrayList<>();
      List<Effect.Exit> exits = List.of();
      List<Placed> placed = specimen.at(address);
      for (Placed each : placed) {
        Effect effect = meaning.of(each, state);
        effect.unknowns().forEach(bound -> open.add(new Term.Reference(bound)));
        if (each.instruction() instanceof Instruction.JumpIf) {
          skipped.add(new Skipped(effect.exits().getFirst().condition(), state));
        }
        exits = effect.exits();
        state = state.after(effect);
      }
      for (Skipped each : skipped.reversed()) {
        state = VectorTerms.choose(each.condition(), each.state(), state);
      }
      Map<String, Bool> claims = VectorTerms.claims(state, exits, placed.getLast().end());
      claims.values().removeIf(claim -> mentions(claim.term(), open));
      return claims;
    };
  }

  private static boolean mentions(Term term, Set<Term> open) {
    return open.contains(term)
        || Traversal.parts(term).stream().anyMatch(part -> mentions(part, open));
  }

  /// No kernel's table is longer, and none of the calls that are made has a number between.
  private static Dispatcher table() {
    return Dispatcher.of(SafeCalls.UNKNOWN_MIN);
  }
}
