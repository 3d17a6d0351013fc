package psyscall.checker.reduction;

import java.util.Arrays;

/// What one state says of its individuals: a colour for each, and who refers to whom.
///
/// Colours depend on what a state says only, not on the numbers of the individuals: a permutation
/// of the state permutes them. Different individuals may have equal colours, by chance too; nothing
/// but speed depends on that.
final class Portrait {
  private final Tables tables;
  private final RecordTable records;
  private final FrameTable frames;
  private final LinkTable links;

  private long[] states = new long[0];
  private int at;

  /// Of each actor its frame.
  private final int[] frameOf;

  /// The links that refer to somebody, by kind, and the arrays that are there.
  final int[] activeIds;

  final int[] activeSets;
  final int[] activeQueues;
  final int[] activeBlocks;
  int activeIdCount;
  int activeSetCount;
  int activeQueueCount;
  int activeBlockCount;

  /// Who refers to whom, first by [#activeIds], one arrow for each.
  private int[] arrowSource;

  private int[] arrowTarget;
  private long[] arrowSalt;
  private int arrows;

  /// Of each individual what has been added to its colour; the last one is nobody.
  private final long[] added;

  /// Whether a queue or an array refers to an individual.
  private final boolean[] named;

  Portrait(Tables tables) {
    this.tables = tables;
    this.records = tables.records();
    this.frames = tables.frames();
    this.links = tables.links();
    this.frameOf = new int[frames.actors()];
    this.activeIds = new int[links.size() + 1];
    this.activeSets = new int[links.size()];
    this.activeQueues = new int[links.size()];
    this.activeBlocks = new int[tables.blocks().length];
    this.arrowSource = new int[links.size() + 1];
    this.arrowTarget = new int[links.size() + 1];
    this.arrowSalt = new long[links.size() + 1];
    this.added = new long[tables.individuals().count() + 1];
    this.named = new boolean[tables.individuals().count()];
  }

  /// Reads a state.
  ///
  /// @param colours takes for each individual the colour of what its record says of no other one
  void read(long[] from, int place, long[] colours) {
    states = from;
    at = place;
    activeIdCount = 0;
    activeSetCount = 0;
    activeQueueCount = 0;
    activeBlockCount = 0;
    Arrays.fill(named, false);
    Extent fixed = tables.fixed();
    readIds(fixed.ids(), fixed.sets());
    for (int actor = 0; actor < frameOf.length; actor++) {
      int frame = frames.frame(actor, states, at);
      frameOf[actor] = frame;
      Extent extent = frames.extents[frame];
      readIds(extent.ids(), extent.sets());
    }
    arrows = activeIdCount;
    readOthers(fixed);
    for (int frame : frameOf) {
      readOthers(frames.extents[frame]);
    }
    for (int sort = 0; sort < frames.actorsOf.length; sort++) {
      paint(sort, colours);
    }
    colours[colours.length - 1] = Hashing.SEED;
  }

  private void readOthers(Extent extent) {
    for (int link = extent.sets(); link < extent.queues(); link++) {
      readSet(link);
    }
    for (int link = extent.queues(); link < extent.links(); link++) {
      readQueue(link);
    }
    readBlocks(extent.firstBlock(), extent.blocks());
  }

  private void paint(int sort, long[] colours) {
    int first = tables.individuals().first(sort);
    int size = tables.individuals().first(sort + 1) - first;
    int firstSegment = records.firstSegment[sort];
    int endSegment = records.firstSegment[sort + 1];
    int[] actors = frames.actorsOf[sort];
    for (int self = 0; self < size; self++) {
      long colour = Hashing.SEED;
      for (int segment = firstSegment; segment < endSegment; segment++) {
        int copy = records.firstCopy[segment] + self;
        long bits =
            states[at + records.word[copy]] >>> records.shift[copy] & records.plain[segment];
        for (int actor : actors) {
          bits &= frames.plain[frameOf[actor + self]][segment - firstSegment];
        }
        colour = Hashing.mix(colour, bits);
      }
      colours[first + self] = colour;
    }
  }

  /// Reads links to one individual, without a branch: an arrow to nobody is overwritten by the
  /// next.
  private void readIds(int from, int to) {
    int count = activeIdCount;
    for (int link = from; link < to; link++) {
      int id = (int) links.read(link, states, at) - links.detail[link];
      activeIds[count] = link;
      arrowSource[count] = links.source[link];
      arrowTarget[count] = links.target[link] + id;
      arrowSalt[count] = links.salt[link];
      count += 1 + (id >> (Integer.SIZE - 1));
    }
    activeIdCount = count;
  }

