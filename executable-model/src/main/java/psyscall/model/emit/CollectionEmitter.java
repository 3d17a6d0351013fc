package psyscall.model.emit;

import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import psyscall.model.packed.PackedQueue;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// Code that computes sets, which are masks, and queues (see [PackedQueue]).
public final class CollectionEmitter {
  private static final MethodTypeDesc QUEUE =
      MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_int);
  private static final MethodTypeDesc APPEND =
      MethodTypeDesc.of(
          ConstantDescs.CD_long,
          ConstantDescs.CD_long,
          ConstantDescs.CD_long,
          ConstantDescs.CD_int);
  private static final MethodTypeDesc BIT_COUNT =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long);

  private final Code code;
  private final TermEmitter terms;

  public CollectionEmitter(Code code, TermEmitter terms) {
    this.code = code;
    this.terms = terms;
  }

  public void push(CollectionTerm term, Scope scope) {
    switch (term) {
      case CollectionTerm.Member t ->
          throw new IllegalStateException("truth among collections: term=" + t);
      case CollectionTerm.Combine t -> combine(t, scope);
      case CollectionTerm.Singleton t -> {
        code.builder.lconst_1();
        code.push(terms.index(t.id(), scope));
        code.builder.lshl();
      }
      case CollectionTerm.Where t -> where(t, scope);
      case CollectionTerm.Size t -> {
        if (t.collection().sort() instanceof Sort.Queue) {
          queue(t.collection(), scope, "size");
        } else {
          terms.push(t.collection(), scope);
          code.call(Long.class, "bitCount", BIT_COUNT);
          code.builder.i2l();
        }
      }
      case CollectionTerm.Append t -> {
        terms.push(t.queue(), scope);
        terms.push(t.id(), scope);
        code.constant(elementBits(t.queue()));
        code.call(PackedQueue.class, "append", APPEND);
      }
      case CollectionTerm.First t -> queue(t.queue(), scope, "first");
      case CollectionTerm.Rest t -> queue(t.queue(), scope, "rest");
      case CollectionTerm.Elements t -> queue(t.queue(), scope, "elements");
    }
  }

  private void queue(Term queue, Scope scope, String method) {
    terms.push(queue, scope);
    code.constant(elementBits(queue));
    code.call(PackedQueue.class, method, QUEUE);
  }

  private int elementBits(Term queue) {
    return PackedQueue.elementBits(code.world.size(Check.queue(queue).of()));
  }

  private void combine(CollectionTerm.Combine t, Scope scope) {
    terms.push(t.left(), scope);
    terms.push(t.right(), scope);
    switch (t.operator()) {
      case UNION -> code.builder.lor();
      case INTERSECTION -> code.builder.land();
      case DIFFERENCE -> {
        code.constant(-1L);
        code.builder.lxor().land();
      }
    }
  }

  private void where(CollectionTerm.Where t, Scope scope) {
    int set = code.newLong();
    code.builder.lconst_0().lstore(set);
    code.forEach(
        Check.individual(t.bound().sort()),
        id -> {
          Label out = code.newLabel();
          terms.jump(t.condition(), scope.with(t.bound(), new Binding.Id(id)), false, out);
          code.builder.lload(set).lconst_1();
          code.push(id);
          code.builder.lshl().lor().lstore(set).labelBinding(out);
        });
    code.builder.lload(set);
  }
}
