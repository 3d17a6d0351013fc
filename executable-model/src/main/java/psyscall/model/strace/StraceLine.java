package psyscall.model.strace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import psyscall.model.strace.StraceRecord.Asked;
import psyscall.model.strace.StraceRecord.At;
import psyscall.spec.kernel.Restart;

/// Takes a line apart. No pattern can be tried in more than a few ways, however a line looks.
final class StraceLine {
  private static final String UNFINISHED = "<unfinished ...>";
  private static final Pattern HEAD =
      Pattern.compile("(?:\\[pid\\s++)?+(\\d{1,18})\\]?+\\s++(\\d{1,12})\\.(\\d{6})\\s++(.*)");
  private static final Pattern CALL = Pattern.compile("([a-z0-9_]++|\\?\\?\\?)\\(([^()<]*+)(.*)");
  private static final Pattern RESUMED =
      Pattern.compile("<\\.\\.\\. ([a-z0-9_]++|\\?\\?\\?) resumed>([^()<]*+)(.*)");
  private static final String RAW = "0123456789abcdefx, -";
  private static final Pattern RESULT =
      Pattern.compile("\\)\\s*+= (\\?|-?+(?:0x)?+[0-9a-f]++)(?: ([A-Z][A-Z0-9_]*+))?+(?:[ <].*)?+");
  private static final Pattern SIGNAL = Pattern.compile("--- (SIG[A-Z0-9_+]++) \\{.*\\} ---");
  private static final String RESTART_PREFIX = "ERESTART";
  private static final int MICROS = 1_000_000;
  private static final int NUMBER_SHOWN = 24;

  private final long line;
  private final long position;

  StraceLine(long line, long position) {
    this.line = line;
    this.position = position;
  }

  /// What the line says.
  ///
  /// @throws NotUnderstood if it says nothing that is known
  StraceRecord parse(String text) throws NotUnderstood {
    Matcher head = HEAD.matcher(text);
    if (!head.matches()) {
      throw new NotUnderstood("wanted=thread seconds.microseconds ...; record with -f -ttt -o");
    }
    long micros = Long.parseLong(head.group(2)) * MICROS + Long.parseLong(head.group(3));
    At at = new At(line, position, Long.parseLong(head.group(1)), micros);
    String rest = head.group(4).strip();
    if (rest.startsWith("+++ ")) {
      return new StraceRecord.Ended(at);
    }
    if (rest.startsWith("--- ")) {
      Matcher signal = SIGNAL.matcher(rest);
      return signal.matches()
          ? new StraceRecord.Signalled(at, signal.group(1))
          : new StraceRecord.Stopped(at);
    }
    Matcher resumed = RESUMED.matcher(rest);
    if (resumed.matches()) {
      raw(resumed.group(2).replaceFirst("^, ", ""));
      return new StraceRecord.Resumed(at, resumed.group(1), result(resumed.group(3)));
    }
    Matcher call = CALL.matcher(rest);
    if (!call.matches()) {
      throw new NotUnderstood("not a call, a signal or an end");
    }
    Asked asked = new Asked(call.group(1), raw(call.group(2)));
    return call.group(3).startsWith(UNFINISHED)
        ? new StraceRecord.Begun(at, asked)
        : new StraceRecord.Whole(at, asked, result(call.group(3)));
  }

  private static String raw(String arguments) throws NotUnderstood {
    String stripped = arguments.strip();
    if (!stripped.chars().allMatch(sign -> RAW.indexOf(sign) >= 0)) {
      throw new NotUnderstood("an argument that is not a number; record with -e raw=all");
    }
    return stripped;
  }

  private static CallResult result(String text) throws NotUnderstood {
    Matcher matcher = RESULT.matcher(text);
    if (!matcher.matches()) {
      throw new NotUnderstood("not the result of a call");
    }
    Optional<String> name = Optional.ofNullable(matcher.group(2));
    if (name.isPresent() && name.get().startsWith(RESTART_PREFIX)) {
      return new CallResult.Restarting(
          Restart.named(name.get()).orElseThrow(() -> new NotUnderstood("unknown restart code")));
    }
    if (matcher.group(1).equals("?")) {
      return new CallResult.Never();
    }
    return name.isPresent() && matcher.group(1).equals("-1")
        ? new CallResult.Failed(name.get())
        : new CallResult.Value(number(matcher.group(1)));
  }

  private static long number(String text) throws NotUnderstood {
    try {
      return text.startsWith("0x")
          ? Long.parseUnsignedLong(text.substring(2), 16)
          : Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new NotUnderstood(
          "not a number of 64 bits: given="
              + text.substring(0, Math.min(NUMBER_SHOWN, text.length())));
    }
  }

  /// Why a line says nothing that is known.
  static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String what) {
      super(what, null, false, false);
    }
  }
}
