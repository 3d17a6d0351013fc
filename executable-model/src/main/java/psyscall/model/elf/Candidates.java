package psyscall.model.elf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import psyscall.model.assembly.UnreadableCodeException;

/// Some functions of a file: those that contain the bytes of SYSCALL, or those of given names.
///
/// A function whose size is not known reaches to the next function or to the end of its section.
final class Candidates {
  private static final int COUNT_MAX = 1 << 13;
  private static final int NAMES_MAX = 1 << 14;

  private final ElfFile file;
  private final ElfSymbols symbols;
  private final Filter filter;
  private final TreeMap<Extent, List<String>> names = new TreeMap<>();
  private int namesCount;

  private Candidates(ElfFile file, ElfSymbols symbols, Filter filter) {
    this.file = file;
    this.symbols = symbols;
    this.filter = filter;
  }

  /// Which functions count.
  interface Filter {
    /// Judges one.
    ///
    /// @param symbol a name of the function
    /// @param size its bytes, also where the symbol does not say
    /// @return whether it counts
    /// @throws UnreadableCodeException if the symbol cannot be
    boolean keeps(ElfSymbol symbol, long size) throws UnreadableCodeException;
  }

  /// Where a function lies.
  ///
  /// @param address its first byte at run time
  /// @param size how many bytes
  /// @param section the section, by its index
  record Extent(long address, long size, int section) implements Comparable<Extent> {
    @Override
    public int compareTo(Extent other) {
      int byAddress = Long.compareUnsigned(address, other.address);
      int bySize = byAddress == 0 ? Long.compare(size, other.size) : byAddress;
      return bySize == 0 ? Integer.compare(section, other.section) : bySize;
    }
  }

  /// Functions with the bytes of SYSCALL.
  ///
  /// @param sites where the bytes are, ascending
  /// @return the filter
  static Filter around(long[] sites) {
    return (symbol, size) -> {
      int first = Arrays.binarySearch(sites, symbol.value());
      int index = first < 0 ? -first - 1 : first;
      return index < sites.length && sites[index] - symbol.value() <= size - 2;
    };
  }

  /// Finds them.
  ///
  /// @param file the file
  /// @param symbols its symbols
  /// @param filter which functions count
  /// @return the functions by their addresses, with all their names, the shortest first
  /// @throws UnreadableCodeException if a symbol cannot be, or there are too many
  static SequencedMap<Extent, List<String>> of(ElfFile file, ElfSymbols symbols, Filter filter)
      throws UnreadableCodeException {
    var candidates = new Candidates(file, symbols, filter);
    candidates.sized();
    candidates.unsized();
    for (List<String> names : candidates.names.values()) {
      names.sort((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length());
    }
    return Collections.unmodifiableSequencedMap(candidates.names);
  }

  private void sized() throws UnreadableCodeException {
    symbols.each(
        symbol -> {
          if (routine(symbol) && symbol.size() != 0) {
            add(symbol, symbol.size());
          }
        });
  }

  private void unsized() throws UnreadableCodeException {
    List<ElfSymbol> open = new ArrayList<>();
    List<Long> starts = new ArrayList<>();
    symbols.each(
        symbol -> {
          if (routine(symbol)) {
            starts.add(symbol.value());
            if (symbol.size() == 0) {
              open.add(symbol);
            }
          }
        });
    long[] sorted = starts.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    for (ElfSymbol symbol : open) {
      ElfSection section = file.sections().get(symbol.section());
      long end = section.address() + section.size();
      int next = Arrays.binarySearch(sorted, symbol.value()) + 1;
      if (next < sorted.length && sorted[next] < end) {
        end = sorted[next];
      }
      add(symbol, end - symbol.value());
    }
  }

  private boolean routine(ElfSymbol symbol) {
    return symbol.function() && file.sections().get(symbol.section()).code();
  }

  private void add(ElfSymbol symbol, long size) throws UnreadableCodeException {
    if (size <= 0 || !filter.keeps(symbol, size)) {
      return;
    }
    namesCount++;
    var extent = new Extent(symbol.value(), size, symbol.section());
    List<String> known = names.computeIfAbsent(extent, _ -> new ArrayList<>());
    if (names.size() > COUNT_MAX || namesCount > NAMES_MAX) {
      throw new UnreadableCodeException("too many routines: limit=" + COUNT_MAX);
    }
    String name = symbols.name(symbol);
    if (!known.contains(name)) {
      known.add(name);
    }
  }
}
