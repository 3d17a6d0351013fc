package psyscall.spec.release;

/// A change of Go's protocol from one release to another, one by one: what a release is made of.
///
/// Which are on is a property of the release, never of a scenario. Where a line names no change of
/// Go's own (CL), it was read in the sources only. The last ones are of no release that is
/// modelled: with them a bug is repaired.
public enum Change {
  /// The P of a system call is remembered in `m.oldp`, and `m.p` is nil meanwhile. Since 1.12,
  /// commit 8e0ec5ec09.
  OLDP("oldp", "a thread in a system call remembers its P in m.oldp, not in m.p"),
  /// A goroutine is asked to yield by a signal too. Since 1.14, commit 62e53b7922.
  ASYNC_PREEMPT("async-preempt", "preemptone sends the thread SIGURG, which interrupts raw calls"),
  /// There is no `m.mcache` any more. Since 1.15, commit 3093959ee1.
  NO_MCACHE("no-mcache", "a thread has no cache of its own: the P's is used"),
  /// startm counts the thread that it will create while it holds the lock. Since 1.15 and later
  /// 1.14.x, CL 245018.
  RESERVE_M("reserve-m", "startm counts a new thread under the lock"),
  /// retake asks for a P whose call is young too whether its time slice is over. Since 1.13, CL
  /// 170138.
  RETAKE_BY_SLICE(
      "retake-by-slice", "retake takes a P by its time slice too, however young its call"),
  /// A thread looks for work to steal although all other Ps are idle.
  SPIN_BESIDE_IDLE("spin-beside-idle", "findrunnable steals although all other Ps are idle"),
  /// schedule checks first that who spins has no local work.
  SPIN_CHECK_FIRST("spin-check-first", "schedule checks on every pass that who spins has no work"),
  /// What schedule did before it called findrunnable is a part of findrunnable.
  SCHEDULE_IN_FINDRUNNABLE(
      "schedule-in-findrunnable", "findRunnable begins with what schedule did before it"),
  /// wakep looks for an idle P itself, and its callers do not.
  WAKEP_LOOKS("wakep-looks", "wakep looks for an idle P itself"),
  /// Only a thread that span looks at the queues again when it has given its P up. Since 1.17, CL
  /// 310850.
  RECHECK_IF_SPUN("recheck-if-spun", "only a thread that span looks at the queues again"),
  /// Work for which no P was idle is told to threads that are about to give theirs up. Since 1.20,
  /// CL 389014; read in 1.22.
  NEEDSPINNING(
      "needspinning",
      "who finds no idle P for work leaves word, and who would give its P up spins (CL 389014)"),
  /// The thread that has ceased to spin looks at the global queue too. Since 1.22, CL 501975.
  GLOBAL_RECHECK(
      "global-recheck",
      "findrunnable looks at the global queue again when it has ceased to spin (CL 501975)"),
  /// Who has put its goroutine into the global queue wakes. Since 1.22, CL 501976.
  GOSCHED_WAKES("gosched-wakes", "goschedImpl has somebody look for work (CL 501976)"),
  /// Who leaves a system call without a P reads whether its goroutine is locked before others can
  /// have the goroutine. Since 1.17, CL 324350.
  EXIT_READS_LOCKEDM(
      "exit-reads-lockedm", "exitsyscall0 reads under the lock whether its goroutine is locked"),
  /// Who is done with a stopped world hands its semaphore to who waits for it. Since 1.16, CL
  /// 243977.
  SEMA_HANDOFF("sema-handoff", "the semaphore of the world is handed to who waits for it"),
  /// Who scans a stack suspends its goroutine, and takes back the request to yield; who honours a
  /// request does not wait for scanners on the way. Since 1.14.
  SUSPEND_G("suspend-g", "who scans a stack suspends its goroutine and takes back its request"),
  /// A goroutine that stops the world is marked as waiting meanwhile, so that its stack can be
  /// scanned: else a scanner and a stopper could wait for each other. Between 1.14 and 1.19.
  STOPPER_WAITS("stopper-waits", "a goroutine that stops the world is marked as waiting meanwhile"),
  /// So is one that has all Ps run a function (#28695). Since 1.12, CL 153077.
  SAFE_POINT_WAITS(
      "safe-point-waits", "a goroutine that runs forEachP is marked as waiting meanwhile"),
  /// Nobody is preempted between announcing the template thread and creating it. Since 1.15 and
  /// later 1.14.x, CL 232978.
  TEMPLATE_ATOMIC(
      "template-atomic",
      "the template thread is announced and created without a preemption between"),
  /// A thread that ends with its locked goroutine counts as locked until it is gone.
  LOCKED_EXIT_STAYS_LOCKED(
      "locked-exit-stays-locked",
      "a thread that ends with its goroutine counts as locked till then"),
  /// injectglist keeps in the own queue what no idle P can take, and wakes nobody for it. Between
  /// 1.14 and 1.19.
  INJECT_LOCAL("inject-local", "injectglist keeps in its own queue what no idle P can take"),
  /// The blocking poll takes an idle P even if the network has brought nothing. Between 1.10 and
  /// 1.14. Without timers no poll comes back with nothing, so no step here tells of it.
  POLL_TAKES_P("poll-takes-p", "a blocking poll that brings nothing takes an idle P all the same"),
  /// Who sees mark work takes an idle P together with the worker that is to run, and runs it.
  /// Between 1.14 and 1.19.
  IDLE_MARK_WORKER_IN_HAND(
      "idle-mark-worker-in-hand", "an idle P is taken for mark work together with its worker"),
  /// injectglist has somebody look at what it keeps in the own queue. Since 1.23, CL 550175.
  INJECT_WAKES("inject-wakes", "injectglist wakes for what it keeps in its own queue (CL 550175)"),
  /// A goroutine can be created parked, and one can hand its thread to a parked one in one step.
  /// Since 1.23; only traces tell of it here.
  COROUTINES("coroutines", "a goroutine can hand its thread to one that waits, in one step"),
  /// A P in a system call stays with its thread, as one that runs; who takes it suspends the
  /// goroutine of the call. Since 1.26; only traces tell of it here.
  P_STAYS_RUNNING(
      "p-stays-running", "the P of a system call stays running; a thief suspends the goroutine");

  private final String word;
  private final String summary;

  Change(String word, String summary) {
    this.word = word;
    this.summary = summary;
  }

  /// How it is called.
  ///
  /// @return lower case words joined by hyphens
  public String word() {
    return word;
  }

  /// What is so once it is made.
  ///
  /// @return a clause
  public String summary() {
    return summary;
  }
}
