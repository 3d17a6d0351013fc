package psyscall.model.live;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// A system call that neither waits nor changes anything, whatever is in the registers that it
/// leaves to chance. It restricts a few of them and says what it will answer.
public final class SafeCall {
  private final String title;
  private final Consumer<Draw> shape;
  private final Answer answer;

  /// A call.
  ///
  /// @param title the kernel's name, or what it is
  /// @param shape restricts registers of a block whose registers are drawn
  /// @param answer what is known of the result
  SafeCall(String title, Consumer<Draw> shape, Answer answer) {
    this.title = title;
    this.shape = shape;
    this.answer = answer;
  }

  /// What a call answers.
  sealed interface Answer {
    /// The same each time.
    record Constant() implements Answer {}

    /// What its arguments say.
    ///
    /// @param of the result, of the registers before the call
    record Stated(ToLongFunction<Draw> of) implements Answer {}
  }

  /// Its name.
  ///
  /// @return the kernel's name, or what it is
  public String title() {
    return title;
  }

  /// What it answers.
  ///
  /// @return how the answer is known
  Answer answer() {
    return answer;
  }

  /// Restricts the registers that the call needs.
  ///
  /// @param draw a block whose registers are drawn
  void shape(Draw draw) {
    shape.accept(draw);
  }

  @Override
  public String toString() {
    return title;
  }
}
