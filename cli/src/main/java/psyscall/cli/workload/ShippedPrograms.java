package psyscall.cli.workload;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import psyscall.model.workload.Workload;

/// The programs that psyscall brings with it.
public final class ShippedPrograms {
  private static final List<String> NAMES =
      List.of(
          "futex",
          "futex-syscall",
          "futex-changed",
          "futex-changed-syscall",
          "starvation",
          "gosched",
          "locked",
          "stop-the-world",
          "for-each-p",
          "handoff",
          "netpoll",
          "ping-pong",
          "signals-blocked",
          "template-thread",
          "collection",
          "calls-beside-sysmon",
          "syscall-or-raw",
          "epoll",
          "gettimeofday",
          "write-read");

  private ShippedPrograms() {}

  /// Their names.
  ///
  /// @return in the order in which they are listed
  public static List<String> names() {
    return NAMES;
  }

  /// All of them.
  ///
  /// @return in the order of their names
  public static List<Workload> all() {
    return NAMES.stream().map(ShippedPrograms::read).toList();
  }

  /// The program of a name.
  ///
  /// @param name a name
  /// @return the program, if there is one
  public static Optional<Workload> named(String name) {
    return NAMES.stream().filter(name::equals).findFirst().map(ShippedPrograms::read);
  }

  private static Workload read(String name) {
    String file = name + ".json";
    try (InputStream text = ShippedPrograms.class.getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalStateException("resource missing: name=" + file);
      }
      return WorkloadFile.shipped(file, text.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("resource that cannot be read: name=" + file, e);
    }
  }
}
