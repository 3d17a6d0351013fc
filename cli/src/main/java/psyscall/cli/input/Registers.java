package psyscall.cli.input;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import psyscall.cli.session.WrongUsage;

/// Values of registers among the words of the command line.
public final class Registers {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}");
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,16}");

  private Registers() {}

  /// A value of 64 bits.
  ///
  /// @param option the option that it was given to, without its hyphens
  /// @param text a decimal number, signed or unsigned, or hexadecimal digits behind `0x`
  /// @return its bits
  /// @throws WrongUsage if it is no such number
  public static long value(String option, String text) {
    if (HEXADECIMAL.matcher(text).matches()) {
      return Long.parseUnsignedLong(text.substring(2), 16);
    }
    if (DECIMAL.matcher(text).matches()) {
      BigInteger number = new BigInteger(text);
      BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
      if (number.compareTo(least) >= 0 && number.bitLength() <= Long.SIZE) {
        return number.longValue();
      }
    }
    throw new WrongUsage(
        "not a value of 64 bits: %s=%s; give a decimal number or 0x and hexadecimal digits"
            .formatted(option, text));
  }

  /// Whether the kernel has mapped the vDSO.
  ///
  /// @param text `present` or `absent`, or nothing for `present`
  /// @return whether it has
  /// @throws WrongUsage if it is another word
  public static boolean hasVdso(@Nullable String text) {
    return switch (text == null ? "present" : text) {
      case "present" -> true;
      case "absent" -> false;
      case String other ->
          throw Names.unknown(
              "vdso", other, List.of("present", "absent"), "give present or absent");
    };
  }
}
