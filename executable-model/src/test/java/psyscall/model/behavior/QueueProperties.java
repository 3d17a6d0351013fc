package psyscall.model.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/// Queues of ids against [ArrayDeque].
class QueueProperties {
  /// Each number from 0 up is appended, each −1 removes the first.
  @Property
  void behavesAsADeque(@ForAll @Size(max = 30) List<@LongRange(min = -1, max = 5) Long> actions) {
    Queue queue = Queue.EMPTY;
    Deque<Long> deque = new ArrayDeque<>();
    for (long action : actions) {
      if (action < 0) {
        queue = queue.rest();
        deque.pollFirst();
      } else {
        queue = queue.append(action);
        deque.addLast(action);
      }

      long[] wanted = deque.stream().mapToLong(Long::longValue).toArray();
      assertThat(queue).isEqualTo(Queue.of(wanted)).hasSameHashCodeAs(Queue.of(wanted));
      assertThat(queue.size()).isEqualTo(wanted.length);
      assertThat(queue.first()).isEqualTo(wanted.length == 0 ? -1 : wanted[0]);
      assertThat(queue.elements()).isEqualTo(IdSet.of(wanted));
    }
  }

  @Property
  void orderMatters(
      @ForAll @LongRange(min = 0, max = 3) long first,
      @ForAll @LongRange(min = 0, max = 3) long second) {
    Queue queue = Queue.of(first, second);

    assertThat(queue.equals(Queue.of(second, first))).isEqualTo(first == second);
  }
}
