package psyscall.model.compile;

import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import psyscall.model.emit.Code;

/// Where the code goes on when a way through a rule is at its end: with the next answer of the
/// choice that was met last.
///
/// As long as what follows a choice is reached in one way only, that place is known when the code
/// is made. If several branches lead to it, it is written once, and a variable says at run time
/// which choice was met last; otherwise the code would double with each branch.
final class Backtracking {
  private final Code code;
  private final Label done;
  private final Manner manner;
  private final Deque<Label> nested = new ArrayDeque<>();
  private final List<Label> loops = new ArrayList<>();
  private final Label dispatch;
  private int current = -1;

  /// How the place is known.
  enum Manner {
    /// When the code is made.
    NESTED,
    /// When it runs.
    SHARED
  }

  /// The loop over the answers of a choice.
  ///
  /// @param again where the next answer is taken
  /// @param outerVariable holds the choice that was met before, if that is known at run time
  record Loop(Label again, int outerVariable) {}

  /// @param done where the code goes on after the last answer of the first choice
  Backtracking(Code code, Label done, Manner manner) {
    this.code = code;
    this.done = done;
    this.manner = manner;
    this.dispatch = code.newLabel();
  }

  Manner manner() {
    return manner;
  }

  /// Writes what stands before all else.
  void begin() {
    if (manner == Manner.SHARED) {
      current = code.newInt();
      code.constant(0);
      code.builder.istore(current);
    }
  }

  /// Where a way that is at its end goes on.
  Label next() {
    return switch (manner) {
      case NESTED -> nested.isEmpty() ? done : nested.peek();
      case SHARED -> dispatch;
    };
  }

  /// Meets a choice; its loop is still to be written.
  Loop enter() {
    Loop loop = new Loop(code.newLabel(), manner == Manner.SHARED ? code.newInt() : -1);
    if (manner == Manner.SHARED) {
      loops.add(loop.again());
      code.builder.iload(current).istore(loop.outerVariable());
      code.constant(loops.size());
      code.builder.istore(current);
    }
    return loop;
  }

  /// Writes what happens with one answer.
  void inside(Loop loop, Runnable body) {
    nested.push(loop.again());
    body.run();
    nested.pop();
  }

  /// Goes on with the choice that was met before, since there are no more answers.
  void leave(Loop loop) {
    if (manner == Manner.SHARED) {
      code.builder.iload(loop.outerVariable()).istore(current);
    }
    code.builder.goto_(next());
  }

  /// Writes the jump to the choice that was met last.
  void end() {
    if (manner == Manner.SHARED) {
      List<SwitchCase> cases = new ArrayList<>();
      for (int at = 0; at < loops.size(); at++) {
        cases.add(SwitchCase.of(at + 1, loops.get(at)));
      }
      code.builder.labelBinding(dispatch);
      if (cases.isEmpty()) {
        // The only choices have no alternative; the builder never returns from a switch without
        // cases.
        code.builder.goto_(done);
      } else {
        code.builder.iload(current).tableswitch(done, cases);
      }
    }
  }
}
