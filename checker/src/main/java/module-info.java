import org.jspecify.annotations.NullMarked;

/// Explores what `psyscall.model` can do and returns verdicts.
@NullMarked
module psyscall.checker {
  requires java.management;
  requires transitive psyscall.model;

  exports psyscall.checker.conformance;
  exports psyscall.checker.export;
  exports psyscall.checker.judge;
  exports psyscall.checker.oracle;
  exports psyscall.checker.reduction;
  exports psyscall.checker.search;
  exports psyscall.checker.store;
}
