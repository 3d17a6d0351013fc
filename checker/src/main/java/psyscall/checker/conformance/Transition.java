package psyscall.checker.conformance;

/// The events of a specification as code: what [TransitionClass] generates.
///
/// Events have numbers from 0. Arguments are ids of individuals that are there, or −1.
abstract class Transition {
  /// The numbers of all columns, by column and individual.
  protected final int[][] values;

  private final Entries entries;

  protected Transition(Entries entries) {
    this.entries = entries;
    this.values = entries.values;
  }

  /// Which guard of an event refuses it.
  ///
  /// @return 0 if none does, else its number, from 1
  protected abstract int refusal(int event, int a, int b, int c, int d);

  /// Does what an event does that no guard refuses.
  protected abstract void apply(int event, int a, int b, int c, int d);

  /// The first of those who hold an id, −1 if nobody does.
  protected final int first(int column, int id) {
    return entries.first(column, id);
  }

  /// The next of those who hold the same id, −1 after the last.
  protected final int next(int column, int holder) {
    return entries.next(column, holder);
  }

  /// How many individuals of a kind there are.
  protected final int size(int kind) {
    return entries.sizes[kind];
  }

  /// Stores a number in a column that is kept the other way round too.
  protected final void store(int column, int id, int value) {
    entries.store(column, id, value);
  }
}
