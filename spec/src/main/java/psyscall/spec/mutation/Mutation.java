package psyscall.spec.mutation;

import java.util.Optional;
import java.util.function.UnaryOperator;
import psyscall.spec.process.Protocol;

/// A named change of the protocol, and the check that must notice it.
///
/// @param name its name, as in `--bug NAME`; `go` and an issue number where Go really had it
/// @param summary what is changed, in one sentence
/// @param history what happened to Go's users, from which release to which; empty for a change that
///   nobody made
/// @param scenario the scenario in which it is looked for
/// @param property the property that it breaks
/// @param ending the throw that ends the shortest counterexample, where the property is `no-throw`
/// @param depth the length of the shortest counterexample in steps; 0 for a witness that is no
///   longer reached
/// @param edit the change
public record Mutation(
    String name,
    String summary,
    String history,
    String scenario,
    String property,
    Optional<String> ending,
    int depth,
    UnaryOperator<Protocol> edit) {
  /// Whether Go really had it.
  ///
  /// @return whether it has a history
  public boolean historical() {
    return !history.isEmpty();
  }
}
