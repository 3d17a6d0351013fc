package psyscall.spec.runtime;

import static psyscall.spec.state.StubState.BITS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.ResultMapping;
import psyscall.spec.kernel.UserView;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Listing;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.process.Ending;
import psyscall.spec.process.StepKind;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.X86;
import psyscall.spec.state.G;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.state.StubState;
import psyscall.spec.stub.Linked;
import psyscall.spec.stub.Linked.Flow;
import psyscall.spec.stub.Linked.Step;
import psyscall.spec.stub.Signature;
import psyscall.spec.stub.Stubs;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Term;

/// A system call that tells the scheduler, instruction by instruction: the stub as it is, its calls
/// of `entersyscall` and `exitsyscall` being the procedures of this layer.
///
/// Each instruction is a step, and its values are those of its meaning (`psyscall.spec.semantics`).
/// The registers that matter are locals of the thread; what the stub stores on the stack belongs to
/// the goroutine. The kernel answers whose argument it finds in RDI, so that a result can be told
/// from another goroutine's.
final class SyscallStub extends RuntimeProcedure {
  /// What the kernel may return: both sides of each boundary, and a restart code.
  private static final List<Integer> ANSWERS = List.of(0, 1, -1, -4094, -4095, -4096, -516);

  private static final int WORD = 64;

  /// What a register holds that may hold anything: a value that is no argument and no result.
  private static final int NOBODYS = 0xaaa;

  private final ReenterSyscall reenterSyscall;
  private final ExitSyscall exitSyscall;
  private final StubState call;
  private final Map<Register, Word> registers = new EnumMap<>(Register.class);
  private final Map<Flag, Bool> flags = new EnumMap<>(Flag.class);

  SyscallStub(RuntimeState state, ReenterSyscall reenterSyscall, ExitSyscall exitSyscall) {
    super(
        state,
        "a system call that tells the scheduler, instruction by instruction",
        state.stubs().stub.source());
    this.reenterSyscall = reenterSyscall;
    this.exitSyscall = exitSyscall;
    this.call = state.stubs();
    for (Register register : StubRegisters.kept(call.text)) {
      registers.put(register, local(register.name(), Word.bits(BITS)));
    }
    for (Flag flag : StubRegisters.keptFlags(call.text)) {
      flags.put(flag, local(flag.name(), Bool.TYPE));
    }
  }

  @Override
  protected void body() {
    label("enter", "");
    Id<G> gp = follow("gp", m.curg.of(me()));
    for (String place : call.behindExit()) {
      when(
          call.resume.of(gp).is(place),
          () -> {
            say("comes back from exitsyscall");
            goTo(place);
          });
    }
    say("calls the stub");
    passArguments(gp);
    goTo(Linked.label(0));

    for (Step step : call.text.steps()) {
      Citation citation = Stubs.named(state.release(), step.routine()).orElseThrow().source();
      boolean enters = step.placed().instruction() instanceof Instruction.Syscall;
      if (enters) {
        label(StepKind.ENVIRONMENT, step.label(), "");
        comesBack(step);
      } else {
        label(step.label(), citation);
        executes(step);
      }
    }
  }

  /// Arguments in registers; those on the stack are there for good.
  private void passArguments(Id<G> gp) {
    Signature signature = call.stub.signature();
    List<Operand> places = new ArrayList<>(List.of(signature.number()));
    places.addAll(signature.arguments());
    for (int at = 0; at < places.size(); at++) {
      if (places.get(at) instanceof Operand.Reg(Register register, _)
          && registers.containsKey(register)) {
        set(registers.get(register), narrow(argument(gp, at)));
      }
    }
  }

  /// The number, the first argument, the second one, and so on; 64 bits.
  private Word argument(Id<G> gp, int at) {
    if (at == 0) {
      return Word.of(StubState.NUMBER, WORD);
    }
    if (at == 1) {
      return token(gp);
    }
    return at == 3 ? token(gp).plus(Word.of(StubState.THIRD, WORD)) : Word.of(0, WORD);
  }

  private Word token(Id<G> gp) {
    return call.token.of(gp).zeroExtend(WORD);
  }

  private void executes(Step step) {
    say("executes " + Listing.of(step.placed().instruction()));
    Id<G> gp = follow("gp", m.curg.of(me()));
    StubValues before = new StubValues(call, step.depth(), gp, registers, flags, this::argument);
    Effect effect = new X86(X86.Vendor.INTEL).of(step.placed(), before);
    switch (step.flow()) {
      case Flow.Outside(String callee, int next) -> outside(callee, next, gp);
      case Flow.Return() -> returns(gp, before);
      case Flow.To(int next) -> {
        store(effect, before, gp);
        goTo(Linked.label(next));
      }
      case Flow.Branch(int taken, int next) -> {
        Bool condition = effect.exits().getFirst().condition();
        when(condition, () -> goTo(Linked.label(taken)), () -> goTo(Linked.label(next)));
      }
    }
  }

