package psyscall.checker.strace;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import psyscall.model.machine.ClosedTerms;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.Frame;
import psyscall.spec.kernel.Linux;
import psyscall.spec.kernel.Restart;
import psyscall.spec.kernel.ResultMapping;
import psyscall.spec.kernel.table.SystemCall;
import psyscall.spec.kernel.table.SystemCalls;
import psyscall.spec.machine.Register;

/// What the specification of the kernel says about the lines of a log, evaluated once.
final class KernelFacts {
  private static final int BITS = 64;

  /// Stands for the number of the interrupted call; no call has it.
  private static final long SOME_CALL = 0x123456;

  private static final long SOME_PLACE = 0x401002;

  /// How an interrupted call goes on.
  enum Way {
    /// It ends with EINTR.
    EINTR,
    /// It is made again with the same arguments.
    AGAIN,
    /// It is gone on with by `restart_syscall`.
    RESTART_SYSCALL
  }

  private final Map<Restart, Set<Way>> withHandler = new EnumMap<>(Restart.class);
  private final Map<Restart, Set<Way>> withoutHandler = new EnumMap<>(Restart.class);
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Set<String> neverBack = new TreeSet<>();

  KernelFacts() {
    for (Restart restart : Restart.values()) {
      withHandler.put(restart, ways(restart, true));
      withoutHandler.put(restart, ways(restart, false));
    }
    for (SystemCall call : SystemCalls.all()) {
      numbers.put(call.name(), call.number());
      if (SystemCalls.neverBack().contains(call.number())) {
        neverBack.add(call.name());
      }
    }
  }

  /// Both ways of installing a handler are tried: a raw log does not tell about SA_RESTART.
  private static Set<Way> ways(Restart restart, boolean handler) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    for (boolean restarts : new boolean[] {false, true}) {
      Frame after =
          Restart.after(frame(restart), new Restart.Signal(Bool.of(handler), Bool.of(restarts)));
      boolean isTakenBack = value(after.ip()) != SOME_PLACE;
      long ax = value(after.get(Register.RAX));
      if (!isTakenBack) {
        ways.add(wanted(Way.EINTR, ax == -Linux.EINTR, ax));
      } else if (ax == Linux.RESTART_SYSCALL) {
        ways.add(Way.RESTART_SYSCALL);
      } else {
        ways.add(wanted(Way.AGAIN, ax == SOME_CALL, ax));
      }
    }
    return ways;
  }

  private static Way wanted(Way way, boolean is, long ax) {
    if (!is) {
      throw new IllegalStateException("a way on that no log has a word for: rax=" + ax);
    }
    return way;
  }

  private static Frame frame(Restart restart) {
    Map<Register, Word> general = new EnumMap<>(Register.class);
    for (Register register : Register.values()) {
      if (register != Register.RSP) {
        general.put(register, word(0));
      }
    }
    general.put(Register.RAX, restart.result());
    return new Frame(
        general,
        word(SOME_CALL),
        word(SOME_PLACE),
        word(0),
        word(0),
        Word.of(Linux.USER_CS, Short.SIZE),
        Word.of(Linux.USER_DS, Short.SIZE));
  }

  private static Word word(long value) {
    return Word.of(value, BITS);
  }

  private static long value(Word word) {
    return ClosedTerms.scalar(word.term(), Map.of());
  }

  /// How a call can go on after a restart code and a signal whose handler ran.
  Set<Way> withHandler(Restart restart) {
    return withHandler.getOrDefault(restart, Set.of());
  }

  /// How it can go on if no handler ran.
  Set<Way> withoutHandler(Restart restart) {
    return withoutHandler.getOrDefault(restart, Set.of());
  }

  /// The number of a call, if the table has it.
  Optional<Integer> number(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  /// Whether the table says that nobody comes back from a call to the instruction after it.
  boolean isNeverBack(String name) {
    return neverBack.contains(name);
  }

  /// Whether a result is an error; only those that are negative can be.
  boolean isError(long result) {
    return result < 0
        && ClosedTerms.scalar(ResultMapping.LINUX.isError(word(result)).term(), Map.of()) != 0;
  }
}
