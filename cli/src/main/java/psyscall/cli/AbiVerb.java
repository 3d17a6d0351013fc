package psyscall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import psyscall.cli.session.Session;

/// `abi`: the register level of a system call. What is done is a word of its own below it.
@Command(
    name = "abi",
    description = "Looks at system calls register by register.",
    synopsisSubcommandLabel = "<what>",
    commandListHeading = "what:%n",
    footer = {
      "examples:",
      "  psyscall abi trace Syscall --rax=-4095",
      "'psyscall abi <what> --help' tells options, examples and exit codes"
    })
final class AbiVerb implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// Makes the verb.
  ///
  /// @param session where it writes
  AbiVerb(Session session) {
    this.session = session;
  }

  /// Without a word the help is all there is to say.
  @Override
  public void run() {
    spec.commandLine().usage(session.out());
  }
}
