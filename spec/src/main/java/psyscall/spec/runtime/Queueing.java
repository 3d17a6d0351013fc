package psyscall.spec.runtime;

import java.util.function.Consumer;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.process.Procedure;
import psyscall.spec.state.Queue;

/// What is done to the queues of the scheduler, in whatever form they are modelled.
abstract class Queueing extends Procedure {
  Queueing(String summary, Citation source) {
    super(summary, source);
  }

  /// Puts an id into a queue, where its discipline says.
  final <K> void add(Queue<K> queue, Id<K> id) {
    switch (queue) {
      case Queue.AnyOrder<K>(IdSet<K> ids) -> add(ids, id);
      case Queue.Ordered<K> ordered -> set(ordered.ids(), ordered.with(id));
    }
  }

  /// The next of a queue; whoever takes it calls [#remove] too.
  final <K> void pick(String choice, Queue<K> queue, Consumer<Id<K>> some, Runnable none) {
    switch (queue) {
      case Queue.AnyOrder<K>(IdSet<K> ids) -> pick(choice, ids, some, none);
      case Queue.Ordered<K>(Fifo<K> ids, _) -> ifSome(ids.first(), some, none);
    }
  }

  /// Takes the next of a queue, which was picked, out of it.
  final <K> void remove(Queue<K> queue, Id<K> next) {
    switch (queue) {
      case Queue.AnyOrder<K>(IdSet<K> ids) -> remove(ids, next);
      case Queue.Ordered<K>(Fifo<K> ids, _) -> set(ids, ids.rest());
    }
  }

  /// Takes all out of a queue.
  final <K> void empty(Queue<K> queue) {
    switch (queue) {
      case Queue.AnyOrder<K>(IdSet<K> ids) -> set(ids, ids.ids().none());
      case Queue.Ordered<K>(Fifo<K> ids, _) -> set(ids, ids.cleared());
    }
  }
}
