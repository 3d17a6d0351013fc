package psyscall.spec.runtime;

import java.util.Map;
import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Values;
import psyscall.spec.state.G;
import psyscall.spec.state.StubState;
import psyscall.spec.term.Bound;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// What an instruction of a stub sees of the runtime's state: registers of the thread, the frames
/// of its goroutine. What is not kept is unknown, and must not reach what is kept.
///
/// @param call the variables
/// @param depth by how much RSP is below its value at the entry
/// @param gp the goroutine whose stack it is
/// @param registers those that are kept
/// @param flags those that are kept
/// @param arguments the number and the arguments, by position
record StubValues(
    StubState call,
    long depth,
    Id<G> gp,
    Map<Register, Word> registers,
    Map<Flag, Bool> flags,
    Arguments arguments)
    implements Values {
  private static final int WORD = 64;

  /// RSP at the entry, for every goroutine: a stack is told by its goroutine, not by its address.
  private static final long STACK = 0xc000100000L;

  /// The number and the arguments.
  interface Arguments {
    /// The number at 0, the first argument at 1, and so on, 64 bits.
    Word of(Id<G> gp, int at);
  }

  @Override
  public Word get(Register register) {
    if (register == Register.RSP) {
      return Word.of(STACK - depth, WORD);
    }
    Word kept = registers.get(register);
    return kept == null ? unknown(register.name(), WORD) : kept.signExtend(WORD);
  }

  @Override
  public Bool get(Flag flag) {
    Bool kept = flags.get(flag);
    return kept == null
        ? Bool.TYPE.of(new Bound("unknown " + flag.name(), Bool.TYPE.sort()))
        : kept;
  }

  @Override
  public Word get(Control control) {
    return unknown(control.name(), control.width());
  }

  @Override
  public Word addressOf(String symbol) {
    return unknown(symbol, WORD);
  }

  @Override
  public Word load(Address address, Width width) {
    Optional<Word> kept = slot(address).map(slot -> slot.of(gp).signExtend(WORD));
    if (width != Width.QUAD) {
      return unknown("part of a word", width.bits());
    }
    return kept.or(() -> argument(address)).orElseGet(() -> unknown("memory", WORD));
  }

  /// A word of the caller's frame that the stub only reads.
  private Optional<Word> argument(Address address) {
    Operand read = new Operand.Mem(address, Width.QUAD);
    if (depth != 0) {
      return Optional.empty();
    }
    if (read.equals(call.stub.signature().number())) {
      return Optional.of(arguments.of(gp, 0));
    }
    int at = call.stub.signature().arguments().indexOf(read);
    return at < 0 ? Optional.empty() : Optional.of(arguments.of(gp, at + 1));
  }

  /// The variable of a place on the stack, if it is kept.
  Optional<Arr<G, Word>> slot(Address address) {
    return StubState.slot(address, depth).map(call.slots()::get);
  }

  /// The value of a place of 64 bits.
  Word read(Operand operand) {
    return switch (operand) {
      case Operand.Reg(Register register, _) -> get(register);
      case Operand.Mem(Address address, Width width) -> load(address, width);
      case Operand.Imm(long value) -> Word.of(value, WORD);
      case Operand.SymbolAddress(String symbol, _) -> addressOf(symbol);
    };
  }

  private static Word unknown(String name, int width) {
    Bound bound = new Bound("unknown " + name, Word.bits(width).sort());
    return Word.bits(width).of(bound);
  }

  /// A value that depends on nothing unknown.
  ///
  /// @throws IllFormed otherwise
  static <E extends Expr> E known(E value) {
    requireKnown(value.term());
    return value;
  }

  private static void requireKnown(Term term) {
    if (term instanceof Term.Reference(Bound bound) && bound.name().startsWith("unknown")) {
      throw new IllFormed("value of a stub that is not kept: name=" + bound.name());
    }
    Traversal.parts(term).forEach(StubValues::requireKnown);
  }
}
