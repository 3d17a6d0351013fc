package psyscall.model.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Trees of Go releases in Go's module cache, and programs that they link. A test that asks for a
/// tree that is not there is skipped; `GOTOOLCHAIN=go1.10.8 go version` brings one there.
public final class GoTrees {
  private static final String PROGRAM =
      """
      package main

      import (
      	"fmt"
      	"os"
      	"syscall"
      )

      func main() {
      	var now syscall.Timeval
      	syscall.Gettimeofday(&now)
      	fmt.Println(os.Getpid(), syscall.Getppid(), now)
      }
      """;

  private GoTrees() {}

  /// A tree.
  ///
  /// @param release such as `1.19.13`; `installed` is the tree of the `go` on the path
  /// @return its folder
  public static Path tree(String release) {
    Optional<Path> found = release.equals("installed") ? installed() : cached(release);
    assumeThat(found).as("Go %s", release).isPresent();
    return found.orElseThrow();
  }

  /// A tree that must be there if `PSYSCALL_NEEDS_GO` is set, so that nothing is skipped unseen.
  ///
  /// @param release such as `1.19.13`
  /// @return its folder
  public static Path neededTree(String release) {
    if (System.getenv("PSYSCALL_NEEDS_GO") != null) {
      assertThat(cached(release)).as("Go %s", release).isPresent();
    }
    return tree(release);
  }

  /// Links a small program.
  ///
  /// @param tree the tree whose compiler is used
  /// @param folder where the program goes
  /// @return the program
  public static Path linked(Path tree, Path folder) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("main.go"), PROGRAM);
    Path program = folder.resolve("program");
    Map<String, String> settings =
        Map.of(
            "GOROOT", tree.toString(),
            "GOTOOLCHAIN", "local",
            "GO111MODULE", "off",
            "CGO_ENABLED", "0",
            "GOOS", "linux",
            "GOARCH", "amd64",
            "GOFLAGS", "-tags=psyscall");
    run(
        settings,
        tree.resolve("bin/go").toString(),
        "build",
        "-o",
        program.toString(),
        source.toString());
    return program;
  }

  /// Runs a command to its end.
  ///
  /// @return what it writes to its output
  public static String run(Map<String, String> settings, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("output", ".txt");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().putAll(settings);
    int code = builder.start().waitFor();
    String text = Files.readString(output, StandardCharsets.ISO_8859_1);
    Files.delete(output);
    assertThat(code)
        .as("%s: %s", String.join(" ", command), text.lines().limit(5).toList())
        .isZero();
    return text;
  }

  /// Whether a command is on the path.
  public static Optional<Path> command(String name) {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> installed() {
    return command("go")
        .map(
            go -> {
              try {
                return go.toRealPath().resolve("../..").normalize();
              } catch (IOException _) {
                return go;
              }
            })
        .filter(tree -> Files.isRegularFile(tree.resolve("src/runtime/sys_linux_amd64.s")));
  }

  private static Optional<Path> cached(String release) {
    String toolchain = "golang.org/toolchain@v0.0.1-go" + release + ".linux-amd64";
    List<Path> caches = new ArrayList<>();
    Optional.ofNullable(System.getenv("GOMODCACHE")).map(Path::of).ifPresent(caches::add);
    Optional.ofNullable(System.getenv("GOPATH"))
        .map(path -> Path.of(path, "pkg/mod"))
        .ifPresent(caches::add);
    caches.add(Path.of(System.getProperty("user.home"), "go/pkg/mod"));
    return caches.stream()
        .map(cache -> cache.resolve(toolchain))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
