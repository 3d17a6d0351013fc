package psyscall.model.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.model.behavior.World;
import psyscall.model.compile.CompiledSpecification;
import psyscall.model.compile.NextState;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;
import psyscall.model.trampoline.Block;
import psyscall.spec.expr.Bool;
import psyscall.spec.term.Term;

/// A judge made of a semantics: what it claims of each register, of RIP and of each flag, compiled.
///
/// A vector is a packed state as it stands, so nothing is copied. For one thread.
final class MeaningJudge implements Judge {
  /// How many flags are judged by one method: the flags after a return are made of all flags before
  /// it, and a method that the virtual machine compiles has a limit.
  private static final int GROUP = 4;

  private final Map<String, Bool> claims;
  private final NextState grouped;
  private final int groups;

  private MeaningJudge(Map<String, Bool> claims, NextState grouped, int groups) {
    this.claims = claims;
    this.grouped = grouped;
    this.groups = groups;
  }

  /// Compiles claims.
  ///
  /// @param claims by name, of the variables of [VectorTerms]
  /// @return their judge
  static MeaningJudge of(Map<String, Bool> claims) {
    List<Bool> all = List.copyOf(claims.values());
    List<Term> conditions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += GROUP) {
      Bool[] group = all.subList(from, Math.min(all.size(), from + GROUP)).toArray(Bool[]::new);
      conditions.add(Bool.all(group).term());
    }
    Map<String, Bool> ordered = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    return new MeaningJudge(ordered, compiled(conditions), conditions.size());
  }

  private static NextState compiled(List<Term> conditions) {
    Layout layout = Layout.of(VectorTerms.specification(), World.of());
    checkWords(layout);
    return CompiledSpecification.of(layout, conditions, List.of()).nextState();
  }

  private static void checkWords(Layout layout) {
    List<Leaf> leaves = layout.leaves();
    for (int at = 0; at < Block.WORDS; at++) {
      Slot slot = layout.slot(leaves.get(at));
      if (!slot.equals(new Slot(at, 0, Long.SIZE))) {
        throw new IllegalStateException("vector that is no packed state: word=" + at + ", " + slot);
      }
    }
  }

  @Override
  public List<String> claims() {
    return List.copyOf(claims.keySet());
  }

  @Override
  public boolean allows(long[] words, int at) {
    for (int group = 0; group < groups; group++) {
      if (!grouped.holds(group, words, at)) {
        return false;
      }
    }
    return true;
  }

  /// Compiles each claim of its own first: this is asked for once, if at all.
  @Override
  public List<String> broken(long[] words, int at) {
    NextState each = compiled(claims.values().stream().map(Bool::term).toList());
    List<String> broken = new ArrayList<>();
    int number = 0;
    for (String name : claims.keySet()) {
      if (!each.holds(number, words, at)) {
        broken.add(name);
      }
      number++;
    }
    return broken;
  }
}
