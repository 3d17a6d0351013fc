package psyscall.checker.oracle;

import java.util.Locale;
import psyscall.model.observe.Kind;
import psyscall.model.observe.TraceEvent;

/// What an event of a trace says, in one line.
final class EventText {
  private EventText() {}

  static String of(TraceEvent event) {
    StringBuilder text = new StringBuilder(name(event.kind()));
    say(text, " of goroutine ", event.goroutine());
    say(text, " on thread ", event.thread());
    say(text, " with P ", event.processor());
    say(text, event.kind().isAboutProcessor() ? ": P " : ": goroutine ", event.subject());
    say(text, ", " + value(event.kind()) + " ", event.value());
    return text.toString();
  }

  private static void say(StringBuilder text, String what, long id) {
    if (id != TraceEvent.NONE) {
      text.append(what).append(id);
    }
  }

  private static String value(Kind kind) {
    return kind == Kind.PROC_START || kind == Kind.PROC_STEAL ? "thread" : "value";
  }

  /// `GO_SYS_BLOCK` as Go writes it: `GoSysBlock`.
  static String name(Kind kind) {
    StringBuilder name = new StringBuilder();
    for (String word : kind.name().split("_", -1)) {
      if (word.equals("STW") || word.equals("GC")) {
        name.append(word);
      } else {
        name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return name.toString();
  }
}
