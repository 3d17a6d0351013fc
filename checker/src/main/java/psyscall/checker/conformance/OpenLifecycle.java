package psyscall.checker.conformance;

import java.util.List;
import psyscall.model.observe.MemoryAllowance;
import psyscall.model.observe.TraceFault;
import psyscall.spec.expr.Expr;
import psyscall.spec.lifecycle.Lifecycle;
import psyscall.spec.process.Protocol;
import psyscall.spec.state.G;
import psyscall.spec.state.GStatus;
import psyscall.spec.state.Holder;
import psyscall.spec.state.LifecycleState;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// The lifecycle of goroutines and processors over a world that grows: which event is allowed now,
/// and what is so after it.
///
/// Goroutines, threads and Ps are numbered from 0 by whoever asks, without large gaps: memory is
/// taken for all numbers up to the greatest one. −1 is nobody. Of an individual of which nothing
/// was told a goroutine is dead and a P idle.
///
/// Not safe for use by several threads at once.
public final class OpenLifecycle {
  private static final List<Sort.Field> ARGUMENTS =
      List.of(
          new Sort.Field("g", G.IDS.sort()),
          new Sort.Field("m", M.IDS.sort()),
          new Sort.Field("p", P.IDS.sort()),
          new Sort.Field("by", M.IDS.opt().sort()));

  private final OpenRules rules;
  private final Entries entries;
  private final Column status;
  private final Column thread;
  private final Column holder;
  private final Column holderThread;
  private final Column stopping;
  private final List<GStatus> statuses;
  private final List<Holder> holders;
  private final int running;
  private final int published;
  private final int kindG;
  private final int kindM;
  private final int kindP;

  private OpenLifecycle(LifecycleState state, Protocol texts, MemoryAllowance memory) {
    Columns columns = new Columns(texts.variables());
    status = column(columns, state.status, 0);
    thread = column(columns, state.thread, 0);
    holder = column(columns, state.owner, 0);
    holderThread = column(columns, state.owner, 1);
    stopping = column(columns, state.stopping, 0);
    statuses = names(status).stream().map(GStatus::valueOf).toList();
    holders = names(holder).stream().map(Holder::valueOf).toList();
    running = holders.indexOf(Holder.Running);
    published = holders.indexOf(Holder.Syscall);
    columns.invert(thread);
    columns.invert(holderThread);
    rules = OpenRules.of(texts, columns, ARGUMENTS, memory);
    entries = rules.entries();
    kindG = columns.kind(G.IDS.sort());
    kindM = columns.kind(M.IDS.sort());
    kindP = columns.kind(P.IDS.sort());
  }

  private OpenLifecycle(OpenLifecycle same, MemoryAllowance memory) {
    status = same.status;
    thread = same.thread;
    holder = same.holder;
    holderThread = same.holderThread;
    stopping = same.stopping;
    statuses = same.statuses;
    holders = same.holders;
    running = same.running;
    published = same.published;
    rules = same.rules.fresh(memory);
    entries = rules.entries();
    kindG = same.kindG;
    kindM = same.kindM;
    kindP = same.kindP;
  }

  private static Column column(Columns columns, Expr variable, int field) {
    if (variable.term() instanceof Term.Read read) {
      return columns.of(read.variable()).get(field);
    }
    throw new IllFormed("not a variable: term=" + variable.term());
  }

  private static List<String> names(Column column) {
    if (column.sort() instanceof Sort.Enumeration names) {
      return names.values();
    }
    throw new IllFormed("not a variable of names: name=" + column.name());
  }

  /// The automaton of a lifecycle.
  ///
  /// @param lifecycle that of traces, such as [Lifecycle#ofTraces]
  /// @param memory pays for what the world takes
  /// @return an automaton that nothing was told yet
  public static OpenLifecycle of(Lifecycle lifecycle, MemoryAllowance memory) {
    return of(lifecycle, lifecycle.refusing(), memory);
  }

  /// The automaton of a lifecycle whose rules were changed.
  ///
  /// @param lifecycle that of traces
  /// @param changed its rules as [Lifecycle#refusing] gives them, changed
  /// @param memory pays for what the world takes
  /// @return an automaton that nothing was told yet
  /// @throws IllFormed if a rule has a shape that no automaton is made of
  public static OpenLifecycle of(Lifecycle lifecycle, Protocol changed, MemoryAllowance memory) {
    return new OpenLifecycle(lifecycle.state(), changed, memory);
  }

  /// The same automaton over another world: building one from rules takes milliseconds, this none.
  ///
  /// @param memory pays for what that world takes
  /// @return an automaton that nothing was told yet
  public OpenLifecycle fresh(MemoryAllowance memory) {
    return new OpenLifecycle(this, memory);
  }

  /// The events that the release has.
  ///
  /// @return their names, by number
  public List<String> events() {
    return rules.names();
  }

