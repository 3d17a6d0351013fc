package psyscall.model.trap;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import psyscall.model.kernel.CallNumber;
import psyscall.model.trap.AddressSpace.End;
import psyscall.model.workload.KernelCall;

/// A call as a program makes it: a number and arguments, some of which are addresses.
///
/// @param number which call
/// @param values three arguments at most go through the stubs with three, more through those with
///   six
/// @param memory words of 64 bits that the program has stored for it, by their addresses
record Arguments(CallNumber number, List<Long> values, SortedMap<Long, Long> memory) {
  /// The operation of a futex call that waits.
  static final long FUTEX_WAIT = 0;

  /// The operation of a futex call that wakes.
  static final long FUTEX_WAKE = 1;

  private static final long SECOND_NANOS = 1_000_000_000;
  private static final long MILLI_NANOS = 1_000_000;
  private static final long WORD_BYTES = 8;
  private static final long UINT_MASK = 0xffff_ffffL;
  private static final long FOREVER = -1;

  static final SortedMap<Long, Long> NOTHING_STORED = Collections.emptySortedMap();

  private static Arguments of(CallNumber number, Long... values) {
    return new Arguments(number, List.of(values), NOTHING_STORED);
  }

  /// The number and arguments of a call.
  ///
  /// @param call which, not timed
  /// @param space where things are
  static Arguments of(KernelCall call, AddressSpace space) {
    return switch (call) {
      case KernelCall.FutexWait(String word, long expected, OptionalLong timeout) ->
          new Arguments(
              CallNumber.FUTEX,
              List.of(
                  space.word(word),
                  FUTEX_WAIT,
                  expected & UINT_MASK,
                  timeout.isPresent() ? AddressSpace.TIME : 0,
                  0L,
                  0L),
              timeout.isPresent() ? time(timeout.getAsLong()) : NOTHING_STORED);
      case KernelCall.FutexWake(String word, long count) ->
          of(CallNumber.FUTEX, space.word(word), FUTEX_WAKE, count, 0L, 0L, 0L);
      case KernelCall.Nanosleep(long nanos) ->
          new Arguments(CallNumber.NANOSLEEP, List.of(AddressSpace.TIME, 0L), time(nanos));
      case KernelCall.Read(String pipe, long count) ->
          of(CallNumber.READ, space.file(pipe, End.READ), AddressSpace.BUFFER, count);
      case KernelCall.Write(String file, long count) ->
          of(CallNumber.WRITE, output(file, space), AddressSpace.BUFFER, count);
      case KernelCall.EpollWait(String pipe, OptionalLong timeout) ->
          of(
              CallNumber.EPOLL_WAIT,
              space.file(pipe, End.EPOLL),
              AddressSpace.EVENTS,
              1L,
              timeout.isPresent() ? Math.ceilDiv(timeout.getAsLong(), MILLI_NANOS) : FOREVER,
              0L,
              0L);
      case KernelCall.Getpid _ -> of(CallNumber.GETPID);
      case KernelCall.SchedYield _ -> of(CallNumber.SCHED_YIELD);
      case KernelCall.Gettimeofday _ -> of(CallNumber.GETTIMEOFDAY, AddressSpace.TIME, 0L, 0L);
      case KernelCall.Service _ -> of(CallNumber.FSYNC, AddressSpace.DISK_FILE);
      case KernelCall.Timed timed ->
          throw new IllegalArgumentException("time that no register holds: call=" + timed);
    };
  }

  private static long output(String file, AddressSpace space) {
    return file.equals(KernelCall.STDOUT) ? AddressSpace.STDOUT_FILE : space.file(file, End.WRITE);
  }

  /// Seconds and nanoseconds, as the kernel wants them.
  private static SortedMap<Long, Long> time(long nanos) {
    SortedMap<Long, Long> words = new TreeMap<>();
    words.put(AddressSpace.TIME, nanos / SECOND_NANOS);
    words.put(AddressSpace.TIME + WORD_BYTES, nanos % SECOND_NANOS);
    return words;
  }

  /// A time that was written so.
  ///
  /// @param seconds the first word
  /// @param nanos the second word
  static long nanos(long seconds, long nanos) {
    return seconds * SECOND_NANOS + nanos;
  }
}
