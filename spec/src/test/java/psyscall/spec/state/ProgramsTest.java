package psyscall.spec.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Sym;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;

class ProgramsTest {
  private static final Program LOCKER = Program.of(Op.BLOCK, Op.LOCK, Op.UNLOCK);

  private static List<String> positions(Programs programs) {
    return ((Sort.Enumeration) programs.type().sort()).values();
  }

  private static RuntimeState state(Release release, Set<Feature> features, Program... programs) {
    return new RuntimeState(release, 2, 1, List.of(programs), features);
  }

  @Test
  void lockIsOnePositionWhereItCannotBeInterrupted() {
    Programs programs = new Programs(List.of(LOCKER), false);

    assertThat(positions(programs)).containsExactly("a0.block", "a1.lock", "a2.unlock", "exit");
    assertThat(programs.creates()).isFalse();
  }

  @Test
  void lockIsTwoPositionsWhereTheTemplateThreadIsAnnouncedFirst() {
    Programs programs = new Programs(List.of(LOCKER), true);
    Sym<String> at = new Goroutines(new Declarations(), programs, false).at.of(G.IDS.individual(0));

    assertThat(positions(programs))
        .containsExactly("a0.block", "a1.lock", "a1.lock-create", "a2.unlock", "exit");
    assertThat(programs.creates()).isTrue();
    assertThat(programs.creates(at)).isEqualTo(at.in("a1.lock-create"));
    assertThat(programs.demands(at, Op.LOCK)).isEqualTo(at.in("a1.lock"));
  }

  @Test
  void programOfACreatedGoroutineIsNoneThatIsThereFromTheStart() {
    Programs programs =
        new Programs(
            List.of(Program.of(Op.GO), Program.of(Op.SYSCALL), Program.toSpawn(Op.SYSCALL)), false);

    assertThat(positions(programs)).containsExactly("a0.go", "b0.syscall", "c0.syscall", "exit");
    assertThat(programs.starts()).containsExactly("a0.go", "b0.syscall");
    assertThat(programs.isSpawned(1)).isFalse();
    assertThat(programs.isSpawned(2)).isTrue();
    assertThat(programs.texts())
        .containsExactly("G0: go; exit", "G1: syscall; exit", "G2: created: syscall; exit");
  }

  @Test
  void createdGoroutineDoesSomething() {
    assertThat(Program.toSpawn(Op.SYSCALL).cut()).isEqualTo(Program.toSpawn(Op.SYSCALL));
    assertThat(Program.of(Op.SYSCALL).cut()).isEqualTo(Program.of());
    assertThatThrownBy(() -> Program.toSpawn())
        .isInstanceOf(IllFormed.class)
        .hasMessage("a goroutine that is created does something: operations=0");
  }

  @Test
  void operationNeedsItsExtension() {
    assertThatThrownBy(() -> state(Release.GO_1_10_8, Set.of(Feature.NEWPROC), LOCKER))
        .isInstanceOf(IllFormed.class)
        .hasMessage("operation of an extension that is off: operation=lock, extension=locked");
    assertThatThrownBy(
            () -> state(Release.GO_1_10_8, Set.of(Feature.NEWPROC), Program.toSpawn(Op.COMPUTE)))
        .isInstanceOf(IllFormed.class)
        .hasMessage("the goroutine that runs first is created by another: goroutine=G0");
  }

  @Test
  void fieldsOfAnExtensionAreThereOnlyWithIt() {
    RuntimeState without = state(Release.GO_1_10_8, Set.of(), Program.of(Op.SYSCALL));
    RuntimeState with = state(Release.GO_1_10_8, Set.of(Feature.LOCKED), LOCKER);
    RuntimeState atomic =
        state(Release.GO_1_10_8.plus(Change.TEMPLATE_ATOMIC), Set.of(Feature.LOCKED), LOCKER);

    assertThat(with.variables()).hasSize(without.variables().size() + 6);
    assertThat(atomic.variables()).hasSize(without.variables().size() + 5);
    assertThat(atomic.locks().templateThread).isEqualTo(atomic.locks().haveTemplateThread);
    assertThatThrownBy(without::locks)
        .isInstanceOf(IllFormed.class)
        .hasMessage("fields of an extension that is off: extension=locked");
  }
}
