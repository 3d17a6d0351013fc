package psyscall.proofs.induction;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// What may hold of a process while it stands at some of its labels.
///
/// @param name how it reads
/// @param process whose; empty for a fact about the whole state, which belongs to no label
/// @param condition the claim; about [psyscall.spec.term.Term.Self] in a process over individuals
/// @param reads the variables that it mentions
record Fact(String name, Optional<String> process, Term condition, Set<Var> reads) {

  static Fact of(String name, Optional<String> process, Term condition) {
    Set<Var> reads = new LinkedHashSet<>();
    collect(condition, reads);
    return new Fact(name, process, condition, reads);
  }

  private static void collect(Term term, Set<Var> found) {
    if (term instanceof Term.Read read) {
      found.add(read.variable());
    }
    Traversal.parts(term).forEach(part -> collect(part, found));
  }

  /// Whether it says that the process never stands where the fact is claimed.
  boolean isNever() {
    return condition instanceof Term.Literal literal && literal.value() == 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
