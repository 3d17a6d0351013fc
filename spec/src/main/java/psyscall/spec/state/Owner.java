package psyscall.spec.state;

import java.util.List;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Rec;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Type;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// The owner of a P as a record: what kind of holder, and which thread.
public final class Owner {
  /// What kind of holder.
  public static final Rec.Field<Owner, Sym<Holder>> HOLDER =
      new Rec.Field<>("holder", Sym.of(Holder.class));

  /// Which thread; nil for the list, the stop, and sysmon.
  public static final Rec.Field<Owner, Opt<M>> THREAD = new Rec.Field<>("thread", M.IDS.opt());

  private static final Sort.Struct SORT =
      new Sort.Struct("Owner", List.of(HOLDER.sort(), THREAD.sort()));

  /// The record's sort with its handle.
  public static final Type<Rec<Owner>> TYPE = Rec.of(SORT);

  private Owner() {}

  /// An owner.
  ///
  /// @param holder what kind
  /// @param thread which thread, or nil
  /// @return the record
  public static Rec<Owner> of(Holder holder, Opt<M> thread) {
    Sort.Enumeration sort = (Sort.Enumeration) HOLDER.type().sort();
    Term constant = new Term.Literal(sort, sort.ordinal(holder.name()));
    return Rec.make(SORT, HOLDER.type().of(constant), thread);
  }
}
