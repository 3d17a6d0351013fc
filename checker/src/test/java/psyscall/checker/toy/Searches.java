package psyscall.checker.toy;

import java.util.List;
import psyscall.checker.plain.PlainSearch;
import psyscall.checker.search.Exploration;
import psyscall.checker.search.SearchOptions;
import psyscall.checker.search.Supervision;
import psyscall.spec.property.Property;

/// Searches of toys with a clock that stands still.
public final class Searches {
  private Searches() {}

  /// Explores all of a toy.
  ///
  /// @param toy what is explored
  /// @param properties what is judged
  /// @return what was found
  public static Exploration whole(Toy toy, Property... properties) {
    return search(toy, SearchOptions.WHOLE_GRAPH, properties);
  }

  /// Explores a toy.
  ///
  /// @param toy what is explored
  /// @param options how far
  /// @param properties what is judged
  /// @return what was found
  public static Exploration search(Toy toy, SearchOptions options, Property... properties) {
    Supervision supervision = Supervision.of(() -> 0);
    return PlainSearch.explore(toy.interpreter(), List.of(properties), options, supervision);
  }
}
