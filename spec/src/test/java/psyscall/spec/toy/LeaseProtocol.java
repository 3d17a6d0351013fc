package psyscall.spec.toy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Ids;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Type;
import psyscall.spec.expr.Word;
import psyscall.spec.process.Block;
import psyscall.spec.process.Event;
import psyscall.spec.process.Procedure;
import psyscall.spec.process.Process;
import psyscall.spec.process.Protocol;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Flattening;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// Clients that hold leases for a while: a specification for any number of individuals that has
/// nothing to do with Go. No step asks about all of a sort, so a step touches the same few entries
/// in a world of any size.
public final class LeaseProtocol {
  /// Who wants leases.
  public static final class Client {
    private Client() {}
  }

  /// What at most one client holds.
  public static final class Lease {
    private Lease() {}
  }

  /// The id sort of clients.
  public static final Ids<Client> CLIENTS = Ids.of("Client");

  /// The id sort of leases.
  public static final Ids<Lease> LEASES = Ids.of("Lease");

  /// A client got a lease.
  public static final Event ACQUIRED =
      new Event(
          "Acquired",
          List.of(
              new Sort.Field("client", CLIENTS.sort()), new Sort.Field("lease", LEASES.sort())));

  /// A client gave a lease back.
  public static final Event RELEASED =
      new Event(
          "Released",
          List.of(
              new Sort.Field("client", CLIENTS.sort()), new Sort.Field("lease", LEASES.sort())));

  /// The choice of the lease that a client goes for.
  public static final String WHICH = "the lease";

  /// The choice of what a client does with its lease: `renew` or `release`.
  public static final String NEXT = "what it does with the lease";

  /// Which leases a client may go for.
  public static final Var OFFERS = variable("offers", CLIENTS.array(LEASES.set()));

  /// Who holds a lease.
  public static final Var HOLDER = variable("holder", LEASES.array(CLIENTS.opt()));

  /// How often a lease was taken or renewed.
  public static final Var EPOCH = variable("epoch", LEASES.array(Word.bits(64)));

  private static final Citation SOURCE = new Citation("", List.of(), "", "");

  private LeaseProtocol() {}

  private static Var variable(String name, Type<?> type) {
    return new Var(name, type.sort(), Var.Role.FIELD);
  }

  /// The protocol as rules: a process `Client` for each client.
  ///
  /// @return the specification
  public static Specification specification() {
    Work work = new Work();
    return Flattening.of(
        new Protocol(
            "leases",
            List.of(OFFERS, HOLDER, EPOCH),
            List.of(Process.of("Client", Optional.of(CLIENTS.sort()), List.of(work.name()))),
            Map.of(work.name(), work.text()),
            Block.EMPTY));
  }

  private static final class Work extends Procedure {
    private final Arr<Client, IdSet<Lease>> offers =
        CLIENTS.array(LEASES.set()).of(new Term.Read(OFFERS));
    private final Arr<Lease, Opt<Client>> holder =
        LEASES.array(CLIENTS.opt()).of(new Term.Read(HOLDER));
    private final Arr<Lease, Word> epoch = LEASES.array(Word.bits(64)).of(new Term.Read(EPOCH));
    private final Id<Client> me = self(CLIENTS);
    private final Id<Lease> lease = local("lease", LEASES.id());

    Work() {
      super("work", "takes a lease, renews it some times, gives it back", SOURCE);
    }

    @Override
    protected void body() {
      label(StepKind.ENVIRONMENT, "choose", "");
      pick(
          WHICH,
          offers.of(me),
          chosen -> {
            set(lease, chosen);
            goTo("acquire");
          },
          () -> await(Bool.FALSE));

      label("acquire", "");
      await(holder.of(lease).isNil());
      set(holder.of(lease), me);
      count();
      emit(ACQUIRED, me, lease);

      label(StepKind.ENVIRONMENT, "use", "");
      either(
          NEXT,
          new Case(
              "renew",
              () -> {
                count();
                goTo("use");
              }),
          new Case(
              "release",
              () -> {
                clear(holder.of(lease));
                emit(RELEASED, me, lease);
                goTo("choose");
              }));
    }

    private void count() {
      set(epoch.of(lease), epoch.of(lease).plus(Word.of(1, 64)));
    }
  }
}
