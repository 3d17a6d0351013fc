package psyscall.checker.reduction;

import java.util.List;

/// The [Link]s column by column.
final class LinkTable {
  final int[] word;
  final int[] shift;
  final long[] mask;
  final int[] target;
  final int[] detail;
  final int[] source;
  final int[] step;
  final long[] salt;

  /// @param nobody the source of links that belong to nobody
  LinkTable(List<Link> links, int nobody) {
    word = links.stream().mapToInt(link -> link.slot().word()).toArray();
    shift = links.stream().mapToInt(link -> link.slot().shift()).toArray();
    mask = links.stream().mapToLong(link -> link.slot().mask()).toArray();
    target = links.stream().mapToInt(link -> link.meaning().target()).toArray();
    detail = links.stream().mapToInt(link -> link.meaning().detail()).toArray();
    source =
        links.stream()
            .mapToInt(link -> link.source() == Link.NOBODY ? nobody : link.source())
            .toArray();
    step = links.stream().mapToInt(Link::step).toArray();
    salt = links.stream().mapToLong(Link::salt).toArray();
  }

  int size() {
    return word.length;
  }

  /// The bits of a link in a state.
  long read(int link, long[] states, int at) {
    return states[at + word[link]] >>> shift[link] & mask[link];
  }
}
