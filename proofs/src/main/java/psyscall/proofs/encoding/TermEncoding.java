package psyscall.proofs.encoding;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.WordTerm;

/// The fold: a term as formulas.
///
/// Where a term has no value (nil followed), its image has some value, so a condition that guards
/// it has to be asked for first, as the paths of a rule do.
public final class TermEncoding {
  private final Universe universe;
  private final Images images;
  private final Smt smt;
  private final WordEncoding words;
  private final CollectionEncoding collections;

  /// The images of the terms of one frame, so that a term that occurs twice is looked at once.
  private final IdentityHashMap<Term, Image> remembered = new IdentityHashMap<>();

  private Frame shared = Frame.NOTHING;
  private int depth;

  /// For one world.
  ///
  /// @param universe the world
  public TermEncoding(Universe universe) {
    this.universe = universe;
    this.images = new Images(universe);
    this.smt = universe.smt();
    this.words = new WordEncoding(this);
    this.collections = new CollectionEncoding(universe, this);
  }

  /// A condition as a formula.
  ///
  /// @param condition a term of truth sort
  /// @param frame what it is about
  /// @return whether it holds
  public Truth truth(Term condition, Frame frame) {
    return of(condition, frame).truth();
  }

  Word word(Term term, Frame frame) {
    return of(term, frame).word();
  }

  /// A term as formulas.
  ///
  /// @param term a term after inlining
  /// @param frame what it is about
  /// @return its image
  /// @throws IllegalArgumentException if it speaks of what the frame lacks
  @SuppressWarnings("ReferenceEquality") // What is remembered is of this very frame.
  public Image of(Term term, Frame frame) {
    if (frame != shared) {
      if (depth > 0) {
        return image(term, frame);
      }
      shared = frame;
      remembered.clear();
    }
    Image known = remembered.get(term);
    if (known != null) {
      return known;
    }
    depth++;
    try {
      Image image = image(term, frame);
      remembered.put(term, image);
      return image;
    } finally {
      depth--;
    }
  }

  private Image image(Term term, Frame frame) {
    return switch (term) {
      case Term.Literal t -> universe.literal(t.sort(), t.value());
      case Term.Empty t -> universe.initial(t.sort());
      case Term.Read t -> frame.state().apply(t.variable());
      case Term.Reference t -> reference(t.bound(), frame);
      case Term.Self t -> self(t.sort(), frame);
      case Term.SelfOrNil t -> selfOrNil(t.of(), frame);
      case Term.Select t -> select(t, frame);
      case Term.FieldOf t ->
          ((Image.Fields) of(t.struct(), frame))
              .parts()
              .get(Check.struct(t.struct()).position(t.field()));
      case Term.Not t -> new Image.Flag(truth(t.operand(), frame).not());
      case Term.And t -> new Image.Flag(all(t.operands(), frame));
      case Term.Or t -> new Image.Flag(any(t.operands(), frame));
      case Term.IfElse t -> ifElse(t, frame);
      case Term.Same t -> new Image.Flag(images.same(of(t.left(), frame), of(t.right(), frame)));
      case Term.Arithmetic t -> arithmetic(t, frame);
      case Term.Less t -> new Image.Flag(less(t, frame));
      case Term.Known t -> of(t.id(), frame);
      case Term.The t -> of(t.optional(), frame);
      case Term.Match t -> match(t, frame);
      case Term.ForAll t ->
          new Image.Flag(smt.all(instances(t.bound(), frame, f -> truth(t.condition(), f))));
      case Term.Exists t ->
          new Image.Flag(smt.any(instances(t.bound(), frame, f -> truth(t.condition(), f))));
      case Term.With t -> with(t, frame);
      case Term.Each t -> new Image.Row(instances(t.bound(), frame, f -> of(t.element(), f)));
      case Term.StructOf t ->
          new Image.Fields(t.fields().stream().map(field -> of(field, frame)).toList());
      case Term.WithField t ->
          ((Image.Fields) of(t.struct(), frame))
              .with(Check.struct(t.struct()).position(t.field()), of(t.value(), frame));
      case Term.Next t -> of(t.operand(), frame.next());
      case Term.StepOf t -> new Image.Flag(smt.truth(isStepOf(t, frame)));
      case WordTerm t -> words.of(t, frame);
      case CollectionTerm t -> collections.of(t, frame);
      case Term.Local t ->
          throw new IllegalArgumentException("local before inlining: " + t.variable());
    };
  }

  private static Image reference(Bound bound, Frame frame) {
    Image image = frame.names().get(bound);
    if (image == null) {
      throw new IllegalArgumentException("name out of sight: name=" + bound.name());
    }
    return image;
  }

  private Image self(Sort.Individual sort, Frame frame) {
    return frame
        .self()
        .filter(who -> who.sort().equals(sort))
        .map(who -> universe.individual(sort, who.index()))
        .orElseThrow(
            () -> new IllegalArgumentException("self outside its process: sort=" + sort.name()));
  }

  private Image selfOrNil(Sort.Individual sort, Frame frame) {
    Optional<Frame.Self> who = frame.self().filter(self -> self.sort().equals(sort));
    return universe.literal(
        new Sort.Optional(sort), who.map(self -> (long) self.index()).orElse(-1L));
  }

  private static boolean isStepOf(Term.StepOf term, Frame frame) {
    Frame.Taken taken =
        frame
            .taken()
            .orElseThrow(() -> new IllegalArgumentException("term outside a step property"));
    return term.procedures().contains(taken.rule().address().procedure());
  }

