package psyscall.spec.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import psyscall.spec.citation.Citation;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Sym;
import psyscall.spec.release.Release;
import psyscall.spec.release.Renamed;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.Feature;
import psyscall.spec.state.G;
import psyscall.spec.state.M;
import psyscall.spec.state.P;
import psyscall.spec.state.RuntimeState;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// What properties see of the runtime layer: its fields, where its threads stand, how the run
/// ended.
///
/// @param state the fields
/// @param specification the rules, mutated or not
public record RuntimeView(RuntimeState state, Specification specification) {

  /// How the run ended, or `running`.
  ///
  /// @return a value of the specification's endings
  public Sym<String> ending() {
    return new Sym<>(new Term.Read(specification.variable(Specification.ENDING)));
  }

  /// Whether the run ended in one of these; endings that the specification does not have count as
  /// not reached.
  ///
  /// @param names names of endings
  /// @return whether it did
  public Bool endedIn(List<String> names) {
    Sort.Enumeration sort = (Sort.Enumeration) specification.variable(Specification.ENDING).sort();
    String[] known = names.stream().filter(sort.values()::contains).toArray(String[]::new);
    return ending().in(known);
  }

  /// Whether a thread stands at a label of a procedure, in whatever copy of it.
  ///
  /// @param thread whose program counter
  /// @param procedure the procedure
  /// @param labels its labels
  /// @return whether the thread's next step begins there
  public Bool at(Id<M> thread, String procedure, String... labels) {
    Set<String> wanted = Set.of(labels);
    return stands(thread, procedure, wanted::contains);
  }

  /// Whether a thread stands anywhere in a procedure, in whatever copy of it.
  ///
  /// @param thread whose program counter
  /// @param procedure the procedure
  /// @return whether the thread's next step begins there
  public Bool within(Id<M> thread, String procedure) {
    return stands(thread, procedure, _ -> true);
  }

  /// Whether sysmon stands at a label of a procedure, in whatever copy of it.
  ///
  /// @param procedure the procedure
  /// @param labels its labels
  /// @return whether its next step begins there; never where there is no sysmon
  public Bool sysmonAt(String procedure, String... labels) {
    String[] full = labelsOf(GoRuntime.SYSMON, procedure, Set.of(labels)::contains);
    return full.length == 0
        ? Bool.FALSE
        : new Sym<String>(new Term.Read(specification.counter(GoRuntime.SYSMON))).in(full);
  }

  private Bool stands(Id<M> thread, String procedure, Predicate<String> labels) {
    Term counter =
        new Term.Select(new Term.Read(specification.counter(GoRuntime.THREADS)), thread.term());
    return new Sym<String>(counter).in(labelsOf(GoRuntime.THREADS, procedure, labels));
  }

  private String[] labelsOf(String process, String procedure, Predicate<String> labels) {
    List<String> full = new ArrayList<>();
    for (Rule rule : specification.rules()) {
      boolean here =
          rule.process().equals(process)
              && rule.address().procedure().equals(procedure)
              && labels.test(rule.address().label());
      if (here && !full.contains(rule.label())) {
        full.add(rule.label());
      }
    }
    return full.toArray(String[]::new);
  }

  /// How many processes have a truth-valued local set; 0 for a local that the specification lost.
  ///
  /// @param local its procedure and name, such as `Startm.spinning`
  /// @return the number of threads, and sysmon, in which it holds
  public Int count(String local) {
    Int sum = Int.of(0);
    Optional<Var> threads = find(GoRuntime.THREADS + "." + local);
    if (threads.isPresent()) {
      Term array = new Term.Read(threads.get());
      sum = sum.plus(M.IDS.count(m -> new Bool(new Term.Select(array, m.term()))));
    }
    Optional<Var> sysmon = find(GoRuntime.SYSMON + "." + local);
    if (sysmon.isPresent()) {
      Bool set = new Bool(new Term.Read(sysmon.get()));
      sum = sum.plus(set.choose(Int.range(0, 1), Int.of(1), Int.of(0)));
    }
    return sum;
  }

  private Optional<Var> find(String name) {
    return specification.variables().stream().filter(v -> v.name().equals(name)).findFirst();
  }

