package psyscall.checker.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import psyscall.model.behavior.Scalar;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.analysis.Constant;
import psyscall.spec.analysis.Path;
import psyscall.spec.analysis.SymbolicPaths;
import psyscall.spec.process.Domain;
import psyscall.spec.process.StepKind;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;

/// A way through a rule with an answer to each of its choices.
///
/// @param title the rule and the answers, for a reader
/// @param kind who is responsible for it
/// @param path the way, without choices
record Way(String title, StepKind kind, Path path) {
  private static final int VALUES_MAX = 256;

  /// All ways through the rules of a process.
  ///
  /// @return by label, in the order of the text and of the answers
  static Map<String, List<Way>> of(Specification specification, String process, World world) {
    Map<String, List<Way>> ways = new LinkedHashMap<>();
    specification
        .rulesByLabel(process)
        .forEach(
            (label, rules) -> {
              List<Way> here = new ArrayList<>();
              rules.forEach(rule -> add(rule, specification, world, here));
              ways.put(label, here);
            });
    return ways;
  }

  private static void add(Rule rule, Specification specification, World world, List<Way> ways) {
    for (Path path : SymbolicPaths.of(rule, specification)) {
      List<List<Term>> answers = List.of(List.of());
      for (Constant constant : path.choices()) {
        answers = extended(answers, candidates(constant, world));
      }
      for (List<Term> each : answers) {
        Path way = path.instance(Optional.empty(), each);
        ways.add(new Way(title(rule, path, each), rule.kind(), way));
      }
    }
  }

  private static List<List<Term>> extended(List<List<Term>> all, List<Term> last) {
    List<List<Term>> longer = new ArrayList<>();
    for (List<Term> answers : all) {
      for (Term answer : last) {
        List<Term> more = new ArrayList<>(answers);
        more.add(answer);
        longer.add(more);
      }
    }
    return longer;
  }

  private static String title(Rule rule, Path path, List<Term> answers) {
    List<String> words = new ArrayList<>(List.of(rule.name()));
    for (int at = 0; at < answers.size(); at++) {
      words.add(path.choices().get(at).choice().name() + " = " + text(answers.get(at)));
    }
    return String.join(", ", words);
  }

  private static String text(Term answer) {
    return switch (answer) {
      case Term.Literal literal -> {
        Value value = Scalar.of(literal.value());
        yield value.format(literal.sort());
      }
      case CollectionTerm.Singleton one -> "{" + text(one.id()) + "}";
      case CollectionTerm.Combine both ->
          (text(both.left()) + text(both.right())).replace("}{", ", ");
      case Term _ -> "{}";
    };
  }

  /// More than the candidates, perhaps: the path's condition sorts them out.
  private static List<Term> candidates(Constant constant, World world) {
    return switch (constant.domain()) {
      case Domain.ElementOf _ -> values(constant.choice().sort(), world);
      case Domain.SubsetOf _ -> subsets((Sort.SetOf) constant.choice().sort(), world);
      case Domain.OneOf(List<Term> values) ->
          values.stream().allMatch(Term.Literal.class::isInstance)
              ? values.stream().distinct().toList()
              : values(constant.choice().sort(), world);
    };
  }

  private static List<Term> values(Sort sort, World world) {
    return switch (sort) {
      case Sort.Truth _ -> literals(sort, 0, 1);
      case Sort.Enumeration names -> literals(sort, 0, names.values().size() - 1L);
      case Sort.Range range -> literals(sort, range.low(), range.high());
      case Sort.Individual ids -> literals(sort, 0, world.size(ids) - 1L);
      case Sort.Optional optional -> literals(sort, -1, world.size(optional.of()) - 1L);
      case Sort.SetOf set -> subsets(set, world);
      case Sort.Queue _, Sort.Bits _, Sort.Memory _, Sort.ArrayOf _, Sort.Struct _ ->
          throw new Unexportable("choice without a list of its answers: sort=" + sort);
    };
  }

  private static List<Term> literals(Sort sort, long from, long to) {
    if (to - from >= VALUES_MAX) {
      throw new Unexportable(
          "too many answers to a choice: answers=" + (to - from + 1) + ", limit=" + VALUES_MAX);
    }
    return LongStream.rangeClosed(from, to)
        .<Term>mapToObj(value -> new Term.Literal(sort, value))
        .toList();
  }

  private static List<Term> subsets(Sort.SetOf sort, World world) {
    int size = world.size(sort.of());
    if (1L << size > VALUES_MAX) {
      throw new Unexportable("too many subsets: ids=" + size + ", limit=" + VALUES_MAX);
    }
    return IntStream.range(0, 1 << size).mapToObj(mask -> subset(sort, mask, size)).toList();
  }

  private static Term subset(Sort.SetOf sort, int mask, int size) {
    return IntStream.range(0, size)
        .filter(id -> (mask >> id & 1) == 1)
        .<Term>mapToObj(id -> new CollectionTerm.Singleton(new Term.Literal(sort.of(), id)))
        .reduce(
            (left, right) ->
                new CollectionTerm.Combine(CollectionTerm.Combine.Operator.UNION, left, right))
        .orElseGet(() -> new Term.Empty(sort));
  }
}
