package psyscall.model.emit;

import psyscall.model.packed.PackedQueue;
import psyscall.spec.term.Sort;

/// The scalar that stands for the default of a sort.
public final class Defaults {
  private Defaults() {}

  public static long of(Sort sort) {
    return switch (sort) {
      case Sort.Truth _, Sort.Enumeration _, Sort.Individual _, Sort.Bits _, Sort.SetOf _ -> 0;
      case Sort.Range range -> Math.max(range.low(), Math.min(0, range.high()));
      case Sort.Optional _ -> -1;
      case Sort.Queue _ -> PackedQueue.EMPTY;
      case Sort.Memory _, Sort.ArrayOf _, Sort.Struct _ ->
          throw new IllegalArgumentException("sort without a scalar default: sort=" + sort);
    };
  }
}
