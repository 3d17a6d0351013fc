package psyscall.model.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import psyscall.model.behavior.World;
import psyscall.spec.term.NumberBounds;
import psyscall.spec.term.Sort;

/// The way from a value to one of its scalar parts, outermost step first.
///
/// @param steps entries of arrays and fields of records
public record Path(List<Step> steps) {
  /// The value itself.
  public static final Path HERE = new Path(List.of());

  /// One step inwards.
  public sealed interface Step {}

  /// To an entry of an array.
  public record Entry(Index index) implements Step {}

  /// To a field of a record.
  public record Part(int position) implements Step {}

  public Path {
    steps = List.copyOf(steps);
  }

  /// The same way, begun one step further out.
  public Path after(Step outer) {
    List<Step> longer = new ArrayList<>();
    longer.add(outer);
    longer.addAll(steps);
    return new Path(longer);
  }

  /// The way and one step further in.
  public Path then(Step inner) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(inner);
    return new Path(longer);
  }

  /// The first step.
  public Step first() {
    return steps.getFirst();
  }

  /// The way behind the first step.
  public Path rest() {
    return new Path(steps.subList(1, steps.size()));
  }

  /// The position of the field that the first step leads to.
  public int field() {
    return switch (first()) {
      case Part part -> part.position();
      case Entry _ -> throw new IllegalStateException("entry where a field is: path=" + this);
    };
  }

  /// The individual whose entry the first step leads to.
  public Index index() {
    return switch (first()) {
      case Entry entry -> entry.index();
      case Part _ -> throw new IllegalStateException("field where an entry is: path=" + this);
    };
  }

  /// The fields on the way.
  public List<Integer> fields() {
    return steps.stream()
        .flatMap(s -> s instanceof Part part ? Stream.of(part.position()) : Stream.empty())
        .toList();
  }

  /// The way without individuals.
  ///
  /// @return positions of fields, and [NumberBounds#ENTRY]
  public List<Integer> positions() {
    return steps.stream()
        .map(s -> s instanceof Part part ? part.position() : NumberBounds.ENTRY)
        .toList();
  }

  /// The individuals on the way.
  public List<Index> indexes() {
    return steps.stream()
        .flatMap(s -> s instanceof Entry entry ? Stream.of(entry.index()) : Stream.empty())
        .toList();
  }

  /// The ways to all scalar parts of a sort, from the left.
  public static List<Path> all(Sort sort, World world) {
    return switch (sort) {
      case Sort.ArrayOf array ->
          IntStream.range(0, world.size(array.index()))
              .mapToObj(id -> new Entry(new Index.Known(id)))
              .flatMap(step -> all(array.element(), world).stream().map(p -> p.after(step)))
              .toList();
      case Sort.Struct struct ->
          IntStream.range(0, struct.fields().size())
              .boxed()
              .flatMap(
                  at ->
                      all(struct.fields().get(at).sort(), world).stream()
                          .map(p -> p.after(new Part(at))))
              .toList();
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Queue _,
          Sort.Bits _,
          Sort.Memory _ ->
          List.of(HERE);
    };
  }

  /// The sort of the part that a way leads to.
  public static Sort sortAt(Sort sort, Path path) {
    if (path.steps().isEmpty()) {
      return sort;
    }
    return switch (sort) {
      case Sort.ArrayOf array -> sortAt(array.element(), path.rest());
      case Sort.Struct struct -> sortAt(struct.fields().get(path.field()).sort(), path.rest());
      case Sort.Truth _,
          Sort.Enumeration _,
          Sort.Range _,
          Sort.Individual _,
          Sort.Optional _,
          Sort.SetOf _,
          Sort.Queue _,
          Sort.Bits _,
          Sort.Memory _ ->
          throw new IllegalStateException("sort without parts: sort=" + sort + ", path=" + path);
    };
  }
}
