package psyscall.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import psyscall.model.workload.KernelCall;
import psyscall.model.workload.Operation;
import psyscall.model.workload.Operation.Way;
import psyscall.model.workload.Workload;
import psyscall.model.workload.Workload.GoroutineText;
import psyscall.model.workload.Workload.Origin;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// Compiled rules run random programs as interpreted ones do.
class EnginesAgreeProperties {
  private static final RunLimits LIMITS = new RunLimits(50_000_000, 150);

  @Provide
  Arbitrary<Operation> operations() {
    return Arbitraries.of(
        new Operation.Compute(300),
        new Operation.Compute(15_000_000),
        new Operation.Yield(),
        new Operation.Park(),
        new Operation.Ready(),
        new Operation.Print(),
        new Operation.Call(Way.SYSCALL, new KernelCall.Service(1_000)),
        new Operation.Call(
            Way.RAW_SYSCALL, new KernelCall.FutexWait("w", 0, OptionalLong.of(12_000_000))),
        new Operation.Call(Way.BLOCK, new KernelCall.Nanosleep(40_000)));
  }

  @Provide
  Arbitrary<Workload> workloads() {
    Arbitrary<List<List<Operation>>> texts =
        operations().list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.of(Release.all()), Arbitraries.integers().between(1, 2), texts)
        .as(EnginesAgreeProperties::workload);
  }

  private static Workload workload(Release release, int ps, List<List<Operation>> texts) {
    List<Operation> spawns = new ArrayList<>();
    List<GoroutineText> created = new ArrayList<>();
    for (List<Operation> text : texts) {
      spawns.add(new Operation.Spawn());
      created.add(new GoroutineText(text, Origin.SPAWNED));
    }
    List<GoroutineText> all = new ArrayList<>(List.of(new GoroutineText(spawns, Origin.INITIAL)));
    all.addAll(created);
    return new Workload(
        "random", "anything", release, ps, Preemption.ASYNCHRONOUS, new TreeMap<>(), all);
  }

  @Property(tries = 4)
  void runsAreAlike(@ForAll("workloads") Workload workload) {
    EnginesAgreeTest.assertAgree(workload, 1, LIMITS);
  }
}
