package psyscall.model.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import psyscall.model.emit.Ids;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;
import psyscall.model.layout.Slot;

/// Where each actor's locals are kept at each label, looked up once for all its rules.
final class Frames {
  private final Layout layout;
  private final Map<Where, List<Placed>> placed = new HashMap<>();
  private final Map<Who, long[]> bits = new HashMap<>();

  /// An actor.
  ///
  /// @param process its process
  /// @param self which individual, −1 for a single process
  record Who(String process, int self) {}

  private record Where(Who who, String label) {}

  /// A part of a local of an actor.
  ///
  /// @param leaf which
  /// @param ids of whom, the actor first if it is an individual
  record Element(Leaf leaf, List<Integer> ids) {}

  /// A part of a local with its place.
  ///
  /// @param element the part
  /// @param slot where it is
  record Placed(Element element, Slot slot) {}

  Frames(Layout layout) {
    this.layout = layout;
  }

  /// What a label has room for.
  List<Placed> at(Who who, String label) {
    return placed.computeIfAbsent(new Where(who, label), this::look);
  }

  private List<Placed> look(Where where) {
    Who who = where.who();
    List<Placed> found = new ArrayList<>();
    for (Leaf leaf : layout.occupied(who.process(), where.label())) {
      for (Element element : elements(who, leaf)) {
        int[] at = element.ids().stream().mapToInt(Integer::intValue).toArray();
        layout
            .localSlot(who.process(), who.self(), where.label(), leaf, at)
            .ifPresent(slot -> found.add(new Placed(element, slot)));
      }
    }
    return List.copyOf(found);
  }

  /// The parts of a local that belong to an actor.
  List<Element> elements(Who who, Leaf leaf) {
    List<Element> mine = new ArrayList<>();
    for (List<Integer> all : Ids.all(leaf, layout.world())) {
      if (who.self() < 0 || all.getFirst() == who.self()) {
        mine.add(new Element(leaf, all));
      }
    }
    return mine;
  }

  /// For each word the bits of an actor's locals, at whatever label.
  long[] bits(Who who) {
    return bits.computeIfAbsent(who, this::allBits).clone();
  }

  private long[] allBits(Who who) {
    long[] all = new long[layout.words()];
    for (String label : layout.specification().labels(who.process()).values()) {
      for (Placed local : at(who, label)) {
        all[local.slot().word()] |= local.slot().mask() << local.slot().shift();
      }
    }
    return all;
  }
}
