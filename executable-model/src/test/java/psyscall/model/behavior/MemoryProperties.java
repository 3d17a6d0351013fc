package psyscall.model.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Memories against a sorted map of bytes, with accesses that cross cells and the end of the
/// address space.
class MemoryProperties {
  /// A store of the low bytes of a word.
  record Access(long address, int bytes, long word) {}

  @Provide
  Arbitrary<List<Access>> accesses() {
    Arbitrary<Long> address =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 40),
            Arbitraries.longs().between(-9, 9),
            Arbitraries.longs().between(Long.MAX_VALUE - 9, Long.MAX_VALUE),
            Arbitraries.longs());
    Arbitrary<Long> word = Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs());
    return Combinators.combine(address, Arbitraries.of(1, 2, 4, 8), word)
        .as(Access::new)
        .list()
        .ofMaxSize(30);
  }

  private static Map<Long, Integer> zero() {
    return new TreeMap<>(Comparator.comparingLong((Long address) -> address + Long.MIN_VALUE));
  }

  private static void store(Map<Long, Integer> bytes, Access access) {
    for (int at = 0; at < access.bytes(); at++) {
      int value = (int) (access.word() >>> (8 * at) & 0xff);
      if (value == 0) {
        bytes.remove(access.address() + at);
      } else {
        bytes.put(access.address() + at, value);
      }
    }
  }

  private static long load(Map<Long, Integer> bytes, long address, int count) {
    long word = 0;
    for (int at = 0; at < count; at++) {
      word |= (long) bytes.getOrDefault(address + at, 0) << (8 * at);
    }
    return word;
  }

  @Property
  void loadsWhatWasStoredLast(@ForAll("accesses") List<Access> accesses) {
    Memory memory = Memory.ZERO;
    Map<Long, Integer> bytes = zero();
    for (Access access : accesses) {
      memory = memory.store(access.address(), access.bytes(), access.word());
      store(bytes, access);
    }

    for (Access access : accesses) {
      for (int count : List.of(1, 2, 4, 8)) {
        for (long near = access.address() - 8; near != access.address() + 9; near++) {
          assertThat(memory.load(near, count))
              .as("%d bytes at %x", count, near)
              .isEqualTo(load(bytes, near, count));
        }
      }
    }
    assertThat(memory.cells())
        .containsExactlyElementsOf(
            bytes.entrySet().stream()
                .map(cell -> new Memory.Cell(cell.getKey(), cell.getValue()))
                .toList());
  }

  @Property
  void equalityIsOfTheContents(
      @ForAll("accesses") List<Access> first, @ForAll("accesses") List<Access> second) {
    Map<Long, Integer> bytes = zero();
    Memory memory = Memory.ZERO;
    for (Access access : first) {
      store(bytes, access);
      memory = memory.store(access.address(), access.bytes(), access.word());
    }
    Memory before = memory;
    for (Access access : second) {
      memory = memory.store(access.address(), access.bytes(), access.word());
    }
    for (Access access : second) {
      memory =
          memory.store(
              access.address(), access.bytes(), load(bytes, access.address(), access.bytes()));
    }

    assertThat(memory).isEqualTo(before).hasSameHashCodeAs(before);
    assertThat(memory.store(77, 1, before.load(77, 1) + 1)).isNotEqualTo(before);
  }
}
