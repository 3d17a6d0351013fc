import org.jspecify.annotations.NullMarked;

/// Runs what `psyscall.spec` specifies.
@NullMarked
@SuppressWarnings("requires-automatic") // Commons Math 3.6.1 has neither a module nor a name of one
module psyscall.model {
  requires transitive psyscall.spec;
  requires commons.math3;

  exports psyscall.model.assembly;
  exports psyscall.model.behavior;
  exports psyscall.model.compile;
  exports psyscall.model.decode;
  exports psyscall.model.elf;
  exports psyscall.model.engine;
  exports psyscall.model.eventlog;
  exports psyscall.model.interpret;
  exports psyscall.model.kernel;
  exports psyscall.model.layout;
  exports psyscall.model.library;
  exports psyscall.model.linux;
  exports psyscall.model.listen;
  exports psyscall.model.live;
  exports psyscall.model.machine;
  exports psyscall.model.observe;
  exports psyscall.model.packed;
  exports psyscall.model.plan9;
  exports psyscall.model.replay;
  exports psyscall.model.run;
  exports psyscall.model.schedule;
  exports psyscall.model.statistics;
  exports psyscall.model.strace;
  exports psyscall.model.trace1;
  exports psyscall.model.trace2;
  exports psyscall.model.tracewriter;
  exports psyscall.model.trampoline;
  exports psyscall.model.trap;
  exports psyscall.model.watch;
  exports psyscall.model.workload;
}
