package psyscall.spec.semantics;

import static psyscall.spec.term.WordTerm.WordOperation.Operator.AND;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.OR;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.XOR;

import java.util.List;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect.Exception;
import psyscall.spec.semantics.Effect.Exit;
import psyscall.spec.semantics.Effect.Place;

/// SYSCALL, SYSRET and IRET: the instructions that change the ring.
///
/// Selectors are changed, the hidden parts of CS and SS are not modelled; SYSRET on some processors
/// of AMD leaves those of SS as they were.
public final class RingCrossing {
  private static final int BITS = 64;
  private static final int SELECTOR_BITS = 16;
  private static final int CANONICAL_BITS = 48;
  private static final int KERNEL_SELECTORS = 32;
  private static final int USER_SELECTORS = 48;
  private static final long USER_RING = 3;

  /// The bits of R11 that SYSRET takes over: neither RF nor VM nor what is reserved.
  private static final long SYSRET_FLAGS = 0x3C7FD7;

  private RingCrossing() {}

  /// Whether an address is canonical: bits 63 to 47 are equal.
  ///
  /// @param address 64 bits
  /// @return whether it can be jumped to with four levels of page tables
  public static Bool isCanonical(Word address) {
    return address.is(address.extract(0, CANONICAL_BITS).signExtend(BITS));
  }

  static Effect syscall(Placed placed, Values before) {
    Word rflags = Flags.word(before);
    Word saved = without(rflags, Word.of(Flag.RF.mask(), BITS));
    Word masked = without(saved, before.get(Control.FMASK));
    Word code = selector(before, KERNEL_SELECTORS);
    Outcome outcome =
        new Outcome()
            .set(Register.RCX, Word.of(placed.end(), BITS))
            .set(Register.R11, saved)
            .set(Control.CS, code.apply(AND, Word.of(~USER_RING, SELECTOR_BITS)))
            .set(Control.SS, code.plus(Word.of(8, SELECTOR_BITS)))
            .set(Control.CPL, Word.of(0, Control.CPL.width()));
    Flags.set(outcome, masked);
    return outcome.unless(
        isOff(before), Exception.INVALID_OPCODE, new Place.Computed(before.get(Control.LSTAR)));
  }

  static Effect sysret(X86.Vendor vendor, Values before) {
    Word rip = before.get(Register.RCX);
    Word base = selector(before, USER_SELECTORS);
    Word rflags = before.get(Register.R11).apply(AND, Word.of(SYSRET_FLAGS, BITS));
    Word user = Word.of(USER_RING, SELECTOR_BITS);
    Outcome outcome =
        new Outcome()
            .set(Control.CS, base.plus(Word.of(16, SELECTOR_BITS)).apply(OR, user))
            .set(Control.SS, base.plus(Word.of(8, SELECTOR_BITS)).apply(OR, user))
            .set(Control.CPL, Word.of(USER_RING, Control.CPL.width()));
    Flags.set(outcome, rflags);
    Bool off = isOff(before);
    Bool isUser = before.get(Control.CPL).is(Word.of(0, Control.CPL.width())).not();
    Bool wild = isCanonical(rip).not();
    Bool ready = Bool.all(off.not(), isUser.not());
    return outcome.exits(
        List.of(
            new Exit(off, new Place.Fault(Exception.INVALID_OPCODE)),
            new Exit(Bool.all(off.not(), isUser), new Place.Fault(Exception.GENERAL_PROTECTION)),
            new Exit(
                ready.and(wild),
                switch (vendor) {
                  case INTEL -> new Place.Fault(Exception.GENERAL_PROTECTION);
                  case AMD -> new Place.LateFault(Exception.GENERAL_PROTECTION, rip);
                }),
            new Exit(ready.and(wild.not()), new Place.Computed(rip))));
  }

  /// Takes RIP, CS, RFLAGS, RSP and SS from the stack; only the way to ring 3 is modelled.
  static Effect iret(Values before) {
    Word rip = onStack(before, 0);
    Word code = onStack(before, 1).extract(0, SELECTOR_BITS);
    Word rflags = without(onStack(before, 2), Word.of(Flag.VM.mask(), BITS));
    Outcome outcome =
        new Outcome()
            .set(Register.RSP, onStack(before, 3))
            .set(Control.CS, code)
            .set(Control.SS, onStack(before, 4).extract(0, SELECTOR_BITS))
            .set(Control.CPL, code.extract(0, Control.CPL.width()));
    Flags.set(outcome, rflags);
    Bool isUser = before.get(Control.CPL).is(Word.of(0, Control.CPL.width())).not();
    Bool inward = code.extract(0, 2).is(Word.of(USER_RING, 2)).not();
    return outcome.unless(
        Bool.any(isUser, inward, isCanonical(rip).not()),
        Exception.GENERAL_PROTECTION,
        new Place.Computed(rip));
  }

  private static Word onStack(Values before, int at) {
    return before.load(Address.at(Register.RSP, (long) Width.QUAD.bytes() * at), Width.QUAD);
  }

  private static Bool isOff(Values before) {
    return before.get(Control.EFER_SCE).is(Word.of(0, 1));
  }

  private static Word selector(Values before, int at) {
    return before.get(Control.STAR).extract(at, SELECTOR_BITS);
  }

  private static Word without(Word word, Word mask) {
    return word.apply(AND, mask.apply(XOR, Word.of(-1, mask.width())));
  }
}
