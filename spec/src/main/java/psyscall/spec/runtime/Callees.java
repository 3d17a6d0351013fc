package psyscall.spec.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import psyscall.spec.process.Procedure;
import psyscall.spec.release.Change;
import psyscall.spec.state.Feature;
import psyscall.spec.state.RuntimeState;

/// The procedures that others call, each once, made in the order of their calls.
final class Callees {
  final Acquirep acquirep;
  final Releasep releasep;
  final Pidleput pidleput;
  final Checkdead checkdead;
  final Incidlelocked incidlelocked;
  final Preemptall preemptall;
  final RunSafePointFn runSafePointFn;
  final EnterSyscallSysmon enterSyscallSysmon;
  final EnterSyscallGcwait enterSyscallGcwait;
  final ReenterSyscall reenterSyscall;
  final ExitSyscallFast exitSyscallFast;
  final ExitSyscall exitSyscall;
  final Newm newm;
  final Startm startm;
  final Handoffp handoffp;
  final Wakep wakep;
  final Stopm stopm;
  final Gcstopm gcstopm;
  final Globrunqget globrunqget;
  final Runqsteal runqsteal;
  final CheckGlobalRunq checkGlobalRunq;
  final GlobalTurn globalTurn;
  final Optional<Injectglist> injectglist;
  final Optional<Netpoll> netpoll;
  final Findrunnable findrunnable;
  final Resetspinning resetspinning;
  final EnterSyscallBlock enterSyscallBlock;
  final GoschedWakep goschedWakep;
  private final RuntimeState state;

  Callees(RuntimeState s) {
    state = s;
    acquirep = new Acquirep(s);
    releasep = new Releasep(s);
    pidleput = new Pidleput(s);
    checkdead = new Checkdead(s);
    incidlelocked = new Incidlelocked(s, checkdead);
    preemptall = new Preemptall(s);
    runSafePointFn = new RunSafePointFn(s);
    enterSyscallSysmon = new EnterSyscallSysmon(s);
    enterSyscallGcwait = new EnterSyscallGcwait(s);
    reenterSyscall = new ReenterSyscall(s, enterSyscallSysmon, runSafePointFn, enterSyscallGcwait);
    exitSyscallFast = new ExitSyscallFast(s, acquirep);
    exitSyscall = new ExitSyscall(s, exitSyscallFast);
    newm = new Newm(s);
    startm = new Startm(s, newm);
    handoffp = new Handoffp(s, startm, pidleput);
    wakep = new Wakep(s, startm);
    stopm = new Stopm(s, acquirep, checkdead);
    gcstopm = new Gcstopm(s, releasep, stopm);
    globrunqget = new Globrunqget(s);
    runqsteal = new Runqsteal(s);
    checkGlobalRunq = new CheckGlobalRunq(s, globrunqget, acquirep);
    globalTurn = new GlobalTurn(s);
    resetspinning = new Resetspinning(s, wakep);
    boolean injects = s.has(Feature.POLLER) || s.has(Feature.FORCE_GC);
    injectglist = injects ? Optional.of(new Injectglist(s, startm, wakep)) : Optional.empty();
    netpoll =
        s.has(Feature.POLLER)
            ? injectglist.map(inject -> new Netpoll(s, acquirep, inject))
            : Optional.empty();
    findrunnable =
        new Findrunnable(
            s,
            new Findrunnable.Parts(
                gcstopm,
                runSafePointFn,
                globrunqget,
                runqsteal,
                releasep,
                pidleput,
                acquirep,
                stopm,
                checkGlobalRunq,
                globalTurn),
            new SearchBesideQueues.Beside(pidleput, acquirep, resetspinning, injectglist, netpoll));
    enterSyscallBlock = new EnterSyscallBlock(s, releasep, handoffp);
    goschedWakep = new GoschedWakep(s, wakep);
  }

  /// Those that the release has.
  List<Procedure> all() {
    List<Procedure> all = new ArrayList<>(always());
    if (state.has(Change.GLOBAL_RECHECK)) {
      all.add(checkGlobalRunq);
    }
    if (state.has(Change.GOSCHED_WAKES)) {
      all.add(goschedWakep);
    }
    if (state.has(Feature.GLOBAL_TURN)) {
      all.add(globalTurn);
    }
    injectglist.ifPresent(all::add);
    netpoll.ifPresent(all::add);
    return all;
  }

  private List<Procedure> always() {
    return List.of(
        acquirep,
        releasep,
        pidleput,
        checkdead,
        incidlelocked,
        preemptall,
        runSafePointFn,
        enterSyscallSysmon,
        enterSyscallGcwait,
        reenterSyscall,
        exitSyscallFast,
        exitSyscall,
        newm,
        startm,
        handoffp,
        wakep,
        stopm,
        gcstopm,
        globrunqget,
        runqsteal,
        findrunnable,
        resetspinning,
        enterSyscallBlock);
  }
}
