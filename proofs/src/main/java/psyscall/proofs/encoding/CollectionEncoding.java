package psyscall.proofs.encoding;

import java.util.ArrayList;
import java.util.List;
import psyscall.proofs.smt.Smt;
import psyscall.proofs.smt.Truth;
import psyscall.proofs.smt.Word;
import psyscall.spec.term.Check;
import psyscall.spec.term.CollectionTerm;
import psyscall.spec.term.Sort;

/// The fold of the terms about sets and queues of ids.
final class CollectionEncoding {
  private final Universe universe;
  private final Smt smt;
  private final TermEncoding terms;

  CollectionEncoding(Universe universe, TermEncoding terms) {
    this.universe = universe;
    this.smt = universe.smt();
    this.terms = terms;
  }

  Image of(CollectionTerm term, Frame frame) {
    return switch (term) {
      case CollectionTerm.Member t -> {
        List<Truth> has = ((Image.Members) terms.of(t.set(), frame)).has();
        yield new Image.Flag(member(terms.word(t.id(), frame), has));
      }
      case CollectionTerm.Combine t -> combine(t, frame);
      case CollectionTerm.Singleton t -> {
        Word id = terms.word(t.id(), frame);
        Sort.Individual sort = Check.individual(t.id());
        List<Truth> has = new ArrayList<>();
        for (int at = 0; at < universe.size(sort); at++) {
          has.add(id.same(smt.word(at, id.width())));
        }
        yield new Image.Members(has);
      }
      case CollectionTerm.Where t ->
          new Image.Members(
              terms.instances(t.bound(), frame, inside -> terms.truth(t.condition(), inside)));
      case CollectionTerm.Size t -> size(terms.of(t.collection(), frame));
      case CollectionTerm.Append t ->
          append((Image.Line) terms.of(t.queue(), frame), terms.word(t.id(), frame));
      case CollectionTerm.First t -> {
        Image.Line line = (Image.Line) terms.of(t.queue(), frame);
        Word first = line.slots().getFirst();
        Word nil = smt.word(universe.size(Check.queue(t.queue()).of()), first.width());
        yield new Image.Code(isEmpty(line).choose(nil, first));
      }
      case CollectionTerm.Rest t -> rest((Image.Line) terms.of(t.queue(), frame));
      case CollectionTerm.Elements t ->
          elements((Image.Line) terms.of(t.queue(), frame), Check.queue(t.queue()).of());
    };
  }

  private Truth member(Word id, List<Truth> has) {
    List<Truth> any = new ArrayList<>();
    for (int at = 0; at < has.size(); at++) {
      any.add(id.same(smt.word(at, id.width())).and(has.get(at)));
    }
    return smt.any(any);
  }

  private Image combine(CollectionTerm.Combine term, Frame frame) {
    List<Truth> left = ((Image.Members) terms.of(term.left(), frame)).has();
    List<Truth> right = ((Image.Members) terms.of(term.right(), frame)).has();
    List<Truth> has = new ArrayList<>();
    for (int at = 0; at < left.size(); at++) {
      Truth a = left.get(at);
      Truth b = right.get(at);
      has.add(
          switch (term.operator()) {
            case UNION -> a.or(b);
            case INTERSECTION -> a.and(b);
            case DIFFERENCE -> a.and(b.not());
          });
    }
    return new Image.Members(has);
  }

  private Image size(Image collection) {
    if (collection instanceof Image.Line line) {
      int most = line.slots().size();
      Word length = line.length().extend(line.length().width() + 1, Word.Order.UNSIGNED);
      return new Image.Numeral(length.extract(0, Universe.bitsFor(0, most)), 0, most);
    }
    Image.Numeral sum = universe.number(0);
    for (Truth one : ((Image.Members) collection).has()) {
      Word bit = one.choose(smt.word(1, 2), smt.word(0, 2));
      sum = terms.sum(sum, new Image.Numeral(bit, 0, 1));
    }
    return sum;
  }

  private Truth isEmpty(Image.Line line) {
    return line.length().same(smt.word(0, line.length().width()));
  }

  private Image append(Image.Line line, Word id) {
    int room = line.slots().size() + 1;
    Image.Line roomy = new Images(universe).padded(line, room);
    List<Word> slots = new ArrayList<>();
    for (int at = 0; at < room; at++) {
      Truth here = roomy.length().same(smt.word(at, roomy.length().width()));
      slots.add(here.choose(id, roomy.slots().get(at)));
    }
    Word one = smt.word(1, roomy.length().width());
    return new Image.Line(slots, roomy.length().apply(Word.Operator.ADD, one));
  }

  private Image rest(Image.Line line) {
    List<Word> slots = new ArrayList<>(line.slots().subList(1, line.slots().size()));
    slots.add(smt.word(0, line.slots().getFirst().width()));
    Word one = smt.word(1, line.length().width());
    Word shorter = line.length().apply(Word.Operator.SUBTRACT, one);
    return new Image.Line(slots, isEmpty(line).choose(line.length(), shorter));
  }

  private Image elements(Image.Line line, Sort.Individual sort) {
    List<Truth> has = new ArrayList<>();
    for (int id = 0; id < universe.size(sort); id++) {
      List<Truth> any = new ArrayList<>();
      for (int at = 0; at < line.slots().size(); at++) {
        Word slot = line.slots().get(at);
        Truth used = smt.word(at, line.length().width()).less(line.length(), Word.Order.UNSIGNED);
        any.add(used.and(slot.same(smt.word(id, slot.width()))));
      }
      has.add(smt.any(any));
    }
    return new Image.Members(has);
  }
}
