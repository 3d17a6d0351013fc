package psyscall.checker.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import psyscall.checker.conformance.OpenLifecycle;
import psyscall.model.observe.TraceFault;
import psyscall.spec.lifecycle.EventRule;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.state.GStatus;
import psyscall.spec.term.Sort;

/// How things are for those whom a refused event names, and what they could do instead.
final class Situation {
  private final Lifecycle rules;
  private final OpenLifecycle lifecycle;
  private final Individuals individuals;
  private final Set<Integer> goroutines = new LinkedHashSet<>();
  private final Set<Integer> threads = new LinkedHashSet<>();
  private final Set<Integer> processors = new LinkedHashSet<>();

  /// @param rules what the lifecycle was made of
  /// @param judge who refused
  /// @param isAboutProcessor whether the event's subject is a P
  Situation(Lifecycle rules, Judge judge, boolean isAboutProcessor) {
    this.rules = rules;
    lifecycle = judge.lifecycle;
    individuals = judge.individuals;
    Cast cast = judge.cast();
    add(goroutines, cast.goroutine());
    add(threads, cast.thread());
    add(processors, cast.processor());
    add(isAboutProcessor ? processors : goroutines, cast.subject());
    for (int p : List.copyOf(processors)) {
      add(threads, lifecycle.holderThread(p));
    }
    for (int m : List.copyOf(threads)) {
      add(goroutines, lifecycle.goroutineOn(m));
      add(processors, lifecycle.processorOf(m));
    }
  }

  private static void add(Set<Integer> set, int number) {
    if (number != Cast.NOBODY) {
      set.add(number);
    }
  }

  /// What they do, one line each.
  List<String> states() {
    List<String> lines = new ArrayList<>();
    goroutines.forEach(g -> lines.add(name(g) + ": " + goroutine(g)));
    processors.forEach(p -> lines.add(processorName(p) + ": " + processor(p)));
    threads.forEach(m -> lines.add(threadName(m) + ": " + thread(m)));
    return lines;
  }

  private String goroutine(int g) {
    String status =
        switch (lifecycle.status(g)) {
          case Grunnable -> "runnable";
          case Grunning -> "running";
          case Gsyscall -> "in a system call";
          case Gwaiting -> "waiting";
          case Gdead -> "not there";
        };
    boolean isOn =
        lifecycle.status(g) == GStatus.Grunning || lifecycle.status(g) == GStatus.Gsyscall;
    return isOn ? status + " on " + threadName(lifecycle.thread(g)) : status;
  }

  private String processor(int p) {
    return switch (lifecycle.holder(p)) {
      case Running -> "runs on " + threadName(lifecycle.holderThread(p));
      case Syscall ->
          lifecycle.holderThread(p) == Cast.NOBODY
              ? "left behind in a system call"
              : "in the system call of " + threadName(lifecycle.holderThread(p));
      case IdleList -> "idle";
      case Transit -> "in somebody's hand";
      case NextOf -> "left for " + threadName(lifecycle.holderThread(p));
      case Stopped -> "stopped with the world";
    };
  }

  private String thread(int m) {
    int g = lifecycle.goroutineOn(m);
    int p = lifecycle.processorOf(m);
    return (g == Cast.NOBODY ? "no goroutine" : name(g))
        + (p == Cast.NOBODY ? ", no P" : ", " + processorName(p));
  }

  /// What the lifecycle allows them to do.
  List<String> allowed() throws TraceFault {
    List<String> lines = new ArrayList<>();
    for (EventRule rule : rules.traced()) {
      Set<Integer> gs = has(rule, "g") ? goroutines : Set.of(Cast.NOBODY);
      Set<Integer> ms = has(rule, "m") ? threads : Set.of(Cast.NOBODY);
      Set<Integer> ps = has(rule, "p") ? processors : Set.of(Cast.NOBODY);
      Set<Integer> bys = has(rule, "by") ? threads : Set.of(Cast.NOBODY);
      for (int g : gs) {
        for (int m : ms) {
          for (int p : ps) {
            for (int by : bys) {
              if (lifecycle.allows(lifecycle.event(rule.name()), g, m, p, by)) {
                lines.add(rule.name() + who(g, m, p, by));
              }
            }
          }
        }
      }
    }
    return lines;
  }

  private static boolean has(EventRule rule, String parameter) {
    return rule.event().parameters().stream().map(Sort.Field::name).anyMatch(parameter::equals);
  }

  private String who(int g, int m, int p, int by) {
    List<String> who = new ArrayList<>();
    if (g != Cast.NOBODY) {
      who.add(name(g));
    }
    if (m != Cast.NOBODY) {
      who.add(threadName(m));
    }
    if (p != Cast.NOBODY) {
      who.add(processorName(p));
    }
    if (by != Cast.NOBODY) {
      who.add("by " + threadName(by));
    }
    return "(" + String.join(", ", who) + ")";
  }

  private String name(int g) {
    return "goroutine " + individuals.goroutineId(g);
  }

  private String threadName(int m) {
    if (m == Cast.NOBODY) {
      return "no thread";
    }
    return Individuals.isUnknownThread(m)
        ? "a thread that is not told"
        : "thread " + individuals.threadId(m);
  }

  private String processorName(int p) {
    return "P " + individuals.processorId(p);
  }
}
