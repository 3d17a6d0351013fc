package psyscall.cli.workload;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.ServiceTime;

/// Reads calls with their arguments, and how long the kernel works for them.
///
/// @param words what futex calls wait on
/// @param pipes what bytes go through
record CallForms(List<String> words, List<String> pipes) {
  private static final List<String> CALLS =
      List.of(
          "futex-wait",
          "futex-wake",
          "nanosleep",
          "read",
          "write",
          "epoll-wait",
          "getpid",
          "sched-yield",
          "gettimeofday",
          "service");
  private static final List<String> DISTRIBUTIONS =
      List.of("constant", "uniform", "exponential", "log-normal");
  private static final int PIPES_MAX = 64;

  /// What 32 bits hold, with a sign.
  static final long WORD_MIN = Integer.MIN_VALUE;

  /// What 32 bits hold, without a sign.
  static final long WORD_MAX = 0xffff_ffffL;

  private static final long BYTES_MAX = 1L << 30;
  private static final long MILLI_NANOS = 1_000_000;
  private static final double SIGMA_MAX = 10;

  /// What a program declares.
  ///
  /// @param fields those of the program
  /// @param words the words that it has declared
  static CallForms declared(Fields fields, Set<String> words) throws WorkloadFault {
    List<String> pipes = fields.texts("pipes", PIPES_MAX);
    if (pipes.contains(KernelCall.STDOUT)) {
      throw fields.fault("pipes", "name that is taken: value=" + KernelCall.STDOUT);
    }
    return new CallForms(List.copyOf(words), pipes);
  }

  /// Reads the call of an operation.
  ///
  /// @param fields those of the operation
  /// @return the call
  KernelCall read(Fields fields) throws WorkloadFault {
    String word = fields.word("call", CALLS);
    Optional<Fields> time = fields.objectIfGiven("service");
    if (word.equals("service")) {
      return time.isEmpty()
          ? new KernelCall.Service(fields.nanos("for"))
          : new KernelCall.Timed(new KernelCall.Service(0), time(time.get()));
    }
    KernelCall call = call(word, fields);
    return time.isEmpty() ? call : new KernelCall.Timed(call, time(time.get()));
  }

  private KernelCall call(String word, Fields fields) throws WorkloadFault {
    return switch (word) {
      case "futex-wait" ->
          new KernelCall.FutexWait(
              word(fields),
              fields.number("expected", WORD_MIN, WORD_MAX),
              fields.nanosIfGiven("timeout"));
      case "futex-wake" ->
          new KernelCall.FutexWake(word(fields), fields.number("count", 1, Integer.MAX_VALUE));
      case "nanosleep" -> new KernelCall.Nanosleep(fields.nanos("for"));
      case "read" -> new KernelCall.Read(pipe(fields), bytes(fields));
      case "write" ->
          new KernelCall.Write(
              fields.has("pipe") ? pipe(fields) : KernelCall.STDOUT, bytes(fields));
      case "epoll-wait" -> new KernelCall.EpollWait(pipe(fields), millis(fields));
      case "getpid" -> new KernelCall.Getpid();
      case "sched-yield" -> new KernelCall.SchedYield();
      case String _ -> new KernelCall.Gettimeofday();
    };
  }

  /// The word that an operation is about.
  ///
  /// @param fields those of the operation
  /// @return its name
  String word(Fields fields) throws WorkloadFault {
    return declared(fields, "word", words);
  }

  private String pipe(Fields fields) throws WorkloadFault {
    return declared(fields, "pipe", pipes);
  }

  private static String declared(Fields fields, String name, List<String> all)
      throws WorkloadFault {
    if (fields.has(name) && all.isEmpty()) {
      throw fields.fault(name, "none is declared; give the program a field %ss".formatted(name));
    }
    return fields.word(name, all);
  }

  private static long bytes(Fields fields) throws WorkloadFault {
    return fields.number("count", 1, BYTES_MAX);
  }

  private static OptionalLong millis(Fields fields) throws WorkloadFault {
    OptionalLong timeout = fields.nanosIfGiven("timeout");
    if (timeout.isPresent() && timeout.getAsLong() % MILLI_NANOS != 0) {
      throw fields.fault("timeout", "not whole milliseconds, which is what epoll_wait takes");
    }
    return timeout;
  }

  private static ServiceTime time(Fields fields) throws WorkloadFault {
    String name = fields.only(DISTRIBUTIONS);
    Fields given = fields.object(name);
    ServiceTime time =
        switch (name) {
          case "constant" -> new ServiceTime.Constant(given.nanos("for"));
          case "uniform" -> uniform(given);
          case "exponential" -> new ServiceTime.Exponential(positive(given, "mean"));
          case String _ ->
              new ServiceTime.LogNormal(
                  positive(given, "median"), given.fraction("sigma", SIGMA_MAX));
        };
    given.done();
    return time;
  }

  private static ServiceTime uniform(Fields fields) throws WorkloadFault {
    long min = fields.nanos("min");
    long max = fields.nanos("max");
    if (max <= min) {
      throw fields.fault("max", "no time between: min=%dns, max=%dns".formatted(min, max));
    }
    return new ServiceTime.Uniform(min, max);
  }

  private static long positive(Fields fields, String name) throws WorkloadFault {
    long nanos = fields.nanos(name);
    if (nanos == 0) {
      throw fields.fault(name, "time of nothing: value=0, limit=1ns at least");
    }
    return nanos;
  }
}
