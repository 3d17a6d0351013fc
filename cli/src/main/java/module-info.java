import org.jspecify.annotations.NullMarked;

/// The command line.
@NullMarked
module psyscall.cli {
  requires psyscall.reports;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;

  opens psyscall.cli to
      info.picocli;
  opens psyscall.cli.abi to
      info.picocli;
  opens psyscall.cli.futex to
      info.picocli;
}
