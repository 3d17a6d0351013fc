package psyscall.checker.search;

/// Is told how a search gets on.
@FunctionalInterface
public interface Listener {
  /// Looks away.
  Listener NONE = _ -> {};

  /// Called on the thread of the search: not before 200 ms, then at most once in 200 ms, and once
  /// as the phase changes to judging.
  ///
  /// @param progress where the search is
  void progress(Progress progress);
}
