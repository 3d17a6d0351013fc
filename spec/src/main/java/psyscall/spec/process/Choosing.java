package psyscall.spec.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Type;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Check;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;

/// The statements that leave something open; every choice has a name and a sort.
public abstract class Choosing extends Storing {
  /// Starts with nothing recorded.
  ///
  /// @param owner the procedure's name, for addresses and messages
  protected Choosing(String owner) {
    super(owner);
  }

  /// Starts with nothing recorded, named like the class.
  protected Choosing() {}

  /// A named alternative of [#either].
  ///
  /// @param name its name
  /// @param body what happens then
  public record Case(String name, Runnable body) {}

  /// Chooses between named alternatives.
  ///
  /// @param choice the choice's name
  /// @param cases the alternatives
  protected final void either(String choice, Case... cases) {
    List<Statement.Alternative> alternatives = new ArrayList<>();
    for (Case one : cases) {
      alternatives.add(new Statement.Alternative(one.name(), nested(one.body())));
    }
    List<String> names = Arrays.stream(cases).map(Case::name).toList();
    Sort sort = Statement.alternatives(choice, names);
    add(new Statement.Either(new Choice(choice, sort), alternatives));
  }

  /// Picks an id from a set.
  ///
  /// @param <K> whose ids
  /// @param choice the choice's name
  /// @param set the candidates
  /// @param some what is done with the id
  /// @param none what is done if there is no candidate
  protected final <K> void pick(String choice, IdSet<K> set, Consumer<Id<K>> some, Runnable none) {
    Ids<K> ids = set.ids();
    Bound bound = ids.bound();
    Block first = nested(() -> some.accept(ids.id().of(bound)));
    Domain domain = new Domain.ElementOf(set.term());
    add(new Statement.Pick(new Choice(choice, ids.sort()), bound, domain, first, nested(none)));
  }

  /// Picks a subset of a set.
  ///
  /// @param <K> whose ids
  /// @param choice the choice's name
  /// @param set the largest answer
  /// @param some what is done with the subset
  protected final <K> void pickSubset(String choice, IdSet<K> set, Consumer<IdSet<K>> some) {
    Bound bound = new Bound(choice, set.term().sort());
    Block first = nested(() -> some.accept(set.ids().set().of(bound)));
    Domain domain = new Domain.SubsetOf(set.term());
    add(
        new Statement.Pick(
            new Choice(choice, set.term().sort()), bound, domain, first, Block.EMPTY));
  }

  /// Picks one of several values.
  ///
  /// @param <E> the handle
  /// @param choice the choice's name
  /// @param type the sort of the values
  /// @param values the candidates, at least one
  /// @param some what is done with the value
  protected final <E extends Expr> void pickValue(
      String choice, Type<E> type, List<E> values, Consumer<E> some) {
    Bound bound = new Bound(choice, type.sort());
    values.forEach(value -> requireWithin(type.sort(), value.term().sort()));
    Block first = nested(() -> some.accept(type.of(bound)));
    Domain domain = new Domain.OneOf(values.stream().map(Expr::term).toList());
    add(new Statement.Pick(new Choice(choice, type.sort()), bound, domain, first, Block.EMPTY));
  }

  /// The answer's sort is what a search, a script and a solver go by, so each candidate is within
  /// it.
  private static void requireWithin(Sort sort, Sort candidate) {
    Check.fits("candidate", sort, candidate);
    if (sort instanceof Sort.Range all
        && candidate instanceof Sort.Range one
        && (one.low() < all.low() || one.high() > all.high())) {
      throw new IllFormed("candidate outside the range: range=" + all + ", candidate=" + one);
    }
  }
}
