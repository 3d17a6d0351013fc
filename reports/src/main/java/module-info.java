import org.jspecify.annotations.NullMarked;

/// Turns verdicts and traces into texts, pages and file formats.
@NullMarked
module psyscall.reports {
  requires transitive psyscall.proofs;
  requires com.fasterxml.jackson.databind;

  exports psyscall.reports.automaton;
  exports psyscall.reports.formats;
  exports psyscall.reports.goroot;
  exports psyscall.reports.timeline;
}
