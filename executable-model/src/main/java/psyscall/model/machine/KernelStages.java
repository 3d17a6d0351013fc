package psyscall.model.machine;

import java.util.List;
import psyscall.model.machine.TraceLine.Mode;
import psyscall.model.machine.TraceLine.Stage;
import psyscall.spec.expr.Word;
import psyscall.spec.kernel.Dispatcher;
import psyscall.spec.kernel.Frame;
import psyscall.spec.kernel.RoundTrip;
import psyscall.spec.kernel.table.SystemCalls;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Register;
import psyscall.spec.semantics.Meaning;

/// The kernel's stages of one call, as lines of a trace.
final class KernelStages {
  private final List<TraceLine> lines;
  private final Meaning machine;
  private final Dispatcher dispatcher = KernelRound.dispatcher();

  KernelStages(List<TraceLine> lines, Meaning machine) {
    this.lines = lines;
    this.machine = machine;
  }

  /// Adds the lines of a call.
  ///
  /// @return the user's state at the next instruction
  ConcreteState serve(Placed syscall, ConcreteState before, long result) {
    KernelRound round = new KernelRound(machine, syscall, before);
    RoundTrip.Trip trip = round.served(result);
    ConcreteState arrived = before.valuesOf(trip.arrived());
    Frame frame = trip.frame();
    add(
        Stage.TRAP_HANDLER,
        "saves the user's registers",
        List.of(
            "ip=" + number(frame.ip()),
            "flags=" + number(frame.flags()),
            "sp=" + number(frame.sp()),
            "orig_ax=" + number(frame.originalAx()),
            "ax=-38"));
    long asked = KernelRound.value(Dispatcher.number(frame.originalAx()));
    boolean isService = KernelRound.holds(dispatcher.isService(frame.originalAx()));
    add(
        Stage.TABLE,
        isService ? "finds service " + named((int) asked) : "has no service " + (int) asked,
        List.of());
    if (isService) {
      add(Stage.SERVICE, "returns", List.of("ax=" + number(frame.get(Register.RAX))));
    }
    boolean fast = KernelRound.isFast(frame);
    ConcreteState back = round.back(trip, frame);
    add(
        Stage.TRAP_HANDLER,
        fast ? "restores; the frame allows SYSRET" : "restores; the frame needs IRET",
        List.of());
    lines.add(
        new TraceLine(
            Stage.TRAP_HANDLER,
            Mode.KERNEL,
            fast ? "SYSRETQ" : "IRETQ",
            Changes.between(arrived, back)));
    return back;
  }

  /// The name of a call that Go's runtime makes in some release; of others there is none here.
  private static String named(int number) {
    String name =
        SystemCalls.all().stream()
            .filter(call -> call.number() == number)
            .findFirst()
            .map(call -> ", " + call.name())
            .orElse("");
    return number + name;
  }

  private void add(Stage stage, String text, List<String> changes) {
    lines.add(new TraceLine(stage, Mode.KERNEL, text, changes));
  }

  private static String number(Word word) {
    return Changes.number(KernelRound.value(word));
  }
}
