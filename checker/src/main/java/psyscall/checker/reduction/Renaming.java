package psyscall.checker.reduction;

/// Applies a permutation of the individuals of each sort to a state.
///
/// The result begins as a copy. Whole records are moved by exclusive or of what is there and what
/// comes there; then each part that refers to somebody is rewritten where it has come to.
final class Renaming {
  private final Tables tables;

  /// The new number of each individual; nobody stays nobody.
  private final int[] renamed;

  Renaming(Tables tables) {
    this.tables = tables;
    this.renamed = new int[tables.individuals().count() + 1];
    renamed[renamed.length - 1] = renamed.length - 1;
  }

  /// Renames the individuals of a state.
  ///
  /// @param portrait of the state
  /// @param order the individuals in their new order, sort by sort
  /// @param result takes the new state
  void apply(long[] states, int at, Portrait portrait, int[] order, long[] result) {
    System.arraycopy(states, at, result, 0, result.length);
    for (int place = 0; place < order.length; place++) {
      renamed[order[place]] = place;
    }
    int sorts = tables.frames().actorsOf.length;
    for (int sort = 0; sort < sorts; sort++) {
      moveRecords(states, at, sort, order, result);
    }
    renameIds(states, at, portrait, result);
    renameOthers(states, at, portrait, result);
    for (int active = 0; active < portrait.activeBlockCount; active++) {
      int block = portrait.activeBlocks[active];
      CellBlock cells = tables.blocks()[block];
      int to = block + moved(cells.source, cells.step);
      cells.move(states, at, renamed, tables.blocks()[to], result);
    }
  }

  /// How far in a table something moves with the individual whose it is.
  private int moved(int source, int step) {
    return source == Link.NOBODY ? 0 : (renamed[source] - source) * step;
  }

  private void moveRecords(long[] states, int at, int sort, int[] order, long[] result) {
    RecordTable records = tables.records();
    int first = tables.individuals().first(sort);
    int end = tables.individuals().first(sort + 1);
    for (int place = first; place < end; place++) {
      int individual = order[place];
      if (individual != place) {
        for (int segment = records.firstSegment[sort];
            segment < records.firstSegment[sort + 1];
            segment++) {
          int from = records.firstCopy[segment] + individual - first;
          int to = records.firstCopy[segment] + place - first;
          long comes = states[at + records.word[from]] >>> records.shift[from];
          long goes = states[at + records.word[to]] >>> records.shift[to];
          result[records.word[to]] ^= ((comes ^ goes) & records.mask[segment]) << records.shift[to];
        }
      }
    }
  }

  private void renameIds(long[] states, int at, Portrait portrait, long[] result) {
    LinkTable links = tables.links();
    for (int active = 0; active < portrait.activeIdCount; active++) {
      int link = portrait.activeIds[active];
      int target = portrait.arrowTarget(active);
      put(
          link,
          links.read(link, states, at),
          renamed[target] - links.target[link] + links.detail[link],
          result);
    }
  }

  private void renameOthers(long[] states, int at, Portrait portrait, long[] result) {
    LinkTable links = tables.links();
    for (int active = 0; active < portrait.activeSetCount; active++) {
      int link = portrait.activeSets[active];
      long bits = links.read(link, states, at);
      put(link, bits, Meaning.renameSet(bits, links.target[link], renamed), result);
    }
    for (int active = 0; active < portrait.activeQueueCount; active++) {
      int link = portrait.activeQueues[active];
      long bits = links.read(link, states, at);
      long wanted = Meaning.renameQueue(bits, links.target[link], links.detail[link], renamed);
      put(link, bits, wanted, result);
    }
  }

  private void put(int link, long bits, long wanted, long[] result) {
    LinkTable links = tables.links();
    int source = links.source[link];
    int to = link + (renamed[source] - source) * links.step[link];
    result[links.word[to]] ^= (bits ^ wanted) << links.shift[to];
  }
}
