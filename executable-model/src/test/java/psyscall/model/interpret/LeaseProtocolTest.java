package psyscall.model.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.spec.process.Choice;
import psyscall.spec.rule.Rule;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;
import psyscall.spec.toy.LeaseProtocol;

/// A protocol over worlds of any size, driven from outside.
class LeaseProtocolTest {
  private final StepSemantics semantics = new StepSemantics(LeaseProtocol.specification());

  /// Counts what a step asks of its store.
  private static final class Counting implements Store {
    private final Store store;
    private int reads;
    private int writes;
    private int universes;

    Counting(Store store) {
      this.store = store;
    }

    @Override
    public Value read(Var variable) {
      reads++;
      return store.read(variable);
    }

    @Override
    public Value read(Var variable, long id) {
      reads++;
      return store.read(variable, id);
    }

    @Override
    public void write(Var variable, Value value) {
      writes++;
      store.write(variable, value);
    }

    @Override
    public void write(Var variable, long id, Value value) {
      writes++;
      store.write(variable, id, value);
    }

    @Override
    public IdSet universe(Sort.Individual sort) {
      universes++;
      return store.universe(sort);
    }

    @Override
    public void commit() {
      store.commit();
    }

    @Override
    public void undo() {
      store.undo();
    }
  }

  /// A world of clients, each with an offer of the leases `id / clientsPerLease` and the next one.
  private OpenStore world(int clients, int clientsPerLease) {
    OpenStore store = new OpenStore(semantics.schema());
    semantics.start(store);
    for (int client = 0; client < clients; client++) {
      long lease = client / clientsPerLease;
      semantics.admit(store, LeaseProtocol.CLIENTS.sort(), id(client));
      semantics.admit(store, LeaseProtocol.LEASES.sort(), lease);
      semantics.admit(store, LeaseProtocol.LEASES.sort(), lease + 1);
      store.write(LeaseProtocol.OFFERS, id(client), IdSet.of(lease, lease + 1));
    }
    store.commit();
    return store;
  }

  /// Ids as a real system has them: large and with gaps.
  private static long id(int client) {
    return (1L << 40) + 7L * client;
  }

  private Outcome step(long client, Store store, Chooser chooser) {
    Actor actor = new Actor("Client", client);
    Rule rule = semantics.rules(actor, store).getFirst();
    return semantics.execute(rule, actor, store, chooser);
  }

  private static Chooser first() {
    return (_, candidates) -> Optional.of(candidates.at(0));
  }

  /// Reads and writes per executed rule, blocked ones included.
  private Map<String, Set<List<Integer>>> costs(int clients) {
    OpenStore store = world(clients, 2);
    Map<String, Set<List<Integer>>> costs = new TreeMap<>();
    for (int round = 0; round < 4; round++) {
      for (int client = 0; client < clients; client++) {
        Counting counting = new Counting(store);
        Outcome outcome = step(id(client), counting, first());
        String what =
            outcome instanceof Outcome.Taken taken ? taken.step().rule().name() : "blocked";
        costs
            .computeIfAbsent(what, _ -> new java.util.HashSet<>())
            .add(List.of(counting.reads, counting.writes, counting.universes));
      }
    }
    return costs;
  }

  @Test
  void stepCostsTheSameInAWorldOfAnySize() {
    Map<String, Set<List<Integer>>> small = costs(100);

    assertThat(small)
        .isEqualTo(
            Map.of(
                "work.choose", Set.of(List.of(4, 2, 0)),
                "work.acquire", Set.of(List.of(10, 3, 0)),
                "work.use", Set.of(List.of(6, 2, 0)),
                "blocked", Set.of(List.of(5, 0, 0))));
    assertThat(costs(10_000)).isEqualTo(small);
  }

  @Test
  void blockedStepSaysWhatItWaitsFor() {
    OpenStore store = world(2, 2);
    List<Choice> asked = new ArrayList<>();
    Chooser chooser =
        (choice, candidates) -> {
          asked.add(choice);
          return Optional.of(candidates.at(1));
        };
    step(id(0), store, chooser);
    step(id(0), store, chooser);
    step(id(1), store, chooser);

    Outcome outcome = step(id(1), store, chooser);

    assertThat(asked)
        .extracting(Choice::name)
        .containsExactly(LeaseProtocol.WHICH, LeaseProtocol.WHICH);
    assertThat(outcome).isInstanceOf(Outcome.Blocked.class);
    assertThat(((Outcome.Blocked) outcome).reads().stream().map(Object::toString))
        .containsExactly("ending", "Client.work.lease[" + id(1) + "]", "holder[1]");
    assertThat(store.read(LeaseProtocol.HOLDER, 1)).isEqualTo(Scalar.of(id(0)));
    assertThat(store.read(LeaseProtocol.EPOCH, 1)).isEqualTo(Scalar.of(1));
  }

  @Test
  void answersFromOutsideMustBeOffered() {
    OpenStore store = world(2, 2);

    Outcome outcome = step(id(0), store, (_, _) -> Optional.of(Scalar.of(7)));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).answer()).contains(Scalar.of(7));
  }

  /// Tries a step again only after something that its guard read was written, as a real thread
  /// would.
  private final class Waiting {
    private final OpenStore store;
    private final SplittableRandom random = new SplittableRandom(42);
    private final Deque<Long> ready = new ArrayDeque<>();
    private final Map<Access, List<Long>> waiting = new HashMap<>();
    private final Map<Long, Integer> acquired = new TreeMap<>();
    private int tries;
    private int blocked;

    Waiting(OpenStore store) {
      this.store = store;
    }

    void run(int clients, int triesMax) {
      for (int client = 0; client < clients; client++) {
        ready.add(id(client));
      }
      while (!ready.isEmpty() && tries < triesMax) {
        tries++;
        long client = ready.remove();
        Outcome outcome =
            step(client, store, (_, c) -> Optional.of(c.at(random.nextInt(c.count()))));
        switch (outcome) {
          case Outcome.Taken taken -> {
            ready.add(client);
            taken.writes().forEach(this::wake);
            if (taken.step().events().stream()
                .anyMatch(event -> event.event().equals(LeaseProtocol.ACQUIRED))) {
              acquired.merge(client, 1, Integer::sum);
            }
          }
          case Outcome.Blocked(Set<Access> reads) -> {
            blocked++;
            reads.forEach(
                read -> waiting.computeIfAbsent(read, _ -> new ArrayList<>()).add(client));
          }
          case Outcome.Refused refused -> throw new AssertionError(refused);
        }
      }
    }

    /// Entries are whole parts here, so that equality finds all who overlap.
    private void wake(Access written) {
      for (long client : waiting.getOrDefault(written, List.of())) {
        if (!ready.contains(client)) {
          ready.add(client);
        }
      }
      waiting.remove(written);
    }
  }

  @Test
  void waitingDriverMakesProgress() {
    int clients = 40;
    Waiting driver = new Waiting(world(clients, 4));

    driver.run(clients, 20_000);

    assertThat(driver.tries).isEqualTo(20_000);
    assertThat(driver.blocked).isPositive().isLessThan(10_000);
    assertThat(driver.acquired)
        .hasSize(clients)
        .allSatisfy((_, times) -> assertThat(times).isGreaterThan(10));
  }
}
