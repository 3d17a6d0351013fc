package psyscall.cli.futex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import psyscall.cli.input.Counts;
import psyscall.cli.input.Names;
import psyscall.cli.output.Json;
import psyscall.cli.session.Session;
import psyscall.cli.session.WrongUsage;
import psyscall.cli.workload.WorkloadFile;
import psyscall.model.schedule.RoundRobin;
import psyscall.model.schedule.Scheduler;
import psyscall.model.schedule.SeededRandom;
import psyscall.model.workload.Workload.Preemption;
import psyscall.spec.release.Release;

/// `run futex-table`: waits on a futex, computed, beside what real releases of Go did.
@Command(
    name = "futex-table",
    hidden = true,
    description = {
      "Computes the article's futex experiment, beside what real releases of Go did.",
      "A cell is made of words: waits=<1..60> wait=<time> call=raw|syscall kind=futex|nanosleep",
      "change=<time> wake=<time> word=<held>; measured are those of the article, and more."
    },
    footer = {
      "examples:",
      "  psyscall run futex-table --procs=1",
      "  psyscall run futex-table --cell=waits=6,wait=5ms --procs=2",
      "exit codes: 0 all that was measured agrees, 2 usage, 10 nothing was measured, 15 a cell",
      "  differs, 130 interrupted, 153 the system failed, 255 a mistake of psyscall"
    })
public final class FutexTableVerb implements Callable<Integer> {
  private static final int SEEDS_MAX = 10_000;
  private static final String PROCS = "number of Ps";

  private final Session session;

  @Option(names = "--all", description = "with the cells that the article does not have")
  private boolean isAll;

  @Option(
      names = "--cell",
      paramLabel = "<words>",
      description = "this cell instead: words joined by commas, such as waits=3,wait=300ms")
  private @Nullable String cell;

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: all)")
  private @Nullable String release;

  @Option(
      names = "--procs",
      paramLabel = "<n,…>",
      description = "GOMAXPROCS, 1 to 64 (default: all of the table; 1,2,4 for a cell)")
  private @Nullable String procs;

  @Option(
      names = "--preemption",
      paramLabel = "<how>",
      description = "signals, or prologues as with asyncpreemptoff=1 (default: both)")
  private @Nullable String preemption;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "draws what is left open (default: in turn, the first of what can be chosen)")
  private @Nullable String seed;

  @Option(
      names = "--seeds",
      paramLabel = "<n>",
      description = "tell too what comes with each of n seeds, 0 to 10000 (default: 0)")
  private String seeds = "0";

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  public FutexTableVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    FutexTable table = table();
    if (json) {
      session.out().print(Json.text(FutexTableDocument.of(session.version(), table)));
    } else {
      table.lines().forEach(session::say);
    }
    return table.exit().code();
  }

  private FutexTable table() {
    int count = Counts.one("seeds", seeds, "number of seeds", 0, SEEDS_MAX);
    Optional<Integer> drawn =
        Optional.ofNullable(seed).map(n -> Counts.one("seed", n, "seed", 0, Integer.MAX_VALUE));
    List<Measured> files =
        isAll || cell != null
            ? List.of(Measured.article(), Measured.further())
            : List.of(Measured.article());
    List<Measurement> wanted = wanted(files);
    List<FutexTable.Row> rows = new ArrayList<>();
    for (Measurement each : wanted) {
      if (session.interruption().isRequested()) {
        break;
      }
      Experiment experiment = each.experiment();
      Scheduler scheduler = drawn.<Scheduler>map(SeededRandom::new).orElseGet(RoundRobin::new);
      Optional<Measurement> measured = Optional.of(each).filter(one -> !one.runs().isEmpty());
      Cell made = new Cell(experiment, Computed.of(experiment, scheduler), measured);
      Stability stability = Stability.of(experiment, count, session.interruption()::isRequested);
      if (stability.seeds() == count) {
        rows.add(new FutexTable.Row(made, stability));
      }
    }
    List<String> sources = files.stream().map(Measured::source).toList();
    String scheduler = drawn.map(n -> "--seed=" + n).orElse("in turn");
    return new FutexTable(sources, scheduler, rows, wanted.size());
  }

  /// The cells that are asked for; one that nobody measured has no runs.
  private List<Measurement> wanted(List<Measured> files) {
    String words = cell;
    if (words != null) {
      return made(WaitsReader.read(words), files);
    }
    List<Measurement> all = files.stream().flatMap(file -> file.cells().stream()).toList();
    List<Measurement> left = all.stream().filter(each -> isWanted(each.experiment())).toList();
    if (left.isEmpty()) {
      throw new WrongUsage("no such cell in the table: cells=0; name it with --cell");
    }
    return left;
  }

  private boolean isWanted(Experiment experiment) {
    return releases().contains(experiment.release())
        && preemptions().contains(experiment.preemption())
        && processors().map(ps -> ps.contains(experiment.processors())).orElse(true);
  }

  private List<Measurement> made(Waits waits, List<Measured> files) {
    List<Measurement> made = new ArrayList<>();
    for (int ps : processors().orElse(List.of(1, 2, 4))) {
      for (Preemption how : preemptions()) {
        for (Release each : releases()) {
          Experiment experiment = new Experiment(waits, ps, how, each);
          List<Measurement> found =
              files.stream().flatMap(file -> file.of(experiment).stream()).toList();
          made.addAll(found.isEmpty() ? List.of(new Measurement(experiment, List.of())) : found);
        }
      }
    }
    return made;
  }

  private List<Release> releases() {
    return Optional.ofNullable(release)
        .map(all -> Stream.of(all.split(",", -1)).map(Names::release).distinct().toList())
        .orElseGet(Release::all);
  }

  private Optional<List<Integer>> processors() {
    return Optional.ofNullable(procs)
        .map(text -> Counts.list("procs", text, PROCS, 1, WorkloadFile.INDIVIDUALS_MAX));
  }

  private List<Preemption> preemptions() {
    return switch (preemption) {
      case null -> List.of(Preemption.values());
      case "signals" -> List.of(Preemption.ASYNCHRONOUS);
      case "prologues" -> List.of(Preemption.COOPERATIVE);
      case String word ->
          throw Names.unknown(
              "preemption", word, List.of("signals", "prologues"), "give signals or prologues");
    };
  }
}
