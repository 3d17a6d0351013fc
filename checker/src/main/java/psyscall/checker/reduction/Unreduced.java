package psyscall.checker.reduction;

/// No reduction: each state stands for itself.
public record Unreduced() implements Reduction {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public void canonicalise(long[] states, int at) {
    // Each state is its own representative.
  }

  @Override
  public Reduction forThread() {
    return this;
  }
}
