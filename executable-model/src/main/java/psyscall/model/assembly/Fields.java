package psyscall.model.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers for names whose numbers only Go's compiler knows: offsets of fields (`m_vdsoPC`), sums
/// of them (`g_sched+gobuf_sp`), and constants.
///
/// A name whose number is not given gets one of our making: far from any real offset, and far from
/// every other. So a routine keeps the name, in the form of a number.
public final class Fields {
  private static final long BASE = 0x4000_0000L;
  private static final long SPACING = 0x1_0000L;
  private static final long HALF = SPACING / 2;
  private static final int COUNT_MAX = 1 << 13;

  private final Map<String, Long> known;
  private final Map<String, Long> made = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();

  /// Begins with some known names.
  ///
  /// @param known numbers by name; a sum of names is a name of its own
  public Fields(Map<String, Long> known) {
    this.known = Map.copyOf(known);
  }

  /// The number of a name.
  ///
  /// @param name the name
  /// @return the given number, or always the same one of our making
  /// @throws UnreadableCodeException if there are too many names
  public long number(String name) throws UnreadableCodeException {
    Long given = known.get(name);
    if (given != null) {
      return given;
    }
    if (!made.containsKey(name)) {
      if (names.size() == COUNT_MAX) {
        throw new UnreadableCodeException("too many names of fields: limit=" + COUNT_MAX);
      }
      made.put(name, BASE + SPACING * names.size());
      names.add(name);
    }
    return made.getOrDefault(name, 0L);
  }

  /// The name behind a number.
  ///
  /// @param number a number from an instruction
  /// @return the name and what was added to it, if the number is one of our making
  public Optional<Field> named(long number) {
    long index = Math.floorDiv(number - BASE + HALF, SPACING);
    if (index < 0 || index >= names.size()) {
      return Optional.empty();
    }
    String name = names.get((int) index);
    return Optional.of(new Field(name, number - BASE - index * SPACING));
  }

  /// A name and a distance.
  ///
  /// @param name the name, or a sum of names
  /// @param plus what is added to it
  public record Field(String name, long plus) {}
}
