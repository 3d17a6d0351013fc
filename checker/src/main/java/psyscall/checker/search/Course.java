package psyscall.checker.search;

import java.util.List;
import java.util.Optional;
import psyscall.checker.problem.Explored;
import psyscall.checker.worker.Worker;

/// A search under way, in the order of its strategy.
sealed interface Course extends AutoCloseable permits LevelSearch, LoneSearch {

  /// Explores.
  ///
  /// @param initial the packed initial state
  /// @return why it ended before all was explored, if it did
  Optional<Cut> run(long[] initial);

  /// How much is explored.
  Counts counts();

  /// How states were met.
  Explored.Order order();

  /// What was seen of each property.
  List<Explored.Sighting> sightings();

  /// Who explored.
  List<Worker> workers();

  /// Ends the threads.
  @Override
  void close();
}
