package psyscall.checker.reduction;

import psyscall.model.layout.Layout;

/// Permutations of the individuals of each id sort: states count as one exactly if a permutation
/// makes one of the other.
///
/// Each individual gets a colour from what the state says of it, and from the colours of those it
/// refers to and that refer to it. Sorted by colour, the individuals are renamed in that order.
/// Most often that is all: colours differ, or those that share one are *twins*, whose exchange
/// changes no bit. Where a tie is left, each member of the first class with one is put first in
/// turn, colours are refined, and so on, and of the states that come out the least is taken. Two
/// orders with the same state show that two members can stand for each other, so that one of them
/// is enough. This is the method of McKay's nauty, in small.
///
/// A colour is a hash, and nothing but the order in which states are tried depends on hashes being
/// different: individuals with equal colours by chance are a tie like any other. So the
/// representatives are exact. [SymmetryCheck] says when this may be used. Nothing is allocated for
/// a state.
///
/// See B. D. McKay, A. Piperno, Practical graph isomorphism II, 2014; C. N. Ip, D. L. Dill, Better
/// verification through symmetry, 1996.
public final class Symmetry implements Reduction {
  private static final int NO_JUMP = Integer.MAX_VALUE;

  private final Tables tables;
  private final Portrait portrait;
  private final Renaming renaming;

  /// One more for each tie that is broken.
  private final Ordering[] levels;

  /// Who was put first at each level, now and in the order that gave the least state so far.
  private final int[] path;

  private final int[] bestPath;
  private long[] best;
  private long[] candidate;
  private int candidates;

  private Symmetry(Tables tables) {
    this.tables = tables;
    this.portrait = new Portrait(tables);
    this.renaming = new Renaming(tables);
    int count = tables.individuals().count();
    this.levels = new Ordering[count + 1];
    for (int level = 0; level <= count; level++) {
      levels[level] = new Ordering(tables.individuals());
    }
    this.path = new int[count + 1];
    this.bestPath = new int[count + 1];
    this.best = new long[tables.words()];
    this.candidate = new long[tables.words()];
  }

  /// The symmetry of a layout's states.
  ///
  /// @param layout how states are packed
  /// @return a reduction for one thread
  public static Symmetry of(Layout layout) {
    return new Symmetry(Tables.of(layout));
  }

  @Override
  public String name() {
    return "symmetry";
  }

  @Override
  public Symmetry forThread() {
    return new Symmetry(tables);
  }

  @Override
  public void canonicalise(long[] states, int at) {
    candidates = 0;
    if (tables.trivial()) {
      return;
    }
    Ordering ordering = levels[0];
    ordering.reset();
    portrait.read(states, at, ordering.colours);
    portrait.refine(ordering.colours);
    ordering.divide();
    int open = ordering.openClass(portrait);
    while (open >= 0) {
      portrait.refine(ordering.colours);
      if (!ordering.divide()) {
        break;
      }
      open = ordering.openClass(portrait);
    }
    if (open >= 0) {
      descend(states, at, 0, open);
    } else if (ordering.isIdentity()) {
      return;
    } else {
      renaming.apply(states, at, portrait, ordering.order, best);
    }
    System.arraycopy(best, 0, states, at, best.length);
  }

  /// How many orders the last state was tried in to break ties; 0 if there were none to break.
  int candidates() {
    return candidates;
  }

  /// Tries each member of a class as its first.
  ///
  /// @return the level whose present member can be left, as it stands for one that was there
  ///   before; [#NO_JUMP] if there is none
  private int descend(long[] states, int at, int level, int begin) {
    Ordering ordering = levels[level];
    int end = ordering.end(begin);
    for (int place = begin; place < end; place++) {
      if (hasTwin(ordering, begin, place)) {
        continue;
      }
      path[level] = ordering.order[place];
      Ordering next = levels[level + 1];
      next.copy(ordering);
      next.single(begin, place);
      int open = refine(next);
      int jump = open >= 0 ? descend(states, at, level + 1, open) : finish(states, at, level);
      if (jump < level) {
        return jump;
      }
    }
    return NO_JUMP;
  }

  private boolean hasTwin(Ordering ordering, int begin, int place) {
    for (int earlier = begin; earlier < place; earlier++) {
      int sort = ordering.sortAt(place);
      if (portrait.areTwins(ordering.order[earlier], ordering.order[place], sort)) {
        return true;
      }
    }
    return false;
  }

  private int refine(Ordering ordering) {
    int open = ordering.openClass(portrait);
    boolean divided = true;
    while (open >= 0 && divided) {
      portrait.refine(ordering.colours);
      divided = ordering.divide();
      open = ordering.openClass(portrait);
    }
    return open;
  }

  /// Compares the state that an order gives with the least one so far.
  private int finish(long[] states, int at, int level) {
    renaming.apply(states, at, portrait, levels[level + 1].order, candidate);
    int comparison = candidates++ == 0 ? -1 : compare(candidate, best);
    if (comparison == 0) {
      int parting = 0;
      while (path[parting] == bestPath[parting]) {
        parting++;
      }
      return parting;
    }
    if (comparison < 0) {
      long[] least = candidate;
      candidate = best;
      best = least;
      System.arraycopy(path, 0, bestPath, 0, path.length);
    }
    return NO_JUMP;
  }

  private static int compare(long[] one, long[] two) {
    for (int word = 0; word < one.length; word++) {
      if (one[word] != two[word]) {
        return Long.compareUnsigned(one[word], two[word]);
      }
    }
    return 0;
  }
}
