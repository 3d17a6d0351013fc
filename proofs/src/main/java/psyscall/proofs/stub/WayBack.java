package psyscall.proofs.stub;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import psyscall.proofs.obligation.ProofListener;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.Theorem;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.stub.Claims.Claim;
import psyscall.proofs.stub.Claims.Shown;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.Dispatcher;
import psyscall.spec.kernel.Frame;
import psyscall.spec.kernel.Linux;
import psyscall.spec.kernel.Return;
import psyscall.spec.kernel.RoundTrip;
import psyscall.spec.kernel.UserView;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Effect.Place;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.semantics.X86;
import psyscall.spec.term.WordTerm.WordOperation.Operator;

/// What user code is told of the kernel: a call changes RAX, RCX and R11 and nothing else,
/// whichever way it comes back; and where SYSRET is chosen it does what IRET would do and cannot
/// fault.
public final class WayBack implements Theorem {
  private static final int BITS = 64;
  private static final int SELECTOR_BITS = 16;

  /// SYSCALL in a user's text; nothing depends on where.
  private static final Placed CALL = new Placed(0x401000, 2, new Instruction.Syscall());

  /// How many numbers the table has; nothing depends on it.
  private static final int SERVICES = 462;

  private final UnaryOperator<Meaning> change;

  /// Of the kernel as user code sees it.
  public WayBack() {
    this(right -> right);
  }

  /// Of another view, such as a wrong one.
  ///
  /// @param change what is made of the kernel as user code sees it
  public WayBack(UnaryOperator<Meaning> change) {
    this.change = change;
  }

  @Override
  public String name() {
    return "kernel";
  }

  @Override
  public String claim() {
    return "a call changes RAX, RCX and R11 only; SYSRET is chosen only where IRET does the same";
  }

  @Override
  public boolean isOfRelease() {
    return false;
  }

