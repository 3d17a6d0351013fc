package psyscall.reports.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.model.interpret.Interpreter;
import psyscall.reports.toy.Calls;
import psyscall.reports.toy.Shelf;
import psyscall.spec.rule.Specification;
import psyscall.spec.state.Holder;
import psyscall.spec.state.Owner;
import psyscall.spec.state.P;
import psyscall.spec.term.Sort;

class ProcessorBandsTest {
  private static final Actor M1 = new Actor("M", 1);
  private static final Actor SYSMON = Actor.of("sysmon");

  private final Specification specification = new Calls().specification();
  private final World world = Calls.world().with(P.IDS.sort(), 3);
  private final Bands bands = ProcessorBands.of(specification);
  private final State initial = new Interpreter(specification, world).initial();

  /// The state in which a P is held by a thread, −1 for none.
  private static State held(State state, int processor, Holder holder, long thread) {
    Array owners = (Array) state.value("p.owner");
    Sort.Enumeration holders = (Sort.Enumeration) Owner.HOLDER.type().sort();
    Value owner = new Struct(List.of(Scalar.of(holders.ordinal(holder.name())), Scalar.of(thread)));
    int index = state.schema().indexOf("p.owner");
    return state.with(index, owners.with(processor, owner));
  }

  @ParameterizedTest
  @CsvSource({
    "Running,  OWNS",
    "Transit,  OWNS",
    "Syscall,  REMEMBERS",
    "NextOf,   IS_GIVEN",
    "IdleList, NOTHING",
    "Stopped,  NOTHING",
  })
  void eachHolderHasItsMark(Holder holder, Band.Hold hold) {
    State state = held(initial, 2, holder, 1);

    assertThat(bands.of(state, M1))
        .isEqualTo(hold == Band.Hold.NOTHING ? Band.NOTHING : new Band(hold, "P2"));
    assertThat(bands.of(state, new Actor("M", 2))).isEqualTo(Band.NOTHING);
  }

  @Test
  void transitWithoutAThreadIsSysmons() {
    State state = held(initial, 0, Holder.Transit, -1);

    assertThat(bands.of(state, SYSMON)).isEqualTo(new Band(Band.Hold.OWNS, "P0"));
    assertThat(bands.of(state, M1)).isEqualTo(Band.NOTHING);
  }

  @Test
  void whatIsOwnedHidesWhatIsRemembered() {
    State state = held(held(initial, 0, Holder.Syscall, 1), 2, Holder.Running, 1);

    assertThat(bands.of(state, M1)).isEqualTo(new Band(Band.Hold.OWNS, "P2"));
  }

  @Test
  void severalPsOfOneThreadAreAllNamed() {
    State state = held(held(initial, 0, Holder.Transit, 1), 2, Holder.Running, 1);

    assertThat(bands.of(state, M1)).isEqualTo(new Band(Band.Hold.OWNS, "P0,P2"));
  }

  @Test
  void otherSpecificationsHaveNoBands() {
    Specification shelf = Shelf.specification();
    State state = new Interpreter(shelf, Shelf.world()).initial();

    assertThat(ProcessorBands.of(shelf).of(state, Actor.of("clerk"))).isEqualTo(Band.NOTHING);
  }
}
