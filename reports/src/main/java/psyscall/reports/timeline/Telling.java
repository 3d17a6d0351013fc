package psyscall.reports.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Value;
import psyscall.model.behavior.World;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// States and their differences in words: `M1.curg = G2`.
final class Telling {
  private static final int VALUE_COLUMNS = 200;

  private final Specification specification;
  private final World world;
  private final Look look;

  /// One value that can be told, such as `curg` of `M1`; the owner is empty for a lone variable.
  private record Part(String owner, String member, Sort sort, Value value, boolean usual) {
    String name() {
      return owner.isEmpty() ? member : owner + "." + member;
    }
  }

  Telling(Specification specification, World world, Look look) {
    this.specification = specification;
    this.world = world;
    this.look = look;
  }

  /// What is different in the second state, in the order of the variables.
  List<String> changes(State before, State after) {
    List<String> changes = new ArrayList<>();
    for (int at = 0; at < specification.variables().size(); at++) {
      Var variable = specification.variables().get(at);
      if (isTold(variable) && !before.value(at).equals(after.value(at))) {
        List<Part> old = parts(variable, before.value(at));
        List<Part> now = parts(variable, after.value(at));
        for (int part = 0; part < now.size(); part++) {
          if (!now.get(part).value().equals(old.get(part).value())) {
            changes.add(now.get(part).name() + " = " + text(now.get(part)));
          }
        }
      }
    }
    return changes;
  }

  /// What there is to say about a state: per owner, what is not as in a state where nothing
  /// happened.
  SequencedMap<String, List<String>> situation(State state) {
    SequencedMap<String, List<String>> owners = new LinkedHashMap<>();
    for (int at = 0; at < specification.variables().size(); at++) {
      Var variable = specification.variables().get(at);
      if (isTold(variable)) {
        for (Part part : parts(variable, state.value(at))) {
          if (!part.usual()) {
            owners
                .computeIfAbsent(part.owner(), _ -> new ArrayList<>())
                .add(part.member() + " = " + text(part));
          }
        }
      }
    }
    return inOrder(owners);
  }

  /// Individuals first, by sort and index as declared; then the rest.
  private SequencedMap<String, List<String>> inOrder(Map<String, List<String>> owners) {
    SequencedMap<String, List<String>> ordered = new LinkedHashMap<>();
    world
        .sizes()
        .forEach(
            (sort, size) -> {
              for (int index = 0; index < size; index++) {
                String owner = sort.name() + index;
                if (owners.containsKey(owner)) {
                  ordered.put(owner, owners.get(owner));
                }
              }
            });
    owners.forEach(ordered::putIfAbsent);
    return ordered;
  }

  private boolean isTold(Var variable) {
    return switch (variable.role()) {
      case FIELD, POLLED -> true;
      case LOCAL, POLLED_LOCAL, GHOST -> look.detail() == Detail.EVERYTHING;
      case COUNTER, POLLED_COUNTER -> false; // the headings tell where each actor is
      case ENDING -> false; // told by the step that ends the run
    };
  }

  private List<Part> parts(Var variable, Value value) {
    if (variable.sort() instanceof Sort.ArrayOf(Sort.Individual index, Sort element)) {
      Array array = (Array) value;
      String member = member(variable.name(), index);
      Value usual = Value.defaultOf(element, world);
      List<Part> parts = new ArrayList<>();
      for (int at = 0; at < array.size(); at++) {
        Value one = array.at(at);
        parts.add(new Part(index.name() + at, member, element, one, usual(element, one, usual)));
      }
      return parts;
    }
    int dot = variable.name().indexOf('.');
    String owner = dot < 0 ? "" : variable.name().substring(0, dot);
    String member = variable.name().substring(dot + 1);
    Value usual = Value.defaultOf(variable.sort(), world);
    return List.of(
        new Part(owner, member, variable.sort(), value, usual(variable.sort(), value, usual)));
  }

  /// A status is always told: its first value says something too.
  private static boolean usual(Sort sort, Value value, Value usual) {
    return !(sort instanceof Sort.Enumeration) && value.equals(usual);
  }

  /// `status` of `p.status` over P; the whole name if it does not begin with the sort's.
  private static String member(String variable, Sort.Individual index) {
    String prefix = index.name().toLowerCase(Locale.ROOT) + ".";
    return variable.toLowerCase(Locale.ROOT).startsWith(prefix)
        ? variable.substring(prefix.length())
        : variable;
  }

  private String text(Part part) {
    return look.glyphs().fit(part.value().format(part.sort()), VALUE_COLUMNS);
  }
}
