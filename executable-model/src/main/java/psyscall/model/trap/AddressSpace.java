package psyscall.model.trap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a program has what its calls are about: addresses of its memory, numbers of its files.
/// Whatever is named first gets the least.
final class AddressSpace {
  /// Where a time is written that is passed by address.
  static final long TIME = 0xc000014000L;

  /// Where bytes are read to and written from.
  static final long BUFFER = 0xc000020000L;

  /// Where events of files are told.
  static final long EVENTS = 0xc000016000L;

  /// The standard output.
  static final long STDOUT_FILE = 1;

  /// A file of the disk.
  static final long DISK_FILE = 3;

  private static final long WORDS = 0xc000012000L;
  private static final long WORD_BYTES = 8;
  private static final long PIPE_FILES = 4;

  private final List<String> words = new ArrayList<>();
  private final List<String> pipes = new ArrayList<>();

  /// What a file of a pipe is for.
  enum End {
    /// Its bytes are taken out.
    READ(0),
    /// Bytes are put in.
    WRITE(1),
    /// An instance of epoll that waits for bytes in it.
    EPOLL(2);

    private final int offset;

    End(int offset) {
      this.offset = offset;
    }
  }

  /// A file of a pipe.
  ///
  /// @param pipe the pipe's name
  /// @param end what the file is for
  record PipeFile(String pipe, End end) {}

  /// The address of a word.
  long word(String name) {
    return WORDS + WORD_BYTES * place(words, name);
  }

  /// The word at an address.
  Optional<String> wordAt(long address) {
    long offset = address - WORDS;
    return offset % WORD_BYTES == 0 ? at(words, offset / WORD_BYTES) : Optional.empty();
  }

  /// The number of a file.
  long file(String pipe, End end) {
    return PIPE_FILES + (long) place(pipes, pipe) * End.values().length + end.offset;
  }

  /// The file of a number, if it is one of a pipe.
  Optional<PipeFile> fileAt(long number) {
    long ends = End.values().length;
    long offset = number - PIPE_FILES;
    long wanted = Math.floorMod(offset, ends);
    return at(pipes, Math.floorDiv(offset, ends))
        .flatMap(
            pipe ->
                Stream.of(End.values())
                    .filter(end -> end.offset == wanted)
                    .findFirst()
                    .map(end -> new PipeFile(pipe, end)));
  }

  private static int place(List<String> names, String name) {
    int place = names.indexOf(name);
    if (place >= 0) {
      return place;
    }
    names.add(name);
    return names.size() - 1;
  }

  private static Optional<String> at(List<String> names, long place) {
    return place >= 0 && place < names.size()
        ? Optional.of(names.get((int) place))
        : Optional.empty();
  }
}
