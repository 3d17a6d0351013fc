import org.jspecify.annotations.NullMarked;

/// The embedded language and the specifications written in it.
@NullMarked
module psyscall.spec {
  requires static transitive org.jspecify;

  exports psyscall.spec.analysis;
  exports psyscall.spec.bug;
  exports psyscall.spec.citation;
  exports psyscall.spec.dependence;
  exports psyscall.spec.expr;
  exports psyscall.spec.kernel;
  exports psyscall.spec.kernel.table;
  exports psyscall.spec.lifecycle;
  exports psyscall.spec.machine;
  exports psyscall.spec.mutation;
  exports psyscall.spec.process;
  exports psyscall.spec.property;
  exports psyscall.spec.release;
  exports psyscall.spec.rule;
  exports psyscall.spec.runtime;
  exports psyscall.spec.scenario;
  exports psyscall.spec.semantics;
  exports psyscall.spec.state;
  exports psyscall.spec.stub;
  exports psyscall.spec.term;
  exports psyscall.spec.verdict;
}
