package psyscall.proofs.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import psyscall.proofs.stub.Claims.Claim;
import psyscall.proofs.stub.Claims.Shown;
import psyscall.proofs.stub.Ending;
import psyscall.proofs.stub.Entry;
import psyscall.proofs.stub.Passage;
import psyscall.proofs.stub.StackTerms;
import psyscall.proofs.stub.Walk;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.UserView;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Listing;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Program;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.Operands;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.semantics.X86;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// The paths of a routine, and what was seen on them: reads of what SYSCALL leaves unknown.
///
/// It is assumed that a pointer which does not come from the stack pointer does not point into the
/// routine's own frame, nor to its arguments on the stack.
final class Paths {
  private static final int BITS = 64;
  private static final int WORD_BYTES = 8;

  /// How far below the entry's RSP a frame may reach, in bytes.
  private static final int FRAME = 1 << 16;

  /// How far above it the return address and the arguments reach, in bytes.
  private static final int ARGUMENTS = 96;

  private static final List<Register> CLOBBERED = List.of(Register.RCX, Register.R11);

  private final Routine routine;
  private final Meaning meaning = UserView.ofProofs(new X86(X86.Vendor.INTEL));
  private final SymbolicState entry = Entry.state("");
  private final Stores stores;
  private final Set<Bound> distances = new HashSet<>();
  private final Set<Bound> clobbers = new HashSet<>();
  private final List<Claim> reads = new ArrayList<>();
  private final List<Ending> endings;

  /// What is known of the address of a store elsewhere than on the stack.
  enum Stores {
    /// Nothing: what lies elsewhere is not looked at.
    FORGOTTEN,
    /// That it is not in the routine's frame, and that what is loaded elsewhere is anything: enough
    /// for most proofs, and easy for a solver.
    ANYWHERE,
    /// Where it is: what a counterexample needs.
    EXACT
  }

  Paths(Routine routine, Program program, Stores stores) {
    this.routine = routine;
    this.stores = stores;
    this.endings = Walk.endings(program, routine, meaning, entry, this::sees);
  }

  Routine routine() {
    return routine;
  }

  SymbolicState entry() {
    return entry;
  }

  List<Ending> endings() {
    return endings;
  }

  /// A claim for each place at which RCX or R11 may be read after SYSCALL: what is done there does
  /// not depend on them.
  List<Claim> reads() {
    return List.copyOf(reads);
  }

  private Walk.Seen sees(Passage so, Placed placed, SymbolicState before, Effect effect) {
    if (placed.instruction() instanceof Instruction.Syscall) {
      for (Register register : CLOBBERED) {
        if (effect.registers().get(register) instanceof Word(Term.Reference(Bound bound))) {
          clobbers.add(bound);
        }
      }
    } else {
      CLOBBERED.forEach(register -> judge(register, so, placed, before, effect));
    }
    return after(before, clearing(placed.instruction(), effect));
  }

  /// A register that is combined with itself to 0 no longer depends on what it was.
  private static Effect clearing(Instruction instruction, Effect effect) {
    if (instruction instanceof Instruction.Binary(var operator, Operand.Reg to, Operand.Reg from)
        && to.equals(from)
        && (to.width() == Width.QUAD || to.width() == Width.DOUBLE)
        && (operator == Instruction.Binary.Operator.XOR
            || operator == Instruction.Binary.Operator.SUB)) {
      return effect.with(to.register(), Word.of(0, BITS));
    }
    return effect;
  }

  private void judge(
      Register register, Passage so, Placed placed, SymbolicState before, Effect effect) {
    if (!StackTerms.mentions(before.get(register).term(), clobbers)) {
      return;
    }
    Word other = Entry.unknown("other " + register.name(), BITS);
    Effect otherwise = meaning.of(placed, before.with(register, other));
    List<Bool> same = new ArrayList<>();
    effect
        .registers()
        .forEach(
            (to, word) -> {
              if (to != register) {
                equate(same, word, otherwise.registers().getOrDefault(to, word));
              }
            });
    effect
        .flags()
        .forEach(
            (flag, value) -> {
              Bool changed = otherwise.flags().getOrDefault(flag, value);
              if (isDefined(effect, value.term()) && !value.equals(changed)) {
                same.add(value.is(changed));
              }
            });
    for (int at = 0; at < effect.writes().size(); at++) {
      Effect.Write one = effect.writes().get(at);
      Effect.Write two = otherwise.writes().get(at);
      equate(same, one.word(), two.word());
      equate(
          same,
          Operands.linear(one.address(), before),
          Operands.linear(two.address(), before.with(register, other)));
    }
    for (int at = 0; at < effect.exits().size(); at++) {
      Effect.Exit one = effect.exits().get(at);
      Effect.Exit two = otherwise.exits().get(at);
      if (!one.condition().equals(two.condition())) {
        same.add(one.condition().is(two.condition()));
      }
      if (one.place() instanceof Effect.Place.Computed(Word left)
          && two.place() instanceof Effect.Place.Computed(Word right)) {
        equate(same, left, right);
      }
    }
    if (!same.isEmpty()) {
      List<Shown> shown = new ArrayList<>(in());
      shown.add(new Shown("after-syscall " + register.name(), before.get(register)));
      shown.add(new Shown("or-else " + register.name(), other));
      effect
          .registers()
          .forEach(
              (to, word) -> {
                shown.add(new Shown("out " + to.name(), word));
                shown.add(
                    new Shown(
                        "or-else-out " + to.name(), otherwise.registers().getOrDefault(to, word)));
              });
      reads.add(new Claim(place(placed), so.assumed(), all(same), shown));
    }
  }

