package psyscall.spec.rule;

import java.util.Set;
import psyscall.spec.process.Address;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.term.Bound;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.IllFormed;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// Checks that a bound variable is used only where it stands for something.
final class Scoping {
  private Address here;

  private Scoping(Rule rule) {
    this.here = rule.address();
  }

  static void check(Iterable<Rule> rules) {
    for (Rule rule : rules) {
      new Scoping(rule).block(rule.body(), Set.of());
    }
  }

  private void block(Block block, Set<Bound> outer) {
    Set<Bound> scope = outer;
    for (Line line : block.lines()) {
      here = line.address();
      scope = statement(line.statement(), scope);
    }
  }

  /// Checks a statement and gives the scope of what follows it in its block.
  private Set<Bound> statement(Statement statement, Set<Bound> scope) {
    switch (statement) {
      case Statement.Let let -> {
        term(let.value(), scope);
        return with(scope, let.bound());
      }
      case Statement.Require require -> {
        term(require.optional(), scope);
        return with(scope, require.bound());
      }
      case Statement.IfSome some -> {
        term(some.optional(), scope);
        block(some.some(), with(scope, some.bound()));
        block(some.none(), scope);
      }
      case Statement.Pick pick -> {
        domain(pick.domain(), scope);
        block(pick.some(), with(scope, pick.bound()));
        block(pick.none(), scope);
      }
      case Statement.Bulk bulk -> {
        Set<Bound> inner = with(scope, bulk.bound());
        term(bulk.where(), inner);
        term(bulk.place(), inner);
        term(bulk.value(), inner);
      }
      case Statement other -> {
        Blocks.mapTerms(
            other,
            term -> {
              term(term, scope);
              return term;
            });
        Blocks.map(
            other,
            inner -> {
              block(inner, scope);
              return inner;
            });
      }
    }
    return scope;
  }

  private void domain(Domain domain, Set<Bound> scope) {
    switch (domain) {
      case Domain.ElementOf d -> term(d.set(), scope);
      case Domain.SubsetOf d -> term(d.set(), scope);
      case Domain.OneOf d -> d.values().forEach(value -> term(value, scope));
    }
  }

  private void term(Term term, Set<Bound> scope) {
    switch (term) {
      case Term.Reference reference -> {
        if (!scope.contains(reference.bound())) {
          throw new IllFormed(
              "variable out of scope: name="
                  + reference.bound().name()
                  + "; procedure="
                  + here.procedure()
                  + ", label="
                  + here.label());
        }
      }
      case Term.Match match -> {
        term(match.optional(), scope);
        term(match.some(), with(scope, match.bound()));
        term(match.none(), scope);
      }
      case Term.ForAll all -> term(all.condition(), with(scope, all.bound()));
      case Term.Exists some -> term(some.condition(), with(scope, some.bound()));
      case Term.Each each -> term(each.element(), with(scope, each.bound()));
      case CollectionTerm.Where where -> term(where.condition(), with(scope, where.bound()));
      case Term other -> Traversal.parts(other).forEach(part -> term(part, scope));
    }
  }

  private static Set<Bound> with(Set<Bound> scope, Bound bound) {
    Set<Bound> wider = new java.util.HashSet<>(scope);
    wider.add(bound);
    return wider;
  }
}
