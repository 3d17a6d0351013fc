package psyscall.spec.kernel.table;

import java.util.List;
import java.util.stream.Collectors;
import psyscall.spec.citation.Citation;
import psyscall.spec.release.Release;

/// A place in Go's runtime from which a system call is made, and why the scheduler is not told.
///
/// @param releases the releases that have it, the oldest first
/// @param path from the function that decides to the routine with SYSCALL, each calling the next
/// @param context what the thread has and where it runs
/// @param reason why the call needs neither `entersyscall` nor `exitsyscall`
public record CallSite(
    List<Release> releases, List<Citation> path, Context context, Reason reason) {
  private static final String ARROW = " > ";

  /// What a thread has and where it runs when it makes the call.
  ///
  /// @param processor whether it has a P
  /// @param stack on which stack
  public record Context(Processor processor, Stack stack) {}

  /// Whether the thread has a P.
  public enum Processor {
    /// It has one.
    WITH("with"),
    /// It has none.
    WITHOUT("without"),
    /// Both happen.
    EITHER("either");

    private final String word;

    Processor(String word) {
      this.word = word;
    }

    /// As a word.
    ///
    /// @return in lower case
    public String word() {
      return word;
    }
  }

  /// The stack on which the call is made.
  public enum Stack {
    /// That of a goroutine.
    G("g"),
    /// The thread's own.
    G0("g0"),
    /// That of signal handlers.
    GSIGNAL("gsignal"),
    /// More than one of them happens.
    ANY("any");

    private final String word;

    Stack(String word) {
      this.word = word;
    }

    /// As a word.
    ///
    /// @return Go's name of the stack
    public String word() {
      return word;
    }
  }

  /// Why the scheduler is not told.
  public enum Reason {
    /// The kernel has nothing to wait for.
    PROMPT("prompt", "the kernel answers at once: the P is not missed"),
    /// Nothing is kept from others.
    NO_P("no-p", "the thread has no P that others could miss"),
    /// The scheduler was told by other means.
    HANDED_OFF("handed-off", "entersyscallblock has handed the P off before"),
    /// A hand-off would cost more than the wait.
    SHORT_WAIT("short-wait", "the P waits along: for a bounded time, or for a short section"),
    /// There is no scheduler.
    START("start", "no goroutine runs yet"),
    /// There is nobody to take the P.
    STOPPED("stopped", "the world is stopped: nobody could use the P"),
    /// It must work where the scheduler does not.
    ANYWHERE("anywhere", "it must work on any stack and without a P; a slow reader holds it up"),
    /// There will be no scheduler.
    DYING("dying", "the program is about to end: no goroutine runs any more"),
    /// Nobody comes back.
    NO_RETURN("no-return", "the call does not return to its caller"),
    /// The routine is there, but not used.
    UNREACHED("unreached", "linux/amd64 has the routine and never calls it");

    private final String word;
    private final String summary;

    Reason(String word, String summary) {
      this.word = word;
      this.summary = summary;
    }

    /// As a word.
    ///
    /// @return lower case words joined by hyphens
    public String word() {
      return word;
    }

    /// As a clause.
    ///
    /// @return what makes the telling needless
    public String summary() {
      return summary;
    }
  }

  /// Copies the lists.
  public CallSite {
    releases = List.copyOf(releases);
    path = List.copyOf(path);
  }

  /// The routine with SYSCALL.
  ///
  /// @return the last of the path
  public Citation stub() {
    return path.getLast();
  }

  /// The functions of the path.
  ///
  /// @return such as `stopm > notesleep > futexsleep > futex`
  public String route() {
    return path.stream().map(Citation::function).collect(Collectors.joining(ARROW));
  }
}
