package psyscall.checker.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import psyscall.checker.problem.Explored.Sighting;
import psyscall.checker.store.StateStore;
import psyscall.checker.worker.Task;
import psyscall.checker.worker.Worker;
import psyscall.spec.property.Property;

/// What all workers together have seen of the properties.
final class Answers {
  private final List<Property> properties;
  private final StateStore store;
  private final List<Worker> workers;
  private final List<Sighting> sightings;

  /// Nothing is seen yet.
  Answers(Task task, List<Worker> workers) {
    this.properties = task.problem().properties();
    this.store = task.store();
    this.workers = workers;
    this.sightings = new ArrayList<>(Collections.nCopies(properties.size(), Sighting.NONE));
  }

  /// Takes from the workers, which stand still, what they saw in a level, and lets them ask no more
  /// what is answered.
  void gather() {
    boolean[] answered = new boolean[properties.size()];
    for (int property = 0; property < answered.length; property++) {
      if (sightings.get(property).state().isEmpty()) {
        sightings.set(property, least(property));
      }
      answered[property] = sightings.get(property).state().isPresent();
    }
    workers.forEach(worker -> worker.sights().ask(answered));
  }

  private Sighting least(int property) {
    Sighting least = Sighting.NONE;
    for (Worker worker : workers) {
      Sighting other = worker.sights().of(property);
      if (other.state().isPresent()
          && (least.state().isEmpty()
              || store.compare(other.state().getAsInt(), least.state().getAsInt()) < 0)) {
        least = other;
      }
    }
    return least;
  }

  /// Why one violation ends the search.
  ///
  /// @param until whether it does
  /// @return names the first property, in order, that is violated
  Optional<Cut> firstViolation(SearchOptions.Until until) {
    return switch (until) {
      case WHOLE_GRAPH -> Optional.empty();
      case FIRST_VIOLATION -> violated();
    };
  }

  private Optional<Cut> violated() {
    for (int property = 0; property < properties.size(); property++) {
      boolean isViolation =
          switch (properties.get(property)) {
            case Property.Always _, Property.OnStep _, Property.DeadlockFree _ -> true;
            case Property.Sometimes _, Property.Quiet _, Property.Possible _ -> false;
          };
      if (isViolation && sightings.get(property).state().isPresent()) {
        return Optional.of(new Cut.FirstViolation(properties.get(property).name()));
      }
    }
    return Optional.empty();
  }

  /// What was seen of each property, in order.
  List<Sighting> sightings() {
    return List.copyOf(sightings);
  }
}
