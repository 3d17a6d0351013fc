package psyscall.spec.toy;

import java.util.List;
import java.util.Optional;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Rec;
import psyscall.spec.process.Block;
import psyscall.spec.process.Ending;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;

/// A bank of few accounts: records in arrays and alone, arrays of arrays, sets that are computed,
/// choices of subsets and of values, assignments to all at once that may leave a range.
public final class Ledger {
  /// Marks ids of an account.
  public interface A {
    /// The id sort.
    Ids<A> IDS = Ids.of("A");
  }

  /// The bank is balanced.
  public static final Ending BALANCED =
      new Ending("balanced", Ending.Kind.FINAL, "every account is full");

  private static final Rec.Field<Ledger, Int> BALANCE = new Rec.Field<>("balance", Int.range(0, 2));
  private static final Rec.Field<Ledger, Bool> OPEN = new Rec.Field<>("open", Bool.TYPE);
  private static final Sort.Struct ACCOUNT =
      new Sort.Struct("Account", List.of(BALANCE.sort(), OPEN.sort()));

  private final Declared declared = new Declared();
  private final Arr<A, Rec<Ledger>> account =
      declared.field("a.account", A.IDS.array(Rec.of(ACCOUNT)));
  private final Arr<A, Arr<A, Bool>> trusts =
      declared.field("a.trusts", A.IDS.array(A.IDS.array(Bool.TYPE)));
  private final Rec<Ledger> sample = declared.field("sample", Rec.of(ACCOUNT));
  private final IdSet<A> rich = declared.field("rich", A.IDS.set());
  private final Opt<A> best = declared.field("best", A.IDS.opt());
  private final Arr<A, Int> half = declared.field("a.half", A.IDS.array(Int.range(0, 1)));

  private Ledger() {}

  /// The toy before inlining.
  public static Protocol protocol() {
    Ledger toy = new Ledger();
    return toy.declared.protocol(
        "ledger",
        List.of(
            Process.of("A", Optional.of(A.IDS.sort()), List.of("own")),
            Process.of("teller", Optional.empty(), List.of("tell"))),
        List.of(toy.new Own(), toy.new Tell()),
        Block.EMPTY);
  }

  /// The toy as rules.
  public static Specification specification() {
    return Flattening.of(protocol());
  }

  private final class Own extends Procedure {
    Own() {
      super("own", "Opens and closes the account.", Declared.MODEL);
    }

    @Override
    protected void body() {
      Id<A> me = self(A.IDS);
      label(StepKind.ENVIRONMENT, "toggle", "O1");
      set(account.of(me).get(OPEN), account.of(me).get(OPEN).not());
      pick(
          "friend",
          A.IDS.all().minus(me),
          friend -> set(trusts.of(me).of(friend), trusts.of(friend).of(me).not()),
          () -> {});
      goTo("toggle");
    }
  }

  private final class Tell extends Procedure {
    private final Int amount = local("amount", Int.range(0, 2));

    Tell() {
      super("tell", "Deposits an amount on some open accounts.", Declared.MODEL);
    }

    @Override
    protected void body() {
      label(StepKind.ENVIRONMENT, "choose", "T1");
      pickValue(
          "amount", Int.range(1, 2), List.of(Int.of(1), Int.of(2)), chosen -> set(amount, chosen));
      label("deposit", "T2");
      pickSubset(
          "who",
          A.IDS.where(a -> account.of(a).get(OPEN)),
          who ->
              forAll(
                  A.IDS,
                  a -> who.has(a).and(a.is(a)),
                  a -> account.of(a).get(BALANCE),
                  a -> account.of(a).get(BALANCE).plus(amount)));
      label("sum", "T3");
      IdSet<A> full = let("full", A.IDS.where(a -> account.of(a).get(BALANCE).is(2)));
      set(rich, rich.union(full).minus(A.IDS.where(a -> account.of(a).get(OPEN).not())));
      set(half, A.IDS.each(Int.range(0, 1), a -> account.of(a).get(BALANCE).dividedBy(2)));
      when(full.is(A.IDS.all()), () -> halt(BALANCED));
      pick(
          "best",
          full.intersect(rich),
          a -> {
            set(best, a);
            set(sample, account.of(a).with(OPEN, Bool.FALSE));
          },
          () -> {
            clear(best);
            set(sample, Rec.make(ACCOUNT, A.IDS.count(a -> account.of(a).get(OPEN)), Bool.TRUE));
          });
      label("trust", "T4");
      ifSome(
          best,
          a -> {
            forAll(
                A.IDS,
                b -> trusts.of(b).of(a),
                b -> trusts.of(a).of(b),
                b -> account.of(b).get(BALANCE).atLeast(1));
            set(half, half.with(a, half.with(a, Int.of(0)).of(a)));
          },
          () ->
              when(
                  A.IDS
                      .exists(a -> A.IDS.forAll(b -> trusts.of(a).of(b).or(a.is(b))))
                      .implies(best.isSome()),
                  () -> set(sample.get(BALANCE), sample.get(BALANCE).minus(1).min(Int.of(0))),
                  () -> set(sample.get(OPEN), best.isNil().is(rich.isEmpty()))));
      goTo("choose");
    }
  }
}