  @Override
  public void prove(Instance instance, Prover prover, ProofListener listener) {
    try (Smt smt = new Smt()) {
      Claims claims = new Claims(smt, prover);
      ErrorBoundary.ofMappings(claims, listener);
      for (X86.Vendor vendor : X86.Vendor.values()) {
        for (Return.Way way : Return.Way.values()) {
          listener.discharged(
              claims.prove(
                  "kernel/changes-by-" + name(way) + "-" + name(vendor),
                  "only RAX, RCX and R11 differ after a call, and RF and VM are 0",
                  List.of(unchanged(vendor, way))));
          listener.discharged(
              claims.prove(
                  "kernel/as-told-by-" + name(way) + "-" + name(vendor),
                  "all registers and flags are what user code is told of a call",
                  List.of(asTold(vendor, way))));
        }
        listener.discharged(
            claims.prove(
                "kernel/sysret-is-iret-" + name(vendor),
                "where SYSRET is chosen it does what IRET would do",
                List.of(sameWay(vendor))));
        listener.discharged(
            claims.prove(
                "kernel/sysret-cannot-fault-" + name(vendor),
                "where SYSRET is chosen it does not fault",
                List.of(noFault(vendor))));
      }
    }
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Bool is(Word word, long value) {
    return word.is(Word.of(value, word.width()));
  }

  /// A user's state: ring 3, Linux's selectors, SYSCALL on.
  private static Bool isUser(SymbolicState state) {
    return Bool.all(
        is(state.get(Control.STAR), Linux.STAR),
        is(state.get(Control.EFER_SCE), 1),
        is(state.get(Control.CPL), 3),
        is(state.get(Control.CS), Linux.USER_CS),
        is(state.get(Control.SS), Linux.USER_DS),
        state.get(Flag.VM).not());
  }

  private static Claim unchanged(X86.Vendor vendor, Return.Way way) {
    SymbolicState before = Entry.state("");
    RoundTrip.Trip trip = trip(vendor, way, before, Entry.unknown("service", BITS));
    SymbolicState after = trip.returned().state();
    List<Bool> all = new ArrayList<>();
    for (Register register : Register.values()) {
      boolean changes =
          register == Register.RAX || register == Register.RCX || register == Register.R11;
      if (!changes) {
        all.add(after.get(register).is(before.get(register)));
      }
    }
    for (Flag flag : Flag.values()) {
      boolean cleared = flag == Flag.RF || flag == Flag.VM;
      all.add(cleared ? after.get(flag).not() : after.get(flag).is(before.get(flag)));
    }
    for (Control control : Control.values()) {
      all.add(after.get(control).is(before.get(control)));
    }
    Word place = Entry.unknown("address", BITS);
    all.add(after.memory().load(place, 1).is(before.memory().load(place, 1)));
    all.add(doesNotFault(trip.entry()));
    all.add(doesNotFault(trip.returned().effect()));
    all.add(goesTo(trip.returned().effect(), Word.of(CALL.end(), BITS)));
    return new Claim(
        "round-trip", List.of(isUser(before)), Claims.all(all), shown(before, "before "));
  }

  private static RoundTrip.Trip trip(
      X86.Vendor vendor, Return.Way way, SymbolicState before, Word service) {
    return new RoundTrip(new X86(vendor), Dispatcher.of(SERVICES)).of(CALL, before, service, way);
  }

  private Claim asTold(X86.Vendor vendor, Return.Way way) {
    SymbolicState before = Entry.state("");
    Word service = Entry.unknown("service", BITS);
    UserView view =
        new UserView(
            new X86(vendor),
            UserView.Clobbers.CLASSIC,
            (values, _) -> Dispatcher.of(SERVICES).result(values.get(Register.RAX), service));
    SymbolicState told = before.after(change.apply(view).of(CALL, before));
    SymbolicState done = trip(vendor, way, before, service).returned().state();
    return new Claim(
        "round-trip", List.of(isUser(before)), same(told, done), shown(before, "before "));
  }

  /// Whether two states agree in each register, flag and control register and at any address.
  private static Bool same(SymbolicState one, SymbolicState other) {
    List<Bool> all = new ArrayList<>();
    for (Register register : Register.values()) {
      all.add(one.get(register).is(other.get(register)));
    }
    for (Flag flag : Flag.values()) {
      all.add(one.get(flag).is(other.get(flag)));
    }
    for (Control control : Control.values()) {
      all.add(one.get(control).is(other.get(control)));
    }
    Word place = Entry.unknown("address", BITS);
    all.add(one.memory().load(place, 1).is(other.memory().load(place, 1)));
    return Claims.all(all);
  }

  private static Bool doesNotFault(Effect effect) {
    List<Bool> none = new ArrayList<>();
    for (Effect.Exit exit : effect.exits()) {
      if (exit.place() instanceof Place.Fault || exit.place() instanceof Place.LateFault) {
        none.add(exit.condition().not());
      }
    }
    return Claims.all(none);
  }

  /// Where it computes a place to go to, that is the one.
  private static Bool goesTo(Effect effect, Word place) {
    List<Bool> all = new ArrayList<>();
    for (Effect.Exit exit : effect.exits()) {
      if (exit.place() instanceof Place.Computed(Word rip)) {
        all.add(exit.condition().implies(rip.is(place)));
      }
    }
    return Claims.all(all);
  }

  /// A frame that a signal, a tracer or `rt_sigreturn` may have changed.
  private static Frame frame() {
    Map<Register, Word> general = new EnumMap<>(Register.class);
    for (Register register : Register.values()) {
      if (register != Register.RSP) {
        general.put(register, Entry.unknown("frame " + register.name(), BITS));
      }
    }
    return new Frame(
        general,
        Entry.unknown("frame original RAX", BITS),
        Entry.unknown("frame RIP", BITS),
        Entry.unknown("frame RFLAGS", BITS),
        Entry.unknown("frame RSP", BITS),
        Entry.unknown("frame CS", SELECTOR_BITS),
        Entry.unknown("frame SS", SELECTOR_BITS));
  }

  /// The kernel's state: ring 0, Linux's selectors, SYSCALL on.
  private static Bool isKernel(SymbolicState state) {
    return Bool.all(
        is(state.get(Control.STAR), Linux.STAR),
        is(state.get(Control.EFER_SCE), 1),
        is(state.get(Control.CPL), 0));
  }

  /// No flag that Linux never lets into a frame: VM, and what is reserved.
  private static Bool hasUserFlags(Frame frame) {
    long reserved = ~0L;
    for (Flag flag : Flag.values()) {
      reserved &= ~flag.mask();
    }
    Word rest = frame.flags().apply(Operator.AND, Word.of(reserved | Flag.VM.mask(), BITS));
    return is(rest, Flag.ALWAYS);
  }

  private static Claim sameWay(X86.Vendor vendor) {
    SymbolicState kernel = Entry.state("");
    Frame frame = frame();
    Return back = new Return(new X86(vendor));
    Return.Returned fast = back.by(Return.Way.SYSRET, frame, kernel);
    Return.Returned slow = back.by(Return.Way.IRET, frame, kernel);
    List<Bool> all = new ArrayList<>();
    all.add(same(fast.state(), slow.state()));
    all.add(goesTo(fast.effect(), frame.ip()));
    all.add(goesTo(slow.effect(), frame.ip()));
    return claim(kernel, frame, Claims.all(all));
  }

  private static Claim noFault(X86.Vendor vendor) {
    SymbolicState kernel = Entry.state("");
    Frame frame = frame();
    Return back = new Return(new X86(vendor));
    return claim(kernel, frame, doesNotFault(back.by(Return.Way.SYSRET, frame, kernel).effect()));
  }

  private static Claim claim(SymbolicState kernel, Frame frame, Bool condition) {
    List<Shown> shown = new ArrayList<>();
    frame
        .general()
        .forEach((register, word) -> shown.add(new Shown("frame " + register.name(), word)));
    shown.add(new Shown("frame RIP", frame.ip()));
    shown.add(new Shown("frame RFLAGS", frame.flags()));
    shown.add(new Shown("frame CS", frame.cs()));
    shown.add(new Shown("frame SS", frame.ss()));
    return new Claim(
        "return",
        List.of(isKernel(kernel), hasUserFlags(frame), Return.choosesSysret(frame)),
        condition,
        shown);
  }

  private static List<Shown> shown(SymbolicState state, String prefix) {
    List<Shown> shown = new ArrayList<>();
    for (Register register : Register.values()) {
      shown.add(new Shown(prefix + register.name(), state.get(register)));
    }
    for (Flag flag : Flag.values()) {
      shown.add(new Shown(prefix + flag.name(), state.get(flag)));
    }
    return shown;
  }
}
