package psyscall.model.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Sets of ids against [TreeSet], with ids on both sides of the border between the word and the
/// array.
class IdSetProperties {
  @Provide
  Arbitrary<Set<Long>> ids() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(0, 9),
            Arbitraries.longs().between(60, 68),
            Arbitraries.longs().between(0, Long.MAX_VALUE))
        .set()
        .ofMaxSize(12);
  }

  private static IdSet of(Set<Long> ids) {
    return IdSet.of(array(ids));
  }

  private static long[] array(Set<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  @Property
  void hasTheSameElements(@ForAll("ids") Set<Long> ids, @ForAll("ids") Set<Long> others) {
    IdSet set = of(ids);

    assertThat(set.size()).isEqualTo(ids.size());
    assertThat(set.isEmpty()).isEqualTo(ids.isEmpty());
    assertThat(set.toArray()).containsExactly(array(new TreeSet<>(ids)));
    for (long id : new TreeSet<>(others)) {
      assertThat(set.contains(id)).as("contains %d", id).isEqualTo(ids.contains(id));
    }
  }

  @Property
  void combinesAsSetsDo(@ForAll("ids") Set<Long> left, @ForAll("ids") Set<Long> right) {
    Set<Long> union = new TreeSet<>(left);
    union.addAll(right);
    Set<Long> intersection = new TreeSet<>(left);
    intersection.retainAll(right);
    Set<Long> difference = new TreeSet<>(left);
    difference.removeAll(right);

    assertThat(of(left).union(of(right))).isEqualTo(of(union));
    assertThat(of(left).intersection(of(right))).isEqualTo(of(intersection));
    assertThat(of(left).difference(of(right))).isEqualTo(of(difference));
    assertThat(of(left).isSubsetOf(of(right))).isEqualTo(right.containsAll(left));
  }

  @Property
  void equalExactlyIfTheElementsAre(@ForAll("ids") Set<Long> left, @ForAll("ids") Set<Long> right) {
    IdSet detour = of(left).union(of(right)).difference(of(right).difference(of(left)));

    assertThat(detour).isEqualTo(of(left)).hasSameHashCodeAs(of(left));
    assertThat(of(left).equals(of(right))).isEqualTo(left.equals(right));
  }

  @Property
  void keepsWhatFulfilsACondition(@ForAll("ids") Set<Long> ids) {
    List<Long> asked = new ArrayList<>();

    IdSet even =
        of(ids)
            .where(
                id -> {
                  asked.add(id);
                  return id % 2 == 0;
                });

    Set<Long> wanted = new TreeSet<>(ids);
    wanted.removeIf(id -> id % 2 != 0);
    assertThat(even).isEqualTo(of(wanted));
    assertThat(asked).containsExactlyElementsOf(new TreeSet<>(ids));
  }
}
