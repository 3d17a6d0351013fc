package psyscall.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The verifiers that are made of one scenario: Spin's searches, in the order of the table.
public enum Verifier {
  /// Breadth first, as ours searches.
  BREADTH_FIRST("breadth first", 1, Storing.WHOLE),
  /// Depth first, which Spin is made for.
  DEPTH_FIRST("depth first", 1, Storing.WHOLE),
  /// Breadth first, with the parts of a state stored once.
  BREADTH_FIRST_COLLAPSED("breadth first, `COLLAPSE`", 1, Storing.COLLAPSED),
  /// Depth first, with the parts of a state stored once.
  DEPTH_FIRST_COLLAPSED("depth first, `COLLAPSE`", 1, Storing.COLLAPSED),
  /// Depth first in two processes.
  TWO_CORES("depth first, `NCORE=2`", 2, Storing.WHOLE),
  /// Depth first, without the steps that another order of independent steps makes up for.
  PARTIAL_ORDER("depth first, partial-order reduction", 1, Storing.REDUCED);

  /// Which states are stored, and how.
  public enum Storing {
    /// All, each by itself.
    WHOLE,
    /// All, but what many have in common once.
    COLLAPSED,
    /// Not all.
    REDUCED
  }

  /// Megabytes. Processes reserve what they share beforehand; the default is 2 GB.
  private static final String SHARED_MEMORY = "-DMEMLIM=16000";

  /// A queue of its own of 128 MB for each process. At the end one process writes into the queue of
  /// the other a byte for each state of the automata, of which this model has thousands; by default
  /// a queue has room for 22 states of the search, so that this went past its end.
  private static final String WIDE_QUEUES = "-DLWQ_FIXED";

  private final String title;
  private final int threads;
  private final Storing storing;

  Verifier(String title, int threads, Storing storing) {
    this.title = title;
    this.threads = threads;
    this.storing = storing;
  }

  /// What it does.
  ///
  /// @return for a table
  public String title() {
    return title;
  }

  /// How many threads take steps.
  ///
  /// @return at least 1
  public int threads() {
    return threads;
  }

  /// Which states are stored, and how.
  ///
  /// @return one of three
  public Storing storing() {
    return storing;
  }

  /// What the compiler is told.
  ///
  /// @param stateBytes how long a state is; what runs on one thread does not need that
  /// @return its options
  List<String> flags(int stateBytes) {
    List<String> flags = new ArrayList<>(List.of("-O2", "-DSAFETY"));
    flags.addAll(
        switch (this) {
          case BREADTH_FIRST -> List.of("-DNOREDUCE", "-DBFS");
          case DEPTH_FIRST -> List.of("-DNOREDUCE");
          case BREADTH_FIRST_COLLAPSED -> List.of("-DNOREDUCE", "-DBFS", "-DCOLLAPSE");
          case DEPTH_FIRST_COLLAPSED -> List.of("-DNOREDUCE", "-DCOLLAPSE");
          case TWO_CORES ->
              List.of(
                  "-DNOREDUCE",
                  "-DNCORE=2",
                  SHARED_MEMORY,
                  WIDE_QUEUES,
                  "-DVMAX=" + slot(stateBytes));
          case PARTIAL_ORDER -> List.of();
        });
    return flags;
  }

  /// The room for a state in a queue between processes. Spin's default is 1024 bytes, all of which
  /// are copied, which halves the speed; it recommends this itself.
  private static int slot(int stateBytes) {
    return Math.ceilDiv(stateBytes, Long.BYTES) * Long.BYTES;
  }

  /// The name of its program.
  String program() {
    return "pan-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
