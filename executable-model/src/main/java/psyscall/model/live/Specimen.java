package psyscall.model.live;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Placed;

/// Instructions that are executed and judged together: as machine code, and as what it means. A
/// jump may lead behind the last of them.
///
/// @param title how they are written in Intel's syntax
/// @param steps each instruction
record Specimen(String title, List<Step> steps) {
  /// SYSCALL alone.
  static final Specimen SYSCALL = of("syscall", new Step("0f05", new Instruction.Syscall()));

  /// Copies the list.
  Specimen {
    steps = List.copyOf(steps);
  }

  /// An instruction with its machine code.
  ///
  /// @param hex its bytes
  /// @param instruction what they mean
  record Step(String hex, Instruction instruction) {}

  /// A specimen.
  ///
  /// @param title how it is written
  /// @param steps its instructions
  /// @return the specimen
  static Specimen of(String title, Step... steps) {
    return new Specimen(title, List.of(steps));
  }

  /// The machine code.
  ///
  /// @return all bytes in order
  byte[] code() {
    return HexFormat.of().parseHex(steps.stream().map(Step::hex).collect(Collectors.joining()));
  }

  /// The instructions at their places.
  ///
  /// @param address where the first stands
  /// @return all of them in order
  List<Placed> at(long address) {
    List<Placed> placed = new ArrayList<>();
    long place = address;
    for (Step step : steps) {
      int length = step.hex().length() / 2;
      placed.add(new Placed(place, length, step.instruction()));
      place += length;
    }
    return placed;
  }
}
