package psyscall.model.engine;

import java.util.Optional;
import psyscall.model.behavior.State;
import psyscall.model.behavior.World;
import psyscall.model.compile.CompiledRules;
import psyscall.model.interpret.Interpreter;
import psyscall.model.layout.Layout;
import psyscall.spec.rule.Specification;

/// Makes engines of one specification in one world; what is compiled is compiled once.
///
/// Immutable, so it may be shared between threads; an engine may not.
public final class Engines {
  private final Specification specification;
  private final World world;
  private final Watched watched;
  private final State initial;
  private final Optional<CompiledRules> compiled;

  private Engines(
      Specification specification, World world, Watched watched, Optional<CompiledRules> compiled) {
    this.specification = specification;
    this.world = world;
    this.watched = watched;
    this.compiled = compiled;
    this.initial = new Interpreter(specification, world).initial();
  }

  /// Engines with compiled rules where the state fits into words and the rules into methods, with
  /// interpreted ones elsewhere.
  ///
  /// @param specification what they execute
  /// @param world the sizes of the id sorts
  /// @param watched what they can be asked
  /// @return the maker
  public static Engines of(Specification specification, World world, Watched watched) {
    try {
      return compiled(specification, world, watched);
    } catch (IllegalArgumentException _) {
      return interpreted(specification, world, watched);
    }
  }

  /// Engines with compiled rules.
  ///
  /// @param specification what they execute
  /// @param world the sizes of the id sorts
  /// @param watched what they can be asked
  /// @return the maker
  /// @throws IllegalArgumentException if the state or the rules are too large
  public static Engines compiled(Specification specification, World world, Watched watched) {
    CompiledRules rules =
        CompiledRules.of(Layout.of(specification, world), watched.states(), watched.steps());
    return new Engines(specification, world, watched, Optional.of(rules));
  }

  /// Engines with interpreted rules.
  ///
  /// @param specification what they execute
  /// @param world the sizes of the id sorts
  /// @param watched what they can be asked
  /// @return the maker
  public static Engines interpreted(Specification specification, World world, Watched watched) {
    return new Engines(specification, world, watched, Optional.empty());
  }

  /// Whether the rules are compiled.
  ///
  /// @return whether they are
  public boolean areCompiled() {
    return compiled.isPresent();
  }

  /// An engine in the initial state.
  ///
  /// @return a fresh one, for one thread
  public Engine fresh() {
    return compiled
        .<Engine>map(rules -> new CompiledEngine(rules, watched, initial))
        .orElseGet(() -> new InterpretedEngine(specification, world, watched));
  }
}
