package psyscall.proofs.obligation;

import java.util.Optional;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.release.Release;

/// A named claim with the obligations that it comes to.
public interface Theorem {

  /// Its name.
  ///
  /// @return lower case words joined by hyphens
  String name();

  /// What it claims.
  ///
  /// @return a sentence
  String claim();

  /// Whether it is another claim for each release of Go.
  ///
  /// @return false for what is the same of all releases
  default boolean isOfRelease() {
    return true;
  }

  /// Discharges its obligations.
  ///
  /// @param instance of which world and release
  /// @param prover asks the solver
  /// @param listener hears what it comes to
  void prove(Instance instance, Prover prover, ProofListener listener);

  /// What a theorem is proved of.
  ///
  /// @param release the release of Go
  /// @param threads how many threads there are, at least 1
  /// @param processors GOMAXPROCS, at least 1
  /// @param goroutines how many goroutines there are, at least 1
  /// @param mutation what is changed
  record Instance(
      Release release, int threads, int processors, int goroutines, Optional<Mutation> mutation) {}
}