  /// A claim about a run that has not ended: a throw leaves its step half done.
  ///
  /// @param claim what holds while it runs
  /// @return the claim, true of every ended run
  public Bool whileRunning(Bool claim) {
    return ending().is(Specification.RUNNING).implies(claim);
  }

  /// Whether a P is in a local variable of a thread, or of sysmon where there is no thread.
  ///
  /// @param thread whose local
  /// @param local its procedure and name, such as `Handoffp.p`
  /// @param q the P
  /// @return whether the local names it; false for a local that the specification does not have
  public Bool inLocal(Opt<M> thread, String local, Id<P> q) {
    Bool ofThread =
        find(GoRuntime.THREADS + "." + local)
            .map(v -> thread.isSomeAnd(m -> names(new Term.Select(new Term.Read(v), m.term()), q)))
            .orElse(Bool.FALSE);
    Bool ofSysmon =
        find(GoRuntime.SYSMON + "." + local)
            .map(v -> thread.isNil().and(names(new Term.Read(v), q)))
            .orElse(Bool.FALSE);
    return ofThread.or(ofSysmon);
  }

  /// How many threads, and sysmon, have a goroutine in a list.
  ///
  /// @param local the procedure and name of a set, such as `Injectglist.glist`
  /// @param gp the goroutine
  /// @return in how many it is; 0 for a local that the specification does not have
  public Int listing(String local, Id<G> gp) {
    Int sum = Int.of(0);
    Optional<Var> threads = find(GoRuntime.THREADS + "." + local);
    if (threads.isPresent()) {
      Term array = new Term.Read(threads.get());
      sum = sum.plus(M.IDS.count(m -> new IdSet<G>(new Term.Select(array, m.term())).has(gp)));
    }
    Optional<Var> sysmon = find(GoRuntime.SYSMON + "." + local);
    if (sysmon.isPresent()) {
      Bool listed = new IdSet<G>(new Term.Read(sysmon.get())).has(gp);
      sum = sum.plus(listed.choose(Int.range(0, 1), Int.of(1), Int.of(0)));
    }
    return sum;
  }

  /// A claim about a state of rest, where extensions are on: a rest in which somebody waits for a
  /// thread that this world cannot create is the bounded world's and not Go's.
  ///
  /// @param claim what should hold at rest
  /// @return the claim, true also while somebody stands where a thread is taken or created
  public Bool unlessThreadsLack(Bool claim) {
    if (!state.isExtended()) {
      return claim;
    }
    Bool thread = M.IDS.exists(m -> at(m, "Startm", "mget").or(at(m, "Newm", "mcommoninit")));
    return Bool.any(claim, thread, sysmonAt("Startm", "mget"), sysmonAt("Newm", "mcommoninit"));
  }

  /// A claim that a goroutine needs nobody, where scanners are modelled: one that waits on its
  /// thread for their sake does.
  ///
  /// @param gp the goroutine
  /// @param claim what holds of it at rest
  /// @return the claim, false of such a one
  public Bool rests(Id<G> gp, Bool claim) {
    return state.has(Feature.SCAN_BIT) ? claim.and(state.g.waitsOnThread(gp).not()) : claim;
  }

  private static Bool names(Term local, Id<P> q) {
    return local.sort() instanceof Sort.SetOf
        ? new IdSet<P>(local).has(q)
        : new Opt<P>(local).is(q);
  }

  /// The citation of a claim about the runtime.
  ///
  /// @param step the step or rule of the fact sheet
  /// @param function the function of runtime/proc.go that states or needs it, by its name in 1.10.8
  /// @return a citation for the release, whatever the function is called there
  public Citation cite(String step, String function) {
    return cite(step, "runtime/proc.go", function);
  }

  /// The citation of a claim about the runtime.
  ///
  /// @param step the step or rule of the fact sheet
  /// @param file the file below `src/`, by its name in 1.10.8
  /// @param function the function in that file, by its name in 1.10.8
  /// @return a citation for the release, whatever the function is called there
  public Citation cite(String step, String file, String function) {
    Release release = state.release();
    return new Citation(
        step, List.of(release.name()), Renamed.in(release, file), Renamed.in(release, function));
  }
}
