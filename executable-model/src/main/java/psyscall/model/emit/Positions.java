package psyscall.model.emit;

import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// A set of values of one enumeration, many labels or endings as a rule, that a disjunction
/// compares a term with one by one: its code is a bit of a constant instead, which hardly grows
/// with them.
///
/// @param term what is compared
/// @param masks the positions in the enumeration, 64 a mask, by position divided by 64
record Positions(Term term, SortedMap<Integer, Long> masks) {
  /// Fewer values are compared one by one.
  private static final int VALUES_MIN = 8;

  private static final int MASK_BITS = 6;

  /// How many operands of a disjunction, from one on, compare one term with values of its
  /// enumeration.
  ///
  /// @return 0 if they are too few to be taken together
  static int count(List<Term> operands, int from) {
    if (!(operands.get(from) instanceof Term.Same first)) {
      return 0;
    }
    int end = from;
    while (end < operands.size() && compares(operands.get(end), first.left())) {
      end++;
    }
    return end - from < VALUES_MIN ? 0 : end - from;
  }

  private static boolean compares(Term operand, Term term) {
    return operand instanceof Term.Same(Term left, Term.Literal value)
        && value.sort() instanceof Sort.Enumeration
        && left.equals(term);
  }

  /// The values that operands compare a term with.
  ///
  /// @param operands so many as [#count] says
  static Positions of(List<Term> operands) {
    SortedMap<Integer, Long> masks = new TreeMap<>();
    for (Term operand : operands) {
      long position = ((Term.Literal) ((Term.Same) operand).right()).value();
      masks.merge((int) (position >>> MASK_BITS), 1L << position, (one, other) -> one | other);
    }
    return new Positions(((Term.Same) operands.getFirst()).left(), masks);
  }

  /// Jumps if the term's value is among them.
  void jump(TermEmitter terms, Scope scope, Label target) {
    Code code = terms.view().code;
    terms.push(term, scope);
    Index position = code.popId();
    pushMaskOf(code, position);
    code.push(position);
    // A shift takes the low six bits of its distance.
    code.builder.lushr().lconst_1().land();
    code.jumpIfTrue(true, target);
  }

  /// Pushes the mask that the position lies in.
  private void pushMaskOf(Code code, Index position) {
    Sort.Enumeration sort = (Sort.Enumeration) term.sort();
    if (sort.values().size() <= Long.SIZE) {
      pushMask(code, 0);
      return;
    }
    Label none = code.newLabel();
    Label end = code.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    masks.keySet().forEach(block -> cases.add(SwitchCase.of(block, code.newLabel())));
    code.push(position);
    code.constant(MASK_BITS);
    code.builder.iushr().tableswitch(none, cases);
    for (SwitchCase each : cases) {
      code.builder.labelBinding(each.target());
      pushMask(code, each.caseValue());
      code.builder.goto_(end);
    }
    code.builder.labelBinding(none).lconst_0().labelBinding(end);
  }

  private void pushMask(Code code, int block) {
    long mask = masks.getOrDefault(block, 0L);
    code.constant(mask);
  }
}