  private void readSet(int link) {
    long bits = links.read(link, states, at);
    if (bits != 0) {
      activeSets[activeSetCount++] = link;
      int target = links.target[link];
      for (long rest = bits; rest != 0; rest &= rest - 1) {
        refer(links.source[link], target + Long.numberOfTrailingZeros(rest), links.salt[link]);
      }
    }
  }

  private void readQueue(int link) {
    long bits = links.read(link, states, at);
    if (bits != 1) {
      activeQueues[activeQueueCount++] = link;
      int idBits = links.detail[link];
      long id = (1L << idBits) - 1;
      long salt = links.salt[link];
      for (long rest = bits; rest != 1; rest >>>= idBits) {
        int target = links.target[link] + (int) (rest & id);
        named[target] = true;
        refer(links.source[link], target, salt);
        salt += Hashing.SEED;
      }
    }
  }

  private void readBlocks(int from, int to) {
    for (int block = from; block < to; block++) {
      activeBlocks[activeBlockCount++] = block;
      CellBlock cells = tables.blocks()[block];
      for (int cell = 0; cell < cells.cells(); cell++) {
        long bits = cells.read(cell, states, at);
        if (!cells.meaning.isNeutral(bits)) {
          readCell(cells, cell, bits);
        }
      }
    }
  }

  /// A cell refers to those that index it; if its bits refer to somebody, that one is marked, but
  /// takes no colour from it.
  private void readCell(CellBlock cells, int cell, long bits) {
    Meaning meaning = cells.meaning;
    int source = cells.source == Link.NOBODY ? named.length : cells.source;
    long salt = meaning.isPlain() ? Hashing.mix(cells.salt, bits) : cells.salt;
    for (int dimension = 0; dimension < cells.depth; dimension++) {
      int id = cells.id(cell, dimension);
      named[id] = true;
      refer(source, id, Hashing.mix(salt, dimension));
    }
    switch (meaning.kind()) {
      case PLAIN -> {}
      case ID -> named[meaning.target() + (int) bits - meaning.detail()] = true;
      case SET -> {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
          named[meaning.target() + Long.numberOfTrailingZeros(rest)] = true;
        }
      }
      case QUEUE -> {
        long id = (1L << meaning.detail()) - 1;
        for (long rest = bits; rest != 1; rest >>>= meaning.detail()) {
          named[meaning.target() + (int) (rest & id)] = true;
        }
      }
    }
  }

  private void refer(int source, int target, long salt) {
    if (arrows == arrowSource.length) {
      arrowSource = Arrays.copyOf(arrowSource, 2 * arrows);
      arrowTarget = Arrays.copyOf(arrowTarget, 2 * arrows);
      arrowSalt = Arrays.copyOf(arrowSalt, 2 * arrows);
    }
    arrowSource[arrows] = source;
    arrowTarget[arrows] = target;
    arrowSalt[arrows++] = salt;
  }

  /// Whom a link of [#activeIds] refers to.
  int arrowTarget(int active) {
    return arrowTarget[active];
  }

  /// Adds to each colour those of the individuals that it refers to and that refer to it.
  void refine(long[] colours) {
    for (int arrow = 0; arrow < arrows; arrow++) {
      int source = arrowSource[arrow];
      int target = arrowTarget[arrow];
      long there = Hashing.arrow(colours[source], colours[target], arrowSalt[arrow]);
      added[source] += there;
      added[target] += Hashing.backwards(there);
    }
    for (int individual = 0; individual < colours.length; individual++) {
      colours[individual] = Hashing.mix(colours[individual], added[individual]);
      added[individual] = 0;
    }
  }

  /// Whether exchanging two individuals of a sort surely changes nothing: their records are the
  /// same, each set has both or neither, and nothing else refers to one of them. No colour is
  /// asked.
  boolean areTwins(int one, int two, int sort) {
    if (named[one] || named[two]) {
      return false;
    }
    int first = tables.individuals().first(sort);
    if (!records.same(states, at, sort, one - first, two - first)) {
      return false;
    }
    for (int active = 0; active < activeIdCount; active++) {
      if (arrowTarget[active] == one || arrowTarget[active] == two) {
        return false;
      }
    }
    for (int active = 0; active < activeSetCount; active++) {
      int link = activeSets[active];
      if (links.target[link] == first) {
        long bits = links.read(link, states, at);
        if ((bits >>> (one - first) & 1) != (bits >>> (two - first) & 1)) {
          return false;
        }
      }
    }
    return true;
  }
}
