package psyscall.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Domain;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;

/// What is compared on random specifications is all of the language.
class RandomSpecificationsTest {
  private static final int SAMPLES = 200;

  @Test
  void everyConstructorOccurs() {
    Set<String> found = new TreeSet<>();
    LongStream.range(0, SAMPLES).forEach(seed -> collect(RandomSpecifications.of(seed), found));

    Set<String> all = new TreeSet<>();
    Stream.of(Statement.class, Term.class, Domain.class, Sort.class)
        .forEach(type -> addLeaves(type, all));
    // What flattening leaves none of.
    all.removeAll(Set.of("Call", "Return", "Become", "Local"));

    assertThat(found).isEqualTo(all).hasSize(70);
  }

  @Test
  void seedDecidesAll() {
    assertThat(RandomSpecifications.of(1).toString()).isEqualTo("specification of seed 1");
    assertThat(RandomSpecifications.of(1).specification().toString())
        .isEqualTo(RandomSpecifications.of(1).specification().toString())
        .isNotEqualTo(RandomSpecifications.of(2).specification().toString());
  }

  private static void addLeaves(Class<?> type, Set<String> to) {
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(inner -> addLeaves(inner, to));
    } else {
      to.add(type.getSimpleName());
    }
  }

  private static void collect(RandomSpecifications.Drawn drawn, Set<String> to) {
    Specification specification = drawn.specification();
    specification.rules().forEach(rule -> collect(rule.body(), to));
    drawn.conditions().forEach(term -> collect(term, to));
    drawn.stepConditions().forEach(term -> collect(term, to));
  }

  private static void collect(Block block, Set<String> to) {
    block.lines().forEach(line -> collect(line.statement(), to));
  }

  private static void collect(Statement statement, Set<String> to) {
    to.add(statement.getClass().getSimpleName());
    if (statement instanceof Statement.Pick pick) {
      to.add(pick.domain().getClass().getSimpleName());
    }
    Blocks.nested(statement).forEach(inner -> collect(inner, to));
    Blocks.mapTerms(
        statement,
        term -> {
          collect(term, to);
          return term;
        });
  }

  private static void collect(Term term, Set<String> to) {
    to.add(term.getClass().getSimpleName());
    to.add(term.sort().getClass().getSimpleName());
    Traversal.parts(term).forEach(part -> collect(part, to));
  }
}
