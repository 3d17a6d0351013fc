package psyscall.checker.worker;

import java.util.List;
import psyscall.checker.problem.BitMask;
import psyscall.checker.problem.Dependence;
import psyscall.checker.problem.Problem;
import psyscall.checker.problem.Tags;
import psyscall.checker.store.MemoryBudget;
import psyscall.checker.store.StateStore;
import psyscall.spec.property.Property;

/// What the workers of a search share.
///
/// @param problem what is searched
/// @param tags tables about its steps
/// @param dependence which conditions a step can change
/// @param store where states are kept
/// @param budget what memory is taken from
/// @param news the bits whose change is news
/// @param ending the bits that tell that the run has ended
public record Task(
    Problem problem,
    Tags tags,
    Dependence dependence,
    StateStore store,
    MemoryBudget budget,
    BitMask news,
    BitMask ending) {

  /// Prepares a search.
  ///
  /// @param problem what is searched
  /// @param store where states are kept
  /// @param budget what memory is taken from
  /// @return what its workers share
  public static Task of(Problem problem, StateStore store, MemoryBudget budget) {
    return new Task(
        problem,
        Tags.of(problem),
        Dependence.of(problem),
        store,
        budget,
        BitMask.news(problem.layout()),
        BitMask.ending(problem.layout()));
  }

  /// Whether states are noted that may be quiet: whether a property is judged on the graph.
  Worker.Noting noting() {
    return readsGraph(problem.properties()) ? Worker.Noting.CANDIDATES : Worker.Noting.NONE;
  }

  private static boolean readsGraph(List<Property> properties) {
    return properties.stream()
        .anyMatch(
            property ->
                switch (property) {
                  case Property.Quiet _, Property.Possible _, Property.DeadlockFree _ -> true;
                  case Property.Always _, Property.OnStep _, Property.Sometimes _ -> false;
                });
  }
}
