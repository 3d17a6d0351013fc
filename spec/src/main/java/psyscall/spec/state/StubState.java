package psyscall.spec.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.release.Release;
import psyscall.spec.stub.Linked;
import psyscall.spec.stub.Linked.Flow;
import psyscall.spec.stub.Linked.Step;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;

/// What system calls need that are made register by register: the goroutines' stack frames, and
/// what is known of each call from outside.
///
/// Registers belong to threads and are locals of the procedure. A word is kept in [#BITS] bits,
/// with its sign: enough for the results that the kernel gives here and for arguments, which are
/// tokens; a step that would lose bits ends the run.
public final class StubState {
  /// How many bits of a word are kept: those from -4096 to 4095.
  public static final int BITS = 13;

  /// The number that every call asks for.
  public static final int NUMBER = 39;

  /// How far the third argument's token is from the first one's.
  public static final int THIRD = 4;

  /// The procedure that takes a thread's P on the way into the kernel.
  public static final String ENTER = "runtime.entersyscall";

  /// The procedure that finds one on the way back.
  public static final String EXIT = "runtime.exitsyscall";

  private static final String NOWHERE = "nowhere";
  private static final int TOKEN_BITS = 2;

  /// The stub.
  public final Stub stub;

  /// Its instructions, with those of the routines that it calls.
  public final Linked text;

  /// The first argument of a goroutine's call: which goroutine it is.
  public final Arr<G, Word> token;

  /// What the kernel has answered to the goroutine's call.
  public final Arr<G, Word> answer;

  /// Whether it has.
  public final Arr<G, Bool> answered;

  /// Whether a call of the goroutine has given it another result than its own.
  public final Arr<G, Bool> mistaken;

  /// Where the stub goes on behind `exitsyscall`: the address that the call has left on the stack.
  public final Arr<G, Sym<String>> resume;

  private final Map<Long, Arr<G, Word>> slots;

  StubState(Declarations declare, Release release) {
    stub = Stubs.named(release, "Syscall").orElseThrow();
    text = Linked.of(Stubs.program(release), stub.routine(), Set.of(ENTER, EXIT));
    token = declare.array("call.token", G.IDS, Word.bits(TOKEN_BITS));
    answer = declare.array("call.answer", G.IDS, Word.bits(BITS));
    answered = declare.array("call.answered", G.IDS, Bool.TYPE);
    mistaken = declare.array("call.mistaken", G.IDS, Bool.TYPE);
    List<String> places = new ArrayList<>(List.of(NOWHERE));
    places.addAll(behindExit());
    resume = declare.array("call.resume", G.IDS, Sym.of(new Sort.Enumeration("Resume", places)));
    Map<Long, Arr<G, Word>> declared = new LinkedHashMap<>();
    for (long slot : storedAndRead()) {
      declared.put(slot, declare.array("frame." + slot, G.IDS, Word.bits(BITS)));
    }
    slots = Collections.unmodifiableMap(declared);
  }

  /// The token of a goroutine.
  ///
  /// @param goroutine its number, from 0
  /// @return another one for each
  public Word tokenOf(int goroutine) {
    if (goroutine >= 1 << TOKEN_BITS) {
      throw new IllFormed(
          "too few tokens: goroutine=" + goroutine + ", limit=" + (1 << TOKEN_BITS));
    }
    return Word.of(goroutine, TOKEN_BITS);
  }

  /// The value of [#resume] outside of a call.
  ///
  /// @return a constant of its enumeration
  public static String nowhere() {
    return NOWHERE;
  }

  /// The steps to which `exitsyscall` returns.
  ///
  /// @return their names, in order
  public List<String> behindExit() {
    List<String> found = new ArrayList<>();
    for (Step step : text.steps()) {
      if (step.flow() instanceof Flow.Outside(String callee, int next) && callee.equals(EXIT)) {
        found.add(Linked.label(next));
      }
    }
    return found;
  }

  /// The steps at which a thread remembers the P that it had: from the return of `entersyscall` to
  /// the call of `exitsyscall`.
  ///
  /// @return their names, in order
  public List<String> inside() {
    return text.between(ENTER, EXIT).stream().map(Linked::label).toList();
  }

  /// The words of a goroutine's frames that are written.
  ///
  /// @return by their distance from RSP at the entry of the stub, in bytes
  public Map<Long, Arr<G, Word>> slots() {
    return slots;
  }

  /// Where an address lies in the frames.
  ///
  /// @param address an address
  /// @param depth by how much RSP is below its value at the entry
  /// @return the distance from RSP at the entry, if the address is relative to RSP
  public static Optional<Long> slot(Address address, long depth) {
    return address instanceof Address.Based based
            && based.base().equals(Optional.of(Register.RSP))
            && based.index().isEmpty()
        ? Optional.of(based.displacement() - depth)
        : Optional.empty();
  }

  private Set<Long> storedAndRead() {
    Set<Long> stored = new TreeSet<>();
    Set<Long> read = new TreeSet<>();
    for (Step step : text.steps()) {
      if (step.placed().instruction() instanceof Instruction.Move(Operand to, Operand from, _)) {
        if (!isCallersFrame(to) && !isCallersFrame(from)) {
          place(to, step.depth()).ifPresent(stored::add);
          place(from, step.depth()).ifPresent(read::add);
        }
      }
    }
    for (Operand result : stub.signature().results().places()) {
      place(result, 0).ifPresent(read::add);
    }
    read.retainAll(stored);
    return read;
  }

  /// RBP is the caller's: it is kept and brought back, and nothing else.
  private static boolean isCallersFrame(Operand operand) {
    return operand instanceof Operand.Reg(Register register, _) && register == Register.RBP;
  }

  private static Optional<Long> place(Operand operand, long depth) {
    return operand instanceof Operand.Mem(Address address, _)
        ? slot(address, depth)
        : Optional.empty();
  }
}