  private void outside(String callee, int next, Id<G> gp) {
    String behind = Linked.label(next);
    if (callee.equals(StubState.ENTER)) {
      call(reenterSyscall, List.of(), new Exit(RETURN, () -> goTo(behind)));
    } else {
      set(call.resume.of(gp), behind);
      call(exitSyscall, List.of(), new Exit(RETURN, () -> goTo(behind)));
    }
  }

  /// SYSCALL and all that the kernel does: one step, which comes when the kernel likes.
  private void comesBack(Step step) {
    say("comes back from the kernel");
    Id<G> gp = follow("gp", m.curg.of(me()));
    StubValues before = new StubValues(call, step.depth(), gp, registers, flags, this::argument);
    List<Word> answers = ANSWERS.stream().map(answer -> Word.of(answer, BITS)).toList();
    pickValue(
        "the kernel's result",
        Word.bits(BITS),
        answers,
        answer -> {
          answerTheCaller(before, answer);
          Meaning view =
              new UserView(
                  new X86(X86.Vendor.INTEL),
                  UserView.Clobbers.ANY,
                  (_, _) -> answer.signExtend(WORD));
          store(view.of(step.placed(), before), before, gp);
          goTo(Linked.label(step.index() + 1));
        });
  }

  /// The kernel knows a call by what is in the registers, and by nothing else.
  private void answerTheCaller(StubValues before, Word answer) {
    Word number = before.get(Register.RAX);
    Word first = before.get(Register.RDI);
    Word third = before.get(Register.RDX);
    forAll(G.IDS, other -> calls(other, number, first, third), call.answered::of, _ -> Bool.TRUE);
    forAll(G.IDS, other -> calls(other, number, first, third), call.answer::of, _ -> answer);
  }

  private Bool calls(Id<G> other, Word number, Word first, Word third) {
    return Bool.all(
        number.is(argument(other, 0)), first.is(argument(other, 1)), third.is(argument(other, 3)));
  }

  /// The caller takes the results.
  private void returns(Id<G> gp, StubValues before) {
    Word answer = call.answer.of(gp).signExtend(WORD);
    Bool isError = ResultMapping.GO.isError(answer);
    Word zero = Word.of(0, WORD);
    List<Word> wanted =
        List.of(
            isError.choose(Word.bits(WORD), Word.of(-1, WORD), answer),
            isError.choose(Word.bits(WORD), zero, argument(gp, 3)),
            isError.choose(Word.bits(WORD), ResultMapping.errno(answer), zero));
    Bool own = call.answered.of(gp);
    List<Operand> places = call.stub.signature().results().places();
    for (int at = 0; at < wanted.size(); at++) {
      own = own.and(before.read(places.get(at)).is(wanted.get(at)));
    }
    when(own.not(), () -> set(call.mistaken.of(gp), true));
    set(call.answered.of(gp), false);
    set(call.answer.of(gp), Word.of(0, BITS));
    call.slots().values().forEach(slot -> set(slot.of(gp), Word.of(0, BITS)));
    set(call.resume.of(gp), StubState.nowhere());
    become("UserCode");
  }

  /// Stores what is kept of an effect; all values are taken before the first store.
  private void store(Effect effect, StubValues before, Id<G> gp) {
    Map<Word, Word> words = new LinkedHashMap<>();
    Map<Bool, Bool> truths = new LinkedHashMap<>();
    effect
        .registers()
        .forEach(
            (register, value) -> {
              if (registers.containsKey(register)) {
                Word kept = isOpen(effect, value) ? Word.of(NOBODYS, WORD) : value;
                words.put(registers.get(register), taken(register.name(), kept));
              }
            });
    for (Effect.Write write : effect.writes()) {
      before
          .slot(write.address())
          .ifPresent(slot -> words.put(slot.of(gp), taken("word", write.word())));
    }
    effect
        .flags()
        .forEach(
            (flag, value) -> {
              if (flags.containsKey(flag)) {
                truths.put(flags.get(flag), let(flag.name(), StubValues.known(value)));
              }
            });
    words.forEach(this::set);
    truths.forEach(this::set);
  }

  /// Whether the meaning leaves a value open, as it does for RCX and R11 behind SYSCALL.
  private static boolean isOpen(Effect effect, Word value) {
    return value.term() instanceof Term.Reference(Bound bound) && effect.unknowns().contains(bound);
  }

  /// A value as it is now, in few bits; one that does not fit ends the run.
  private Word taken(String name, Word value) {
    Word now = let(name, StubValues.known(value));
    check(now.is(narrow(now).signExtend(WORD)), Ending.OUT_OF_RANGE);
    return narrow(now);
  }

  private static Word narrow(Word word) {
    return word.extract(0, BITS);
  }
}