  private static boolean isDefined(Effect effect, Term value) {
    return !(value instanceof Term.Reference(Bound bound) && effect.unknowns().contains(bound));
  }

  private static void equate(List<Bool> same, Word left, Word right) {
    if (!left.equals(right)) {
      same.add(left.is(right));
    }
  }

  /// A store elsewhere is told by its distance from the entry's RSP: what the addresses have in
  /// common falls away.
  private Walk.Seen after(SymbolicState before, Effect effect) {
    List<Bool> assumed = new ArrayList<>();
    Word top = entry.get(Register.RSP);
    Bytes memory = before.memory();
    for (Effect.Write write : effect.writes()) {
      Word address = Operands.linear(write.address(), before);
      if (!StackTerms.isFrom(address.term(), top.term())) {
        if (stores == Stores.FORGOTTEN) {
          continue;
        }
        Bound bound = new Bound("distance", new Sort.Bits(BITS));
        distances.add(bound);
        Word distance = Word.bits(BITS).of(bound);
        Word low = Word.of(FRAME, BITS);
        Word frame = Word.of(FRAME + ARGUMENTS, BITS);
        Word bytes = Word.of(write.word().width() / WORD_BYTES, BITS);
        assumed.add(distance.plus(low).below(frame).not());
        assumed.add(distance.plus(bytes).plus(low).below(frame).not());
        if (stores == Stores.EXACT) {
          assumed.add(top.plus(distance).is(address));
        }
        address = top.plus(distance);
      }
      memory = memory.store(address, write.word());
    }
    Effect known = stores == Stores.EXACT ? effect : forgetting(effect);
    return new Walk.Seen(before.after(known).with(memory), assumed);
  }

  private Effect forgetting(Effect effect) {
    Term top = entry.get(Register.RSP).term();
    Effect left = effect;
    for (Map.Entry<Register, Word> one : effect.registers().entrySet()) {
      Term value = one.getValue().term();
      if (StackTerms.loadsElsewhere(value, top)) {
        // A pointer into the vDSO is told by its name.
        String name = StackTerms.mentions(value, "vdso") ? "vdso" : "loaded";
        left = left.with(one.getKey(), Entry.unknown(name, BITS));
      }
    }
    for (Map.Entry<Flag, Bool> one : effect.flags().entrySet()) {
      if (StackTerms.loadsElsewhere(one.getValue().term(), top)) {
        left = left.with(one.getKey(), Bool.TYPE.of(new Bound("loaded", Sort.TRUTH)));
      }
    }
    return left;
  }

  /// Whether a store went elsewhere than on the stack.
  boolean isElsewhere(Term address) {
    return StackTerms.mentions(address, distances);
  }

  /// Where an instruction is, and what it is.
  static String place(Placed placed) {
    return "address=0x%x, instruction=%s"
        .formatted(placed.address(), Listing.of(placed.instruction()));
  }

  /// The registers at the entry.
  List<Shown> in() {
    List<Shown> shown = new ArrayList<>();
    for (Register register : Register.values()) {
      shown.add(new Shown("in " + register.name(), entry.get(register)));
    }
    return shown;
  }

  /// The registers at the entry, what the kernel returned, and the registers at the end of a path.
  List<Shown> inAndOut(Passage passage) {
    List<Shown> shown = new ArrayList<>(in());
    passage
        .lastKernel()
        .ifPresent(visit -> shown.add(new Shown("kernel RAX", visit.after().get(Register.RAX))));
    for (Register register : Register.values()) {
      shown.add(new Shown("out " + register.name(), passage.end().get(register)));
    }
    return shown;
  }

  static Bool all(List<Bool> conditions) {
    return Bool.all(conditions.toArray(Bool[]::new));
  }
}
