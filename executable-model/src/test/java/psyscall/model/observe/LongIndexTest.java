package psyscall.model.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import psyscall.model.observe.TraceFault.Trouble;

class LongIndexTest {
  private static final long PLENTY = 1 << 20;

  @Test
  void idsGetNumbersInTheOrderTheyCome() throws TraceFault {
    LongIndex index = new LongIndex(new MemoryAllowance(PLENTY));

    assertThat(index.add(-1, 0)).isZero();
    assertThat(index.add(Long.MIN_VALUE, 0)).isEqualTo(1);
    assertThat(index.add(-1, 0)).isZero();
    assertThat(index.add(0, 0)).isEqualTo(2);
    assertThat(index.of(7)).isEqualTo(LongIndex.NONE);
    assertThat(index.id(1)).isEqualTo(Long.MIN_VALUE);
    assertThat(index.size()).isEqualTo(3);
  }

  @Test
  void aNumberThatIsTakenBackIsGivenAgain() throws TraceFault {
    LongIndex index = new LongIndex(new MemoryAllowance(PLENTY));
    for (long id = 10; id < 14; id++) {
      index.add(id, 0);
    }

    index.remove(11);
    index.remove(99);

    assertThat(index.of(11)).isEqualTo(LongIndex.NONE);
    assertThat(index.size()).isEqualTo(3);
    assertThat(index.add(20, 0)).isEqualTo(1);
    assertThat(index.add(21, 0)).isEqualTo(4);
    assertThat(index.bound()).isEqualTo(5);
  }

  @Test
  void manyIdsThatComeAndGoTakeNoMemory() throws TraceFault {
    LongIndex index = new LongIndex(new MemoryAllowance(1));

    for (long id = 0; id < 1_000_000; id++) {
      index.add(id, 0);
      index.remove(id - 10);
    }

    assertThat(index.size()).isEqualTo(10);
    assertThat(index.bound()).isEqualTo(11);
  }

  @Test
  void itAsksBeforeItGrows() throws TraceFault {
    MemoryAllowance allowance = new MemoryAllowance(4000);
    LongIndex index = new LongIndex(allowance);

    assertThatThrownBy(
            () -> {
              for (long id = 0; id < 1000; id++) {
                index.add(id, 3 * id);
              }
            })
        .isInstanceOfSatisfying(
            TraceFault.class,
            fault -> {
              assertThat(fault.trouble()).isEqualTo(Trouble.MEMORY);
              assertThat(fault.position()).isEqualTo(3 * 64);
            });

    assertThat(allowance.used()).isEqualTo(128 * 18);
    assertThat(index.of(63)).isEqualTo(63);
    assertThat(index.of(64)).isEqualTo(LongIndex.NONE);
  }

  @Test
  void allNumbersCanBeTakenBackAtOnce() throws TraceFault {
    LongIndex index = new LongIndex(new MemoryAllowance(PLENTY));
    index.add(1, 0);
    index.add(2, 0);

    index.clear();

    assertThat(index.size()).isZero();
    assertThat(index.of(1)).isEqualTo(LongIndex.NONE);
    assertThat(index.add(2, 0)).isZero();
  }
}
