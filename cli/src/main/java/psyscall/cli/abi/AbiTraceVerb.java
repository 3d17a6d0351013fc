package psyscall.cli.abi;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import psyscall.cli.input.Names;
import psyscall.cli.input.Registers;
import psyscall.cli.output.Json;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.spec.release.Release;
import psyscall.spec.stub.Stub;
import psyscall.spec.stub.Stubs;

/// `abi trace`: steps one system call.
@Command(
    name = "trace",
    description = {
      "Steps one system call: program, stub, trap handler, table, service, and back.",
      "Each line is an instruction, or a stage of the kernel, with what it changed."
    },
    footer = {
      "examples:",
      "  psyscall abi trace Syscall",
      "  psyscall abi trace RawSyscall6 --release=1.19.13 --rax=-4094 --rax=-4095",
      "exit codes: 0 traced, 2 usage, 153 the system failed, 255 a mistake of psyscall"
    })
public final class AbiTraceVerb implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "<stub>",
      description = "a stub of Go, with or without its package, such as Syscall")
  private String stub = "";

  @Option(
      names = "--release",
      paramLabel = "<number>",
      description = "of Go: 1.10.8, 1.14.15 or 1.19.13 (default: 1.10.8)")
  private @Nullable String release;

  @Option(
      names = "--rax",
      paramLabel = "<value>",
      description = "what the service returns; may be repeated (default: 0)")
  private @Nullable List<String> rax;

  @Option(
      names = "--number",
      paramLabel = "<n>",
      description = "the call's number, where the stub is given one (default: 39, getpid)")
  private @Nullable String number;

  @Option(
      names = "--vdso",
      paramLabel = "<name>",
      description = "present or absent, for gettimeofday (default: present)")
  private @Nullable String vdso;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  public AbiTraceVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Release of = release == null ? Release.GO_1_10_8 : Names.release(release);
    Stub found =
        Stubs.named(of, stub)
            .orElseThrow(
                () -> {
                  List<String> all = Stubs.of(of).stream().map(s -> s.routine().name()).toList();
                  return Names.unknown("stub", stub, all, "choices=" + all);
                });
    List<Long> results =
        (rax == null ? List.of("0") : rax).stream().map(v -> Registers.value("rax", v)).toList();
    long asked = number == null ? TraceReport.GETPID : Registers.value("number", number);
    TraceReport report = new TraceReport(found, asked, results, Registers.hasVdso(vdso));
    if (json) {
      session.out().print(Json.text(report.document()));
    } else {
      report.lines().forEach(session::say);
    }
    return ExitCode.HOLDS.code();
  }
}