  /// The number of an event.
  ///
  /// @param name its name in the vocabulary
  /// @return its number, for [#offer]
  /// @throws IllegalArgumentException if the release has no such event
  public int event(String name) {
    return rules.event(name);
  }

  /// What a guard says.
  ///
  /// @param event the number of an event
  /// @param guard what [#offer] answered
  /// @return the claim, as the rule says it
  public String guard(int event, int guard) {
    return rules.guard(event, guard);
  }

  /// Says which byte of a file asks for memory from here on, for faults.
  ///
  /// @param position a byte, from 0
  public void at(long position) {
    rules.at(position);
  }

  /// Has an event happen if it is allowed.
  ///
  /// @param event its number
  /// @param g the goroutine, −1 for none
  /// @param m the thread, −1 for none
  /// @param p the P, −1 for none
  /// @param by the thread that does it, −1 for sysmon or none
  /// @return 0 if it happened; else the number of the first guard that refuses it, and nothing has
  ///   changed; an event that lacks an argument is refused by a guard behind those of its rule
  /// @throws TraceFault if somebody new takes more memory than is allowed; nothing has changed
  public int offer(int event, int g, int m, int p, int by) throws TraceFault {
    return rules.offer(event, g, m, p, by);
  }

  /// Whether an event would happen.
  ///
  /// @param event its number
  /// @param g the goroutine, −1 for none
  /// @param m the thread, −1 for none
  /// @param p the P, −1 for none
  /// @param by the thread that does it, −1 for sysmon or none
  /// @return whether no guard refuses it; nothing changes
  /// @throws TraceFault if somebody new takes more memory than is allowed
  public boolean allows(int event, int g, int m, int p, int by) throws TraceFault {
    return rules.refusal(event, g, m, p, by) == 0;
  }

  /// What a goroutine does.
  ///
  /// @param g the goroutine
  /// @return its status
  public GStatus status(int g) {
    return statuses.get(entries.entry(status, g));
  }

  /// Where a goroutine is.
  ///
  /// @param g the goroutine
  /// @return its thread, −1 if it is on none
  public int thread(int g) {
    return entries.entry(thread, g);
  }

  /// In what way a P is held.
  ///
  /// @param p the P
  /// @return the way
  public Holder holder(int p) {
    return holders.get(entries.entry(holder, p));
  }

  /// Who holds a P.
  ///
  /// @param p the P
  /// @return the thread, −1 if it is in no thread's hand
  public int holderThread(int p) {
    return entries.entry(holderThread, p);
  }

  /// Whether the world is to stop, or is stopped.
  ///
  /// @return whether it is
  public boolean stopping() {
    return entries.entry(stopping, 0) != 0;
  }

  /// The goroutine that is on a thread, running or in a system call.
  ///
  /// @param m the thread
  /// @return the goroutine, −1 if there is none
  public int goroutineOn(int m) {
    return m < 0 ? -1 : entries.first(thread.at(), m);
  }

  /// The P of a thread: the one that it runs; else the one of its system call, if nobody took it.
  ///
  /// @param m the thread
  /// @return the P, −1 if there is none
  public int processorOf(int m) {
    int inCall = -1;
    int p = m < 0 ? -1 : entries.first(holderThread.at(), m);
    while (p >= 0) {
      int way = entries.entry(holder, p);
      if (way == running) {
        return p;
      }
      if (way == published) {
        inCall = p;
      }
      p = entries.next(holderThread.at(), p);
    }
    return inCall;
  }

  /// Takes what a trace says of a goroutine for given.
  ///
  /// @param g the goroutine
  /// @param now what it does
  /// @param m the thread on which it does it, −1 if it is on none or that is not known
  /// @throws TraceFault if somebody new takes more memory than is allowed
  public void assumeGoroutine(int g, GStatus now, int m) throws TraceFault {
    entries.admit(kindG, g, rules.position());
    admitThread(m);
    entries.values[status.at()][g] = statuses.indexOf(now);
    entries.store(thread.at(), g, m);
  }

  /// Takes what a trace says of a P for given.
  ///
  /// @param p the P
  /// @param now how it is held
  /// @param m the thread that holds it, −1 if it is in no thread's hand or that is not known
  /// @throws TraceFault if somebody new takes more memory than is allowed
  public void assumeProcessor(int p, Holder now, int m) throws TraceFault {
    entries.admit(kindP, p, rules.position());
    admitThread(m);
    entries.values[holder.at()][p] = holders.indexOf(now);
    entries.store(holderThread.at(), p, m);
  }

  /// Everything that the state says, for tests and messages about small worlds.
  ///
  /// @return each variable with its entries
  @Override
  public String toString() {
    return rules.state();
  }

  private void admitThread(int m) throws TraceFault {
    if (m >= 0) {
      entries.admit(kindM, m, rules.position());
    }
  }
}
