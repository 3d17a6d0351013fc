package psyscall.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import psyscall.cli.abi.AbiLiveVerb;
import psyscall.cli.abi.AbiMutantsVerb;
import psyscall.cli.abi.AbiProveVerb;
import psyscall.cli.abi.AbiTraceVerb;
import psyscall.cli.abi.AbiVerb;
import psyscall.cli.futex.FutexTableVerb;
import psyscall.cli.mistake.Failures;
import psyscall.cli.mistake.ParseMistakes;
import psyscall.cli.session.Session;

/// The root command: names the verbs.
@Command(
    name = "psyscall",
    description = "Checks a formal, executable model of how Go's scheduler makes system calls.",
    synopsisSubcommandLabel = "<verb>",
    commandListHeading = "verbs:%n",
    versionProvider = Version.class,
    footer = {
      "examples:",
      "  psyscall check                  what holds, and a bug that Go really had; half a minute",
      "  psyscall explain ExitSyscallFast",
      "'psyscall <verb> --help' tells options, examples and exit codes"
    })
final class Root implements Runnable {
  /// No wider than a terminal of 100 columns.
  private static final int WIDTH = 98;

  private final Session session;

  private Root(Session session) {
    this.session = session;
  }

  /// The command line with all its verbs.
  ///
  /// @param session where it writes
  /// @return a fresh command line, used once
  static CommandLine commandLine(Session session) {
    CommandLine line = new CommandLine(new Root(session));
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("show the version")
                .build());
    Stream.of(
            new CheckVerb(session),
            new SimulateVerb(session),
            run(session),
            new ReplayVerb(session),
            new ConformVerb(session),
            new ListVerb(session),
            new ExplainVerb(session),
            new DiffVerb(session),
            new ProveVerb(session),
            new ExportVerb(session),
            new AllowedVerb(session),
            new RecordVerb(session),
            abi(session))
        .forEach(line::addSubcommand);
    line.getCommandSpec().addOption(help());
    line.getSubcommands().values().forEach(verb -> verb.getCommandSpec().addOption(help()));
    line.setOut(session.out());
    line.setErr(session.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setUsageHelpWidth(WIDTH);
    line.setUsageHelpLongOptionsMaxWidth(30);
    line.setParameterExceptionHandler(
        (mistake, args) -> Failures.report(ParseMistakes.of(mistake), List.of(args), session));
    line.setExecutionExceptionHandler(
        (exception, _, parsed) -> Failures.report(exception, parsed.originalArgs(), session));
    return line;
  }

  private static CommandLine run(Session session) {
    CommandLine run = new CommandLine(new RunVerb(session));
    run.addSubcommand(new FutexTableVerb(session));
    run.getCommandSpec().usageMessage().synopsisSubcommandLabel("| futex-table");
    run.getSubcommands().values().forEach(word -> word.getCommandSpec().addOption(help()));
    return run;
  }

  private static CommandLine abi(Session session) {
    CommandLine abi = new CommandLine(new AbiVerb(session));
    abi.addSubcommand(new AbiTraceVerb(session));
    abi.addSubcommand(new AbiLiveVerb(session));
    abi.addSubcommand(new AbiProveVerb(session));
    abi.addSubcommand(new AbiMutantsVerb(session));
    abi.getSubcommands().values().forEach(word -> word.getCommandSpec().addOption(help()));
    return abi;
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build();
  }

  /// Without a verb the help is all there is to say.
  @Override
  public void run() {
    commandLine(session).usage(session.out());
  }
}
