package psyscall.proofs.encoding;

import java.util.HashMap;
import java.util.Map;
import psyscall.spec.process.Block;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Specification;
import psyscall.spec.term.Bound;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;

/// The initial assignments, executed on images: one after the other, without choices.
final class Start {
  private final TermEncoding terms;
  private final Images images;
  private final Specification specification;
  private final Map<Bound, Image> names = new HashMap<>();

  Start(TermEncoding terms, Images images, Specification specification) {
    this.terms = terms;
    this.images = images;
    this.specification = specification;
  }

  SymbolicState from(SymbolicState defaults) {
    return run(specification.initial(), defaults);
  }

  private Frame frame(SymbolicState state) {
    Frame frame = Frame.of(state);
    for (Map.Entry<Bound, Image> name : names.entrySet()) {
      frame = frame.with(name.getKey(), name.getValue());
    }
    return frame;
  }

  private SymbolicState run(Block block, SymbolicState start) {
    SymbolicState state = start;
    for (Line line : block.lines()) {
      state = run(line.statement(), state);
    }
    return state;
  }

  private SymbolicState run(Statement statement, SymbolicState state) {
    return switch (statement) {
      case Statement.Assign s -> {
        Image value = terms.of(s.value(), frame(state));
        yield store(s.place(), images.stored(value, s.place().sort()), frame(state), state);
      }
      case Statement.Bulk s -> bulk(s, state);
      case Statement.Let s -> {
        names.put(s.bound(), terms.of(s.value(), frame(state)));
        yield state;
      }
      case Statement.If s -> {
        boolean holds = terms.truth(s.condition(), frame(state)).isConstant(true);
        yield run(holds ? s.then() : s.otherwise(), state);
      }
      case Statement.Emit _, Statement.Say _ -> state;
      case Statement.IfSome _,
          Statement.Require _,
          Statement.Either _,
          Statement.Pick _,
          Statement.Await _,
          Statement.Assert _,
          Statement.Halt _,
          Statement.Goto _,
          Statement.Become _,
          Statement.Call _,
          Statement.Return _,
          Statement.Section _ ->
          throw new IllegalArgumentException("initial statement: statement=" + statement);
    };
  }

  private SymbolicState bulk(Statement.Bulk bulk, SymbolicState before) {
    Frame frame = frame(before);
    SymbolicState state = before;
    for (Frame each : terms.instances(bulk.bound(), frame, inside -> inside)) {
      if (terms.truth(bulk.where(), each).isConstant(true)) {
        Image value = images.stored(terms.of(bulk.value(), each), bulk.place().sort());
        state = store(bulk.place(), value, each, state);
      }
    }
    return state;
  }

  /// Stores in a place whose indices are read in a frame.
  private SymbolicState store(Term place, Image value, Frame frame, SymbolicState state) {
    return switch (place) {
      case Term.Read read -> {
        Map<Var, Image> change = Map.of(read.variable(), value);
        yield state.with(change);
      }
      case Term.Select select -> {
        Image.Row row = (Image.Row) terms.of(select.array(), in(state, frame));
        int index = (int) terms.word(select.index(), frame).constant().orElseThrow();
        yield store(select.array(), row.with(index, value), frame, state);
      }
      case Term.FieldOf field -> {
        Image.Fields struct = (Image.Fields) terms.of(field.struct(), in(state, frame));
        int position = ((Sort.Struct) field.struct().sort()).position(field.field());
        yield store(field.struct(), struct.with(position, value), frame, state);
      }
      case Term other ->
          throw new IllegalArgumentException("not a place that can be stored to: term=" + other);
    };
  }

  private static Frame in(SymbolicState state, Frame frame) {
    return new Frame(state, frame.names(), frame.self(), frame.taken());
  }
}
