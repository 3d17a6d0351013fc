package psyscall.model.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LongIndexProperties {
  static final long IDS = 300;

  /// Positive steps add an id, negative ones remove it; ids lie where they collide, too.
  @Property(tries = 300)
  void itAgreesWithAMap(
      @ForAll @Size(max = 2000) List<@LongRange(min = -IDS, max = IDS) Long> steps)
      throws TraceFault {
    LongIndex index = new LongIndex(new MemoryAllowance(1 << 20));
    Map<Long, Integer> expected = new HashMap<>();

    for (long step : steps) {
      long id = Math.abs(step) << 32;
      if (step >= 0) {
        expected.putIfAbsent(id, index.add(id, 0));
      } else {
        index.remove(id);
        expected.remove(id);
      }
    }

    assertThat(index.size()).isEqualTo(expected.size());
    assertThat(expected.values()).doesNotHaveDuplicates();
    for (long step = 0; step <= IDS; step++) {
      long id = step << 32;
      assertThat(index.of(id)).isEqualTo(expected.getOrDefault(id, LongIndex.NONE));
    }
    expected.forEach((id, number) -> assertThat(index.id(number)).isEqualTo(id));
  }
}
