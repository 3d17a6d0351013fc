package psyscall.model.elf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import psyscall.model.assembly.UnreadableCodeException;

/// The names of some addresses.
final class SymbolNames {
  private final Map<Long, String> names = new HashMap<>();

  /// Looks the addresses up.
  ///
  /// @param symbols the symbols of the file
  /// @param wanted the addresses
  /// @throws UnreadableCodeException if a symbol cannot be
  SymbolNames(ElfSymbols symbols, Set<Long> wanted) throws UnreadableCodeException {
    Map<Long, ElfSymbol> best = new HashMap<>();
    symbols.each(
        symbol -> {
          if (wanted.contains(symbol.value())) {
            best.merge(symbol.value(), symbol, (a, b) -> b.rank() < a.rank() ? b : a);
          }
        });
    for (Map.Entry<Long, ElfSymbol> entry : best.entrySet()) {
      names.put(entry.getKey(), GoNames.plain(symbols.name(entry.getValue())));
    }
  }

  /// The name of an address.
  ///
  /// @param address the address
  /// @return the name of the best symbol exactly there, if there is one
  Optional<String> at(long address) {
    return Optional.ofNullable(names.get(address)).filter(name -> !name.isEmpty());
  }
}
