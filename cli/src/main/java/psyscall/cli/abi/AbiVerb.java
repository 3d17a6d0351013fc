package psyscall.cli.abi;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import psyscall.cli.input.Names;
import psyscall.cli.session.ExitCode;
import psyscall.cli.session.Session;
import psyscall.cli.session.UnreadableInput;
import psyscall.cli.session.WrongUsage;
import psyscall.proofs.contract.ContractKind;
import psyscall.proofs.obligation.Prover;
import psyscall.proofs.obligation.QuestionTexts;
import psyscall.proofs.smt.Smt;

/// `abi`: the register level of a system call. What is done is a word of its own below it; with
/// files, their routines are held against contracts.
@Command(
    name = "abi",
    description = {
      "Looks at system calls register by register.",
      "With files (Go assembly, ELF programs or libraries) it proves or refutes a contract for",
      "each routine that contains SYSCALL."
    },
    synopsisSubcommandLabel = "<what>",
    commandListHeading = "what:%n",
    footer = {
      "examples:",
      "  psyscall abi trace Syscall --rax=-4095",
      "  psyscall abi src/runtime/sys_linux_amd64.s libc.so.6",
      "  psyscall abi --table go1.10/src/syscall/asm_linux_amd64.s go1.19/src/syscall/asm_*.s",
      "exit codes: 0 all proved, 2 usage, 12 one refuted, 16 one not decided or not read,",
      "  150 unreadable file; 'psyscall abi <what> --help' tells those of <what>"
    })
public final class AbiVerb implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "<file>",
      arity = "0..*",
      description = "Go assembly, or an ELF program or library")
  private @Nullable List<String> files;

  @Option(
      names = "--contract",
      paramLabel = "<name>",
      description = "go-stub, c-syscall or bare (default: by each routine's name)")
  private @Nullable String contract;

  @Option(names = "--routine", paramLabel = "<name>", description = "judge this routine only")
  private @Nullable String routine;

  @Option(
      names = "--max-time",
      paramLabel = "<time>",
      description = "of each question to the solver (default: 30s)")
  private String maxTime = "30s";

  @Option(names = "--table", description = "print routines by release of Go, or by file")
  private boolean table;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  /// Makes the verb.
  ///
  /// @param session where it writes
  public AbiVerb(Session session) {
    this.session = session;
  }

  /// Without a word and without a file the help is all there is to say.
  @Override
  public Integer call() {
    if (files == null) {
      spec.commandLine().usage(session.out());
      return ExitCode.HOLDS.code();
    }
    Optional<ContractKind> asked = Optional.ofNullable(contract).map(AbiVerb::contract);
    Prover prover = SolverOptions.prover(session, maxTime, QuestionTexts.NONE);
    ContractForm form = form();
    if (form != ContractForm.DOCUMENT) {
      session.say("psyscall %s, %s".formatted(session.version(), Smt.version()));
    }
    ContractReport report = new ContractReport(session, form);
    for (String file : files) {
      report.judge(CodeFile.read(path(file)), Optional.ofNullable(routine), asked, prover);
    }
    return report.conclude().code();
  }

  private ContractForm form() {
    if (table && json) {
      throw new WrongUsage("a table or a document: given=[--table, --json]; leave one out");
    }
    if (json) {
      return ContractForm.DOCUMENT;
    }
    return table ? ContractForm.TABLE : ContractForm.LINES;
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException _) {
      throw new UnreadableInput("not a path: file=" + file);
    }
  }

  private static ContractKind contract(String name) {
    List<String> all = Arrays.stream(ContractKind.values()).map(ContractKind::word).toList();
    return ContractKind.named(name)
        .orElseThrow(() -> Names.unknown("contract", name, all, "choices=" + all));
  }
}
