package psyscall.proofs.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import psyscall.proofs.smt.Model;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;
import psyscall.spec.term.Sort;

/// Images as people read them, with the values that a solver found.
public final class StateText {
  private final Universe universe;
  private final Model model;

  /// For one model.
  ///
  /// @param universe the world
  /// @param model the values of the unknowns
  public StateText(Universe universe, Model model) {
    this.universe = universe;
    this.model = model;
  }

  /// The variables of a state that do not have the value that variables start with.
  ///
  /// @param state the state
  /// @return such as `p.status=[Psyscall, Pidle]`, in the order of their declaration
  public List<String> of(SymbolicState state) {
    List<String> lines = new ArrayList<>();
    state
        .images()
        .forEach(
            (variable, image) -> {
              String text = of(image, variable.sort());
              if (!text.equals(of(universe.initial(variable.sort()), variable.sort()))) {
                lines.add(variable.name() + "=" + text);
              }
            });
    return List.copyOf(lines);
  }

  /// A value.
  ///
  /// @param image its image
  /// @param sort its sort
  /// @return its text, on one line
  public String of(Image image, Sort sort) {
    return switch (sort) {
      case Sort.Truth _ -> Boolean.toString(model.holds(image.truth()));
      case Sort.Enumeration s -> s.values().get((int) model.bits(image.word()));
      case Sort.Range _ -> Long.toString(signed(image.word()));
      case Sort.Individual s -> s.name() + model.bits(image.word());
      case Sort.Optional s -> id(image.word(), s.of());
      case Sort.Bits _ -> "0x" + Long.toHexString(model.bits(image.word()));
      case Sort.SetOf s -> set(((Image.Members) image).has(), s.of());
      case Sort.Queue s -> queue((Image.Line) image, s.of());
      case Sort.Memory _ -> "memory";
      case Sort.ArrayOf s ->
          ((Image.Row) image)
              .entries().stream()
                  .map(entry -> of(entry, s.element()))
                  .collect(Collectors.joining(", ", "[", "]"));
      case Sort.Struct s -> {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < s.fields().size(); at++) {
          parts.add(of(((Image.Fields) image).parts().get(at), s.fields().get(at).sort()));
        }
        yield String.join(" ", parts);
      }
    };
  }

  private long signed(Word word) {
    int above = Long.SIZE - word.width();
    return model.bits(word) << above >> above;
  }

  private String id(Word word, Sort.Individual sort) {
    long value = model.bits(word);
    return value >= universe.size(sort) ? "nil" : sort.name() + value;
  }

  private String set(List<Truth> has, Sort.Individual sort) {
    List<String> ids = new ArrayList<>();
    for (int at = 0; at < has.size(); at++) {
      if (model.holds(has.get(at))) {
        ids.add(sort.name() + at);
      }
    }
    return "{" + String.join(", ", ids) + "}";
  }

  private String queue(Image.Line line, Sort.Individual sort) {
    List<String> ids = new ArrayList<>();
    long length = model.bits(line.length());
    for (int at = 0; at < length; at++) {
      ids.add(sort.name() + model.bits(line.slots().get(at)));
    }
    return ids.toString();
  }
}
