package psyscall.spec.kernel;

import static psyscall.spec.term.WordTerm.WordOperation.Operator.AND;

import java.util.Map;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Address;
import psyscall.spec.machine.Control;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect;
import psyscall.spec.semantics.Meaning;
import psyscall.spec.semantics.SymbolicState;
import psyscall.spec.semantics.Values;

/// The trap handler's second half: back to the user by SYSRET, or by IRET.
///
/// @param machine what the two instructions do
public record Return(Meaning machine) {
  private static final int BITS = 64;
  private static final int SELECTOR_BITS = 16;

  /// Where the two instructions stand in the kernel; nothing depends on it.
  private static final long KERNEL_TEXT = 0xffffffff81000000L;

  /// The ways back.
  public enum Way {
    /// Fast; takes RIP from RCX and RFLAGS from R11.
    SYSRET,
    /// Takes everything from the frame.
    IRET
  }

  /// A return: what it changes, and the state behind it.
  ///
  /// @param effect the instruction's effect, with its ways out
  /// @param state the state if none of the ways out is a fault
  public record Returned(Effect effect, SymbolicState state) {}

  /// Whether Linux takes SYSRET: it must do what IRET would do, and must not fault.
  ///
  /// @param frame the frame as it is at the return
  /// @return the condition
  public static Bool choosesSysret(Frame frame) {
    Word rare = Word.of(Flag.RF.mask() | Flag.TF.mask(), BITS);
    Word traced = frame.flags().apply(AND, rare);
    return Bool.all(
        frame.get(Register.RCX).is(frame.ip()),
        frame.get(Register.R11).is(frame.flags()),
        frame.cs().is(Word.of(Linux.USER_CS, SELECTOR_BITS)),
        frame.ss().is(Word.of(Linux.USER_DS, SELECTOR_BITS)),
        frame.ip().below(Word.of(Linux.TASK_SIZE_MAX, BITS)),
        traced.is(Word.of(0, BITS)));
  }

  /// Goes back.
  ///
  /// @param frame what is given back
  /// @param kernel the state in the kernel, of which control registers and memory count
  /// @param way by which instruction
  /// @return the return
  public Returned by(Way way, Frame frame, SymbolicState kernel) {
    SymbolicState loaded = kernel;
    for (Map.Entry<Register, Word> saved : frame.general().entrySet()) {
      loaded = loaded.with(saved.getKey(), saved.getValue());
    }
    return switch (way) {
      case SYSRET -> {
        SymbolicState ready = loaded.with(Register.RSP, frame.sp());
        Effect effect = machine.of(placed(new Instruction.Sysret()), ready);
        yield new Returned(effect, ready.after(effect));
      }
      case IRET -> {
        Effect effect = machine.of(placed(new Instruction.Iret()), new OnStack(frame, loaded));
        yield new Returned(effect, loaded.after(effect));
      }
    };
  }

  private static Placed placed(Instruction instruction) {
    return new Placed(KERNEL_TEXT, 3, instruction);
  }

  /// The state just before IRET, whose stack holds the last five words of the frame.
  private record OnStack(Frame frame, SymbolicState state) implements Values {
    @Override
    public Word get(Register register) {
      return state.get(register);
    }

    @Override
    public Bool get(Flag flag) {
      return state.get(flag);
    }

    @Override
    public Word get(Control control) {
      return state.get(control);
    }

    @Override
    public Word addressOf(String symbol) {
      return state.addressOf(symbol);
    }

    @Override
    public Word load(Address address, Width width) {
      Map<Address, Word> words =
          Map.of(
              at(0), frame.ip(),
              at(1), frame.cs().zeroExtend(BITS),
              at(2), frame.flags(),
              at(3), frame.sp(),
              at(4), frame.ss().zeroExtend(BITS));
      Word word = words.get(address);
      return word == null ? state.load(address, width) : word;
    }

    private static Address at(int position) {
      return Address.at(Register.RSP, (long) Width.QUAD.bytes() * position);
    }
  }
}
