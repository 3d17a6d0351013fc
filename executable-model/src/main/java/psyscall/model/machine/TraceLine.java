package psyscall.model.machine;

import java.util.List;

/// One line of a system call that is stepped through.
///
/// @param stage where in the picture it is
/// @param mode the ring it happens in
/// @param text the instruction, or what is done
/// @param changes what changed, such as `AX=0x27`
public record TraceLine(Stage stage, Mode mode, String text, List<String> changes) {
  /// Copies the changes.
  public TraceLine {
    changes = List.copyOf(changes);
  }

  /// The boxes of the classic picture.
  public enum Stage {
    /// The Go code that makes the call.
    PROGRAM("program"),
    /// The routine that makes it for it.
    STUB("stub"),
    /// Go's scheduler, told by the stub.
    SCHEDULER("scheduler"),
    /// Code of the kernel's that runs in user mode.
    VDSO("vdso"),
    /// The kernel's entry code and way back.
    TRAP_HANDLER("trap handler"),
    /// The table of services.
    TABLE("table"),
    /// The service itself.
    SERVICE("service");

    private final String word;

    Stage(String word) {
      this.word = word;
    }

    /// Its name for people.
    ///
    /// @return lower case words
    public String word() {
      return word;
    }
  }

  /// The ring.
  public enum Mode {
    /// Ring 3.
    USER,
    /// Ring 0.
    KERNEL
  }
}
