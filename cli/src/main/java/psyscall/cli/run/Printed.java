package psyscall.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import psyscall.model.run.CallOutcome;
import psyscall.model.run.RunListener;

/// What a program prints, kept.
public final class Printed implements RunListener {
  private final List<String> lines = new ArrayList<>();

  private final Consumer<String> out;

  /// Nothing is printed yet.
  ///
  /// @param out gets each line at once
  public Printed(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void printed(long nanos, long goroutine, CallOutcome outcome) {
    said(nanos, goroutine, outcome.result().text());
  }

  @Override
  public void said(long nanos, long goroutine, String text) {
    lines.add(text);
    out.accept(text);
  }

  /// What was printed.
  ///
  /// @return the lines in their order
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
