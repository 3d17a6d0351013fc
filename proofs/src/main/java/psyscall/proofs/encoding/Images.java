package psyscall.proofs.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;
import psyscall.spec.term.Sort;

/// What is done with images whatever their terms: equality, choice, and a place's own bounds.
public final class Images {
  private final Universe universe;

  /// For one world.
  ///
  /// @param universe the world
  public Images(Universe universe) {
    this.universe = universe;
  }

  /// Whether two images are of the same value.
  ///
  /// @param left one
  /// @param right the other, of a sort that fits
  /// @return the formula
  public Truth same(Image left, Image right) {
    return switch (left) {
      case Image.Flag(Truth truth) -> truth.same(right.truth());
      case Image.Code(Word word) -> word.same(right.word());
      case Image.Numeral number -> {
        Image.Numeral other = (Image.Numeral) right;
        int width = Math.max(number.word().width(), other.word().width());
        yield wide(number, width).same(wide(other, width));
      }
      case Image.Members(List<Truth> has) -> {
        List<Truth> others = ((Image.Members) right).has();
        List<Truth> all = new ArrayList<>();
        for (int at = 0; at < has.size(); at++) {
          all.add(has.get(at).same(others.get(at)));
        }
        yield universe.smt().all(all);
      }
      case Image.Line line -> {
        int room = Math.max(line.slots().size(), ((Image.Line) right).slots().size());
        Image.Line a = padded(line, room);
        Image.Line b = padded((Image.Line) right, room);
        List<Truth> all = new ArrayList<>();
        all.add(a.length().same(b.length()));
        for (int at = 0; at < room; at++) {
          all.add(a.slots().get(at).same(b.slots().get(at)));
        }
        yield universe.smt().all(all);
      }
      case Image.Cells cells -> cells.bytes().same(((Image.Cells) right).bytes());
      case Image.Row row -> allSame(row.entries(), ((Image.Row) right).entries());
      case Image.Fields fields -> allSame(fields.parts(), ((Image.Fields) right).parts());
    };
  }

  private Truth allSame(List<Image> left, List<Image> right) {
    List<Truth> all = new ArrayList<>();
    for (int at = 0; at < left.size(); at++) {
      all.add(same(left.get(at), right.get(at)));
    }
    return universe.smt().all(all);
  }

  /// One of two images.
  ///
  /// @param condition which: the first if it holds
  /// @param then the first
  /// @param otherwise the second, of a sort that fits
  /// @return the image
  @SuppressWarnings("ReferenceEquality") // Most choices are of one and the same image.
  public Image choose(Truth condition, Image then, Image otherwise) {
    if (condition.isConstant(true) || then == otherwise) {
      return then;
    }
    if (condition.isConstant(false)) {
      return otherwise;
    }
    return switch (then) {
      case Image.Flag(Truth truth) -> new Image.Flag(condition.choose(truth, otherwise.truth()));
      case Image.Code(Word word) -> new Image.Code(condition.choose(word, otherwise.word()));
      case Image.Numeral number -> {
        Image.Numeral other = (Image.Numeral) otherwise;
        long low = Math.min(number.low(), other.low());
        long high = Math.max(number.high(), other.high());
        int width = Universe.bitsFor(low, high);
        yield new Image.Numeral(
            condition.choose(wide(number, width), wide(other, width)), low, high);
      }
      case Image.Members(List<Truth> has) ->
          new Image.Members(
              zip(has, ((Image.Members) otherwise).has(), (a, b) -> condition.choose(a, b)));
      case Image.Line line -> {
        int room = Math.max(line.slots().size(), ((Image.Line) otherwise).slots().size());
        Image.Line a = padded(line, room);
        Image.Line b = padded((Image.Line) otherwise, room);
        yield new Image.Line(
            zip(a.slots(), b.slots(), (x, y) -> condition.choose(x, y)),
            condition.choose(a.length(), b.length()));
      }
      case Image.Cells cells ->
          new Image.Cells(condition.choose(cells.bytes(), ((Image.Cells) otherwise).bytes()));
      case Image.Row row ->
          new Image.Row(
              zip(
                  row.entries(),
                  ((Image.Row) otherwise).entries(),
                  (a, b) -> choose(condition, a, b)));
      case Image.Fields fields ->
          new Image.Fields(
              zip(
                  fields.parts(),
                  ((Image.Fields) otherwise).parts(),
                  (a, b) -> choose(condition, a, b)));
    };
  }

  private static <T> List<T> zip(List<T> left, List<T> right, BinaryOperator<T> f) {
    List<T> result = new ArrayList<>();
    for (int at = 0; at < left.size(); at++) {
      result.add(f.apply(left.get(at), right.get(at)));
    }
    return result;
  }

  /// A number's word with at least as many bits.
  static Word wide(Image.Numeral number, int width) {
    return number.word().extend(width, Word.Order.SIGNED);
  }

  /// A queue with room for more.
  Image.Line padded(Image.Line line, int room) {
    List<Word> slots = new ArrayList<>(line.slots());
    while (slots.size() < room) {
      slots.add(universe.smt().word(0, slots.getFirst().width()));
    }
    int width = Universe.bitsFor(room);
    return new Image.Line(slots, line.length().extend(width, Word.Order.UNSIGNED));
  }

  /// The image that a variable of a sort holds once a value is stored in it that is within its
  /// bounds.
  ///
  /// @param image the value, of a sort that fits
  /// @param sort the variable's sort
  /// @return the same value as [Universe#unknown] would make it
  public Image stored(Image image, Sort sort) {
    return switch (sort) {
      case Sort.Range range -> {
        Image.Numeral number = (Image.Numeral) image;
        int width = Universe.bitsFor(range.low(), range.high());
        Word word =
            number.word().width() < width ? wide(number, width) : number.word().extract(0, width);
        yield new Image.Numeral(word, range.low(), range.high());
      }
      case Sort.Queue queue -> {
        Image.Line line = (Image.Line) image;
        int width = Universe.bitsFor(queue.capacity());
        Image.Line roomy = padded(line, Math.max(line.slots().size(), queue.capacity()));
        yield new Image.Line(
            roomy.slots().subList(0, queue.capacity()), roomy.length().extract(0, width));
      }
      case Sort.ArrayOf array ->
          new Image.Row(
              ((Image.Row) image)
                  .entries().stream().map(entry -> stored(entry, array.element())).toList());
      case Sort.Struct struct -> {
        List<Image> parts = new ArrayList<>();
        for (int at = 0; at < struct.fields().size(); at++) {
          parts.add(stored(((Image.Fields) image).parts().get(at), struct.fields().get(at).sort()));
        }
        yield new Image.Fields(parts);
      }
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Bits _,
          Sort.Memory _ ->
          image;
    };
  }
}
