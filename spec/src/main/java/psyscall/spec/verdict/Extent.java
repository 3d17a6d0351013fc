package psyscall.spec.verdict;

/// How far "holds" reaches.
public enum Extent {
  /// Every reachable state of this finite instance was examined.
  EXHAUSTIVE,
  /// Everything up to a declared bound was examined.
  WITHIN_BOUNDS,
  /// Some behaviours were drawn at random.
  SAMPLED,
  /// A proof covers every size.
  PROVED_FOR_ALL_SIZES
}
