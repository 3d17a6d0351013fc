package psyscall.model.trampoline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static final HexFormat HEX = HexFormat.of();

  private final Listing listing = Listing.of(4096, new byte[] {0x0f, 0x05});

  @Test
  void examinedIsAmidTheCode() {
    byte[] code = listing.code();
    int at = listing.examinedOffset();

    assertThat(code.length).isLessThan(1024);
    assertThat(HEX.formatHex(code, at, at + 2)).isEqualTo("0f05");
    // mov [rip + ...], rdi; mov rdi, [rip + ...]
    assertThat(HEX.formatHex(code, at + 2, at + 5)).isEqualTo("48893d");
    assertThat(HEX.formatHex(code, at + 9, at + 12)).isEqualTo("488b3d");
  }

  /// push rbx, rbp, r12 to r15, pushfq; mov [rip + ...], rsp. At the end popfq, pops and ret.
  @Test
  void functionBeginsAndEndsAsCWantsIt() {
    byte[] code = listing.code();

    assertThat(HEX.formatHex(code, 0, 14)).isEqualTo("5355415441554156" + "4157" + "9c" + "488925");
    assertThat(HEX.formatHex(code, code.length - 12, code.length))
        .isEqualTo("9d" + "415f415e415d415c" + "5d5b" + "c3");
  }

  /// The slot's address is the distance behind the instruction: 14 + 4 + 0xfee = 4096 + 0.
  @Test
  void slotsAreFoundRelativeToTheNextInstruction() {
    assertThat(HEX.formatHex(listing.code(), 14, 18)).isEqualTo("ee0f0000");
  }
}
