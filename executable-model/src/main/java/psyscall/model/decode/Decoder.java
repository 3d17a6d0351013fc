package psyscall.model.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;

/// Takes the bytes of a routine apart, from the first one to the last.
///
/// Jumps keep the address they go to; see [Destinations].
public final class Decoder {
  private static final int LENGTH_MAX = 15;

  private Decoder() {}

  /// What the bytes of a routine are.
  ///
  /// @param instructions what was decoded, without gaps
  /// @param stop where decoding had to stop; nothing if it came to the end
  public record Sweep(List<Placed> instructions, Optional<Stop> stop) {
    /// Copies the instructions.
    public Sweep {
      instructions = List.copyOf(instructions);
    }
  }

  /// Where the subset ends.
  ///
  /// @param address of the first byte that is not decoded
  /// @param bytes the bytes from there on, at most 15, in hexadecimal
  public record Stop(long address, String bytes) {}

  /// Decodes all bytes.
  ///
  /// @param code the bytes
  /// @param address where the first one lies at run time
  /// @return the instructions up to the end, or up to one outside the subset
  public static Sweep sweep(byte[] code, long address) {
    var cursor = new CodeCursor(code);
    List<Placed> instructions = new ArrayList<>();
    while (!cursor.atEnd()) {
      int start = cursor.position();
      Optional<Instruction> next = one(cursor, address);
      int length = cursor.position() - start;
      if (next.isEmpty() || cursor.ranOut() || length > LENGTH_MAX) {
        int end = Math.min(code.length, start + LENGTH_MAX);
        String bytes = HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOfRange(code, start, end));
        return new Sweep(instructions, Optional.of(new Stop(address + start, bytes)));
      }
      instructions.add(new Placed(address + start, length, next.get()));
    }
    return new Sweep(instructions, Optional.empty());
  }

  /// Whether the two bytes of SYSCALL are an instruction somewhere in a routine, as far as the
  /// lengths of all instructions before them are known.
  ///
  /// @param code the bytes of the routine
  /// @return whether there is a SYSCALL, or may be one behind an instruction of unknown length
  public static boolean mayEnter(byte[] code) {
    int at = 0;
    while (at < code.length) {
      if (code[at] == 0x0f && at + 1 < code.length && code[at + 1] == 0x05) {
        return true;
      }
      int length = Lengths.of(code, at);
      if (length == Lengths.UNKNOWN) {
        return true;
      }
      at += length;
    }
    return false;
  }

  private static Optional<Instruction> one(CodeCursor cursor, long address) {
    Optional<Prefixes> prefixes = Prefixes.read(cursor);
    if (prefixes.isEmpty()) {
      return Optional.empty();
    }
    int opcode = cursor.u8();
    if (opcode == 0x0f) {
      return new TwoByteOpcodes(cursor, prefixes.get(), address).decode(cursor.u8());
    }
    return new OneByteOpcodes(cursor, prefixes.get(), address).decode(opcode);
  }
}
