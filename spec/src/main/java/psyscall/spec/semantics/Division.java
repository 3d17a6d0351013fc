package psyscall.spec.semantics;

import static psyscall.spec.term.WordTerm.WordOperation.Operator.MUL;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.OR;
import static psyscall.spec.term.WordTerm.WordOperation.Operator.SHIFT_LEFT;

import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.machine.Flag;
import psyscall.spec.machine.Operand;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.machine.Width;
import psyscall.spec.semantics.Effect.Place;

/// DIV. The language has no division of words: quotient and remainder are unknown words of which
/// the defining equation is assumed, where it fits into 64 bits.
final class Division {
  private Division() {}

  static Effect of(Operand divisor, Placed placed, Values before) {
    Outcome outcome = new Outcome();
    Width width = Operands.placeWidth(divisor);
    int bits = width.bits();
    Operand.Reg low = new Operand.Reg(Register.RAX, width);
    Operand.Reg high = new Operand.Reg(Register.RDX, width);
    Word by = Operands.read(divisor, width, placed, before);
    Word upper = Operands.read(high, width, placed, before);
    Word quotient = outcome.unknown("quotient", bits);
    Word remainder = outcome.unknown("remainder", bits);
    // Where the quotient does not fit, and with a divisor of 0, the upper half is not below it.
    Bool fits = upper.below(by);
    if (width == Width.DOUBLE) {
      Word lower = Operands.read(low, width, placed, before);
      Word dividend =
          upper
              .zeroExtend(2 * bits)
              .apply(SHIFT_LEFT, Word.of(bits, 2 * bits))
              .apply(OR, lower.zeroExtend(2 * bits));
      Word product = quotient.zeroExtend(2 * bits).apply(MUL, by.zeroExtend(2 * bits));
      Bool equation = product.plus(remainder.zeroExtend(2 * bits)).is(dividend);
      outcome.assume(fits.implies(Bool.all(equation, remainder.below(by))));
    }
    outcome.undefined(Flag.CF, Flag.PF, Flag.AF, Flag.ZF, Flag.SF, Flag.OF);
    Operands.write(outcome, low, quotient, placed, before);
    Operands.write(outcome, high, remainder, placed, before);
    return outcome.unless(fits.not(), Effect.Exception.DIVIDE_ERROR, new Place.Next());
  }
}
