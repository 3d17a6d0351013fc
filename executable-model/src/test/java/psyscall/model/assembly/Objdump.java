package psyscall.model.assembly;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What objdump of GNU binutils says of a file; a test that asks is skipped where there is none.
public final class Objdump {
  private static final Pattern LINE = Pattern.compile(" *([0-9a-f]+):\\t(.*)");

  private Objdump() {}

  /// Skips the test where there is no objdump.
  public static void require() {
    assumeThat(GoTrees.command("objdump")).as("objdump").isPresent();
  }

  /// The C library of this machine; without it the test is skipped.
  public static Path libc() {
    Optional<Path> libc =
        Stream.of("/lib/x86_64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib/libc.so.6")
            .map(Path::of)
            .filter(Files::isRegularFile)
            .findFirst();
    assumeThat(libc).as("libc of x86-64").isPresent();
    return libc.orElseThrow();
  }

  /// Every instruction of a file.
  ///
  /// @return its text in Intel's syntax by its address, with a blank after the mnemonic only,
  ///   without names and comments
  public static SortedMap<Long, String> of(Path path) throws IOException, InterruptedException {
    return lines(path, "-d");
  }

  /// The bytes of a file as instructions, whatever they are.
  ///
  /// @return their texts by their offsets
  public static SortedMap<Long, String> ofBytes(Path path)
      throws IOException, InterruptedException {
    return lines(path, "-D", "-b", "binary", "-m", "i386:x86-64");
  }

  private static SortedMap<Long, String> lines(Path path, String... options)
      throws IOException, InterruptedException {
    SortedMap<Long, String> lines = new TreeMap<>();
    List<String> command = new ArrayList<>(List.of("objdump"));
    command.addAll(List.of(options));
    command.addAll(List.of("-w", "-z", "-M", "intel", "--no-show-raw-insn", path.toString()));
    GoTrees.run(Map.of("LC_ALL", "C"), command.toArray(String[]::new))
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line -> lines.put(Long.parseUnsignedLong(line.group(1), 16), normal(line.group(2))));
    return lines;
  }

  private static String normal(String text) {
    String bare = text.replaceFirst(" *[#<].*", "").replace("+0x0]", "]").strip();
    String spaced =
        bare.replaceAll("\\s+", " ")
            .replaceFirst("^(repz )?((rex(\\.\\w+)?|data16|fs) )+", "$1")
            .replaceFirst("^movabs ", "mov ")
            .replaceFirst("^(call|j\\w+) 0x", "$1 ");
    if (spaced.matches(".*\\bnop\\b.*|xchg ax,ax|endbr64")) {
      return "nop";
    }
    return spaced.replaceFirst("^repz ret", "ret");
  }
}
