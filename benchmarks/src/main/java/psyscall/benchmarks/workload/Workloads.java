package psyscall.benchmarks.workload;

import java.util.List;

/// The scenarios that are measured unless others are asked for. This is the one place that names
/// them.
public final class Workloads {
  /// Whole searches, from small to large: about 10^6, 5·10^6 and 2·10^7 states.
  public static final List<String> SEARCHES =
      List.of("two-calls-two-ps", "stop-then-safe-point", "three-ps");

  /// The one whose states the hot parts are measured with.
  public static final String HOT = "two-calls-two-ps";

  /// The one that Spin searches too; it has more than 5·10^6 states.
  public static final String BESIDE_SPIN = "three-ps-cut";

  private Workloads() {}
}
