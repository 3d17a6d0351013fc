package psyscall.proofs.encoding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;
import psyscall.spec.term.Sort;

/// A fixed finite world: how many individuals there are, and images of each sort in it.
///
/// @param smt makes the formulas
/// @param sizes the number of individuals of each id sort, at least 1
public record Universe(Smt smt, Map<Sort.Individual, Integer> sizes) {
  /// Copies the sizes.
  public Universe {
    sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
  }

  /// How many individuals a sort has.
  ///
  /// @param sort an id sort
  /// @return its size
  /// @throws IllegalArgumentException if the world lacks it
  public int size(Sort.Individual sort) {
    Integer size = sizes.get(sort);
    if (size == null) {
      throw new IllegalArgumentException("id sort without a size: sort=" + sort.name());
    }
    return size;
  }

  /// How wide an id of a sort is; nil has room beside the ids.
  int width(Sort.Individual sort) {
    return bitsFor(size(sort));
  }

  /// The bits that the numbers 0 to `most` take.
  static int bitsFor(long most) {
    return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(most));
  }

  /// The bits that a two's complement between two bounds takes.
  static int bitsFor(long low, long high) {
    int above = Long.SIZE - Long.numberOfLeadingZeros(Math.max(high, 0));
    int below = Long.SIZE - Long.numberOfLeadingZeros(low < 0 ? ~low : 0);
    return Math.min(Long.SIZE, Math.max(above, below) + 1);
  }

  /// An individual.
  ///
  /// @param sort its sort
  /// @param index which
  /// @return its image
  public Image.Code individual(Sort.Individual sort, long index) {
    return new Image.Code(smt.word(index, width(sort)));
  }

  /// A number.
  ///
  /// @param value which
  /// @return its image
  Image.Numeral number(long value) {
    return new Image.Numeral(smt.word(value, bitsFor(value, value)), value, value);
  }

  /// A scalar constant, as [psyscall.spec.term.Term.Literal] writes it.
  ///
  /// @param sort its sort
  /// @param value the number behind it
  /// @return its image
  public Image literal(Sort sort, long value) {
    return switch (sort) {
      case Sort.Truth _ -> new Image.Flag(smt.truth(value != 0));
      case Sort.Enumeration s -> code(value, bitsFor(s.values().size() - 1L));
      case Sort.Range _ -> number(value);
      case Sort.Individual s -> individual(s, value);
      case Sort.Optional s -> individual(s.of(), value < 0 ? size(s.of()) : value);
      case Sort.Bits s -> code(value, s.width());
      case Sort.SetOf _, Sort.Queue _, Sort.Memory _, Sort.ArrayOf _, Sort.Struct _ ->
          throw new IllegalArgumentException("no scalar: sort=" + sort);
    };
  }

  private Image.Code code(long value, int width) {
    return new Image.Code(smt.word(value, width));
  }

  /// The value that a variable has before it is assigned: false, the first value of an enumeration,
  /// the number of least magnitude, individual 0, nil, empty, zero.
  ///
  /// @param sort the sort
  /// @return the image of its default
  public Image initial(Sort sort) {
    return switch (sort) {
      case Sort.Truth _, Sort.Enumeration _, Sort.Individual _, Sort.Bits _ -> literal(sort, 0);
      case Sort.Range s -> literal(s, Math.max(s.low(), Math.min(0, s.high())));
      case Sort.Optional _ -> literal(sort, -1);
      case Sort.SetOf s -> new Image.Members(Collections.nCopies(size(s.of()), smt.truth(false)));
      case Sort.Queue s ->
          new Image.Line(
              Collections.nCopies(s.capacity(), smt.word(0, width(s.of()))),
              smt.word(0, bitsFor(s.capacity())));
      case Sort.Memory _ -> new Image.Cells(smt.zero());
      case Sort.ArrayOf s ->
          new Image.Row(Collections.nCopies(size(s.index()), initial(s.element())));
      case Sort.Struct s ->
          new Image.Fields(s.fields().stream().map(field -> initial(field.sort())).toList());
    };
  }

  /// Unknowns for a value.
  ///
  /// @param name the beginning of their names
  /// @param sort the sort of the value
  /// @return its image; [#admissible] says which values of the unknowns mean something
  public Image unknown(String name, Sort sort) {
    return switch (sort) {
      case Sort.Truth _ -> new Image.Flag(smt.truth(name));
      case Sort.Enumeration s -> code(name, bitsFor(s.values().size() - 1L));
      case Sort.Range s ->
          new Image.Numeral(smt.word(name, bitsFor(s.low(), s.high())), s.low(), s.high());
      case Sort.Individual s -> code(name, width(s));
      case Sort.Optional s -> code(name, width(s.of()));
      case Sort.Bits s -> code(name, s.width());
      case Sort.SetOf s -> {
        List<Truth> has = new ArrayList<>();
        for (int at = 0; at < size(s.of()); at++) {
          has.add(smt.truth(name + "." + at));
        }
        yield new Image.Members(has);
      }
      case Sort.Queue s -> {
        List<Word> slots = new ArrayList<>();
        for (int at = 0; at < s.capacity(); at++) {
          slots.add(smt.word(name + "." + at, width(s.of())));
        }
        yield new Image.Line(slots, smt.word(name + ".length", bitsFor(s.capacity())));
      }
      case Sort.Memory _ -> new Image.Cells(smt.bytes(name));
      case Sort.ArrayOf s -> {
        List<Image> entries = new ArrayList<>();
        for (int at = 0; at < size(s.index()); at++) {
          entries.add(unknown(name + "." + at, s.element()));
        }
        yield new Image.Row(entries);
      }
      case Sort.Struct s ->
          new Image.Fields(
              s.fields().stream()
                  .map(field -> unknown(name + "." + field.name(), field.sort()))
                  .toList());
    };
  }

  private Image.Code code(String name, int width) {
    return new Image.Code(smt.word(name, width));
  }

  /// Whether an image of unknowns is that of a value.
  ///
  /// @param image as [#unknown] made it
  /// @param sort the sort of the value
  /// @return the formula
  public Truth admissible(Image image, Sort sort) {
    return switch (sort) {
      case Sort.Truth _, Sort.Bits _, Sort.Memory _, Sort.SetOf _ -> smt.truth(true);
      case Sort.Enumeration s -> atMost(image.word(), s.values().size() - 1L);
      case Sort.Individual s -> atMost(image.word(), size(s) - 1L);
      case Sort.Optional s -> atMost(image.word(), size(s.of()));
      case Sort.Range s -> within(image.word(), s);
      case Sort.Queue s -> isQueue((Image.Line) image, s);
      case Sort.ArrayOf s -> {
        List<Image> entries = ((Image.Row) image).entries();
        yield smt.all(entries.stream().map(entry -> admissible(entry, s.element())).toList());
      }
      case Sort.Struct s -> {
        List<Image> parts = ((Image.Fields) image).parts();
        List<Truth> all = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
          all.add(admissible(parts.get(at), s.fields().get(at).sort()));
        }
        yield smt.all(all);
      }
    };
  }

  private Truth atMost(Word word, long most) {
    long greatest = word.width() == Long.SIZE ? -1 : (1L << word.width()) - 1;
    return most == greatest
        ? smt.truth(true)
        : smt.word(most, word.width()).less(word, Word.Order.UNSIGNED).not();
  }

  private Truth within(Word word, Sort.Range range) {
    Word low = smt.word(range.low(), word.width());
    Word high = smt.word(range.high(), word.width());
    return word.less(low, Word.Order.SIGNED).or(high.less(word, Word.Order.SIGNED)).not();
  }

  private Truth isQueue(Image.Line line, Sort.Queue sort) {
    List<Truth> all = new ArrayList<>();
    all.add(atMost(line.length(), sort.capacity()));
    for (int at = 0; at < line.slots().size(); at++) {
      Word slot = line.slots().get(at);
      Truth used = smt.word(at, line.length().width()).less(line.length(), Word.Order.UNSIGNED);
      all.add(
          used.choose(atMost(slot, size(sort.of()) - 1L), slot.same(smt.word(0, slot.width()))));
    }
    return smt.all(all);
  }
}
