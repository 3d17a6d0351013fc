package psyscall.proofs.encoding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Memory;
import psyscall.model.behavior.Queue;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Struct;
import psyscall.model.behavior.Value;
import psyscall.proofs.smt.Bytes;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Values of the interpreter as images.
public final class ValueImages {
  private final Universe universe;

  /// For one world.
  public ValueImages(Universe universe) {
    this.universe = universe;
  }

  /// A state as a state of constants.
  public SymbolicState of(State state) {
    Map<Var, Image> images = new LinkedHashMap<>();
    for (Var variable : state.schema().variables()) {
      Image image = of(state.value(variable), variable.sort());
      images.put(variable, new Images(universe).stored(image, variable.sort()));
    }
    return new SymbolicState(images);
  }

  /// A value.
  public Image of(Value value, Sort sort) {
    return switch (sort) {
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.Bits _ ->
          universe.literal(sort, value.scalar());
      case Sort.SetOf s -> {
        List<Truth> has = new ArrayList<>();
        for (int at = 0; at < universe.size(s.of()); at++) {
          has.add(universe.smt().truth(((IdSet) value).contains(at)));
        }
        yield new Image.Members(has);
      }
      case Sort.Queue s -> {
        Queue queue = (Queue) value;
        List<Word> slots = new ArrayList<>();
        for (int at = 0; at < queue.size(); at++) {
          slots.add(universe.individual(s.of(), queue.at(at)).word());
        }
        while (slots.size() < s.capacity()) {
          slots.add(universe.individual(s.of(), 0).word());
        }
        int width = Universe.bitsFor(slots.size());
        yield new Image.Line(slots, universe.smt().word(queue.size(), width));
      }
      case Sort.Memory _ -> {
        Bytes bytes = universe.smt().zero();
        for (Memory.Cell cell : ((Memory) value).cells()) {
          Word at = universe.smt().word(cell.address(), 64);
          bytes = bytes.store(at, universe.smt().word(cell.value(), 8));
        }
        yield new Image.Cells(bytes);
      }
      case Sort.ArrayOf s -> {
        List<Image> entries = new ArrayList<>();
        for (Value element : ((Array) value).elements()) {
          entries.add(of(element, s.element()));
        }
        yield new Image.Row(entries);
      }
      case Sort.Struct s -> {
        List<Image> parts = new ArrayList<>();
        for (int at = 0; at < s.fields().size(); at++) {
          parts.add(of(((Struct) value).fields().get(at), s.fields().get(at).sort()));
        }
        yield new Image.Fields(parts);
      }
    };
  }
}