  /// The image of a term for each individual that a name can stand for.
  <T> List<T> instances(Bound bound, Frame frame, java.util.function.Function<Frame, T> f) {
    Sort.Individual sort = Check.individual(bound.sort());
    List<T> all = new ArrayList<>();
    for (int at = 0; at < universe.size(sort); at++) {
      all.add(f.apply(frame.with(bound, universe.individual(sort, at))));
    }
    return all;
  }

  /// A part whose own guard is false is not looked at, as in evaluation from the left.
  private Truth all(List<Term> operands, Frame frame) {
    List<Truth> all = new ArrayList<>();
    for (Term operand : operands) {
      Truth truth = truth(operand, frame);
      if (truth.isConstant(false)) {
        return truth;
      }
      all.add(truth);
    }
    return smt.all(all);
  }

  private Truth any(List<Term> operands, Frame frame) {
    List<Truth> all = new ArrayList<>();
    for (Term operand : operands) {
      Truth truth = truth(operand, frame);
      if (truth.isConstant(true)) {
        return truth;
      }
      all.add(truth);
    }
    return smt.any(all);
  }

  private Image ifElse(Term.IfElse term, Frame frame) {
    Truth condition = truth(term.condition(), frame);
    if (condition.isConstant(true)) {
      return of(term.then(), frame);
    }
    if (condition.isConstant(false)) {
      return of(term.otherwise(), frame);
    }
    return images.choose(condition, of(term.then(), frame), of(term.otherwise(), frame));
  }

  private Image select(Term.Select term, Frame frame) {
    List<Image> entries = ((Image.Row) of(term.array(), frame)).entries();
    Word index = word(term.index(), frame);
    if (index.constant().isPresent() && index.constant().getAsLong() < entries.size()) {
      return entries.get((int) index.constant().getAsLong());
    }
    Image result = entries.getLast();
    for (int at = entries.size() - 2; at >= 0; at--) {
      Truth here = index.same(smt.word(at, index.width()));
      result = images.choose(here, entries.get(at), result);
    }
    return result;
  }

  private Image with(Term.With term, Frame frame) {
    Image.Row row = (Image.Row) of(term.array(), frame);
    Word index = word(term.index(), frame);
    Image element = of(term.element(), frame);
    Image.Row changed = row;
    for (int at = 0; at < row.entries().size(); at++) {
      Truth here = index.same(smt.word(at, index.width()));
      changed = changed.with(at, images.choose(here, element, row.entries().get(at)));
    }
    return changed;
  }

  private Image match(Term.Match term, Frame frame) {
    Word optional = word(term.optional(), frame);
    Sort.Individual of = Check.optional(term.optional()).of();
    Truth nil = optional.same(smt.word(universe.size(of), optional.width()));
    UnaryOperator<Frame> inside = f -> f.with(term.bound(), new Image.Code(optional));
    if (nil.isConstant(true)) {
      return of(term.none(), frame);
    }
    Image some = of(term.some(), inside.apply(frame));
    return nil.isConstant(false) ? some : images.choose(nil, of(term.none(), frame), some);
  }

  private Image.Numeral number(Term term, Frame frame) {
    return (Image.Numeral) of(term, frame);
  }

  private Image arithmetic(Term.Arithmetic term, Frame frame) {
    Image.Numeral a = number(term.left(), frame);
    Image.Numeral b = number(term.right(), frame);
    return switch (term.operator()) {
      case PLUS -> sum(a, b);
      case MINUS ->
          combined(
              Word.Operator.SUBTRACT,
              a,
              b,
              Math.subtractExact(a.low(), b.high()),
              Math.subtractExact(a.high(), b.low()));
      case DIVIDE -> divided(a, b.low());
    };
  }

  Image.Numeral sum(Image.Numeral a, Image.Numeral b) {
    return combined(
        Word.Operator.ADD,
        a,
        b,
        Math.addExact(a.low(), b.low()),
        Math.addExact(a.high(), b.high()));
  }

  private static Image.Numeral combined(
      Word.Operator operator, Image.Numeral a, Image.Numeral b, long low, long high) {
    int result = Universe.bitsFor(low, high);
    int width = Math.max(result, Math.max(a.word().width(), b.word().width()));
    Word word = Images.wide(a, width).apply(operator, Images.wide(b, width));
    return new Image.Numeral(word.extract(0, result), low, high);
  }

  /// Division that rounds down: what is left over is taken away first, so the rest is exact.
  private Image divided(Image.Numeral number, long divisor) {
    long low = Math.floorDiv(number.low(), divisor);
    long high = Math.floorDiv(number.high(), divisor);
    int width =
        Universe.bitsFor(
            Math.min(Math.subtractExact(number.low(), divisor), -divisor),
            Math.max(number.high(), divisor));
    Word wide = Images.wide(number, width);
    Word by = smt.word(divisor, width);
    Word exact = wide.apply(Word.Operator.SUBTRACT, wide.apply(Word.Operator.MODULO_SIGNED, by));
    Word quotient = exact.apply(Word.Operator.DIVIDE_SIGNED, by);
    return new Image.Numeral(quotient.extract(0, Universe.bitsFor(low, high)), low, high);
  }

  private Truth less(Term.Less term, Frame frame) {
    Image.Numeral a = number(term.left(), frame);
    Image.Numeral b = number(term.right(), frame);
    if (term.orEqual() ? a.high() <= b.low() : a.high() < b.low()) {
      return smt.truth(true);
    }
    int width = Math.max(a.word().width(), b.word().width());
    Word left = Images.wide(a, width);
    Word right = Images.wide(b, width);
    return term.orEqual()
        ? right.less(left, Word.Order.SIGNED).not()
        : left.less(right, Word.Order.SIGNED);
  }
}
