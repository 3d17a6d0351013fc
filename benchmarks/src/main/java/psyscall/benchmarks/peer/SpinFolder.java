package psyscall.benchmarks.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import psyscall.benchmarks.process.Command;
import psyscall.benchmarks.process.Command.Outcome;

/// A folder in which Spin's verifiers of one scenario are made and run.
///
/// @param folder where; nothing else is in it
public record SpinFolder(Path folder) {
  /// Spin is not to merge steps or to leave variables out of the state: then it stores as many
  /// states as the specification has.
  private static final List<String> TRANSLATE =
      List.of("spin", "-o1", "-o2", "-o3", "-a", "model.pml");

  /// A search that came to its end.
  ///
  /// @param figures what it printed
  /// @param wholeNanos from the start of its process to its end
  public record Finished(VerifierFigures figures, long wholeNanos) {
    /// The figures that it has in common with ours.
    ///
    /// @return the run
    public PeerRun run() {
      return new PeerRun(
          figures.states(),
          wholeNanos,
          figures.searchNanos(),
          figures.memoryBytes(),
          figures.storedBytes(),
          0);
    }
  }

  /// Lets Spin write the verifiers' sources.
  ///
  /// @param model the scenario, in Promela
  /// @throws IOException if it cannot be written
  /// @throws IllegalStateException if Spin fails
  public void translate(String model) throws IOException {
    Files.writeString(folder.resolve("model.pml"), model);
    new Command(folder, TRANSLATE).run();
  }

  /// Compiles a verifier.
  ///
  /// @param verifier which
  /// @param stateBytes how long a state is; one that runs on one thread does not need that
  /// @return nanoseconds
  /// @throws IllegalStateException if the compiler fails
  public long compile(Verifier verifier, int stateBytes) {
    List<String> words = new ArrayList<>(List.of("cc", "-w"));
    words.addAll(verifier.flags(stateBytes));
    words.addAll(List.of("-o", verifier.program(), "pan.c"));
    return new Command(folder, words).run().nanos();
  }

  /// How long a state is.
  ///
  /// @param verifier one that is compiled; it stops after a step
  /// @return bytes
  /// @throws IllegalStateException if it fails
  public int stateBytes(Verifier verifier) {
    return VerifierFigures.vectorBytes(searching(verifier, 10, 1).run().output());
  }

  /// Searches.
  ///
  /// @param verifier with which verifier, which is compiled
  /// @param states how many states there are about; its table has a place for each
  /// @param depthMax of a way; longer ones make it fail
  /// @return what it took
  /// @throws IllegalStateException if it fails or does not come to its end
  public Finished run(Verifier verifier, long states, int depthMax) {
    Outcome outcome = searching(verifier, tableBits(states), depthMax).run();
    return new Finished(VerifierFigures.parse(outcome.output()), outcome.nanos());
  }

  /// The binary logarithm of a table's size.
  ///
  /// @param states how many it has places for, at least 1
  /// @return at least 10
  static int tableBits(long states) {
    return Math.max(10, Long.SIZE - Long.numberOfLeadingZeros(states - 1));
  }

  private Command searching(Verifier verifier, int tableBits, int depthMax) {
    // Neither deadlocks nor states that no process reached are told.
    List<String> words =
        List.of("./" + verifier.program(), "-E", "-n", "-w" + tableBits, "-m" + depthMax);
    return new Command(folder, words);
  }

  /// Which Spin and which compiler are there.
  ///
  /// @return the first line that each says of itself
  /// @throws IllegalStateException if one is missing
  public String tools() {
    return first("spin", "-V") + "; " + first("cc", "--version");
  }

  private String first(String program, String option) {
    String output = new Command(folder, List.of(program, option)).run().output();
    return output.lines().findFirst().orElse("unknown").strip();
  }
}
