package psyscall.model.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import psyscall.model.behavior.World;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// The id sorts and the shared variables of a random specification.
///
/// @param ids the id sorts
/// @param world one to three individuals of each
/// @param sorts every sort that terms may have, those of the variables among them
/// @param variables the shared variables
record Vocabulary(List<Sort.Individual> ids, World world, List<Sort> sorts, List<Var> variables) {
  /// The widths of words: the least, those that memory holds, those at an edge of an int, the most.
  static final List<Integer> WIDTHS = List.of(1, 7, 8, 16, 32, 33, 64);

  private static final List<Sort> NUMBERS =
      List.of(
          new Sort.Range(0, 3),
          new Sort.Range(-5, 5),
          new Sort.Range(-9, -4),
          new Sort.Range(3, 9),
          new Sort.Range(4, 4),
          new Sort.Range(-1, 1L << 40));

  static Vocabulary of(Draw draw) {
    List<Sort.Individual> ids =
        draw.times(1, 3).map(at -> new Sort.Individual(List.of("A", "B", "C").get(at))).toList();
    World world = World.of();
    for (Sort.Individual id : ids) {
      world = world.with(id, draw.between(1, 3));
    }
    List<Sort> scalars = scalars(ids);
    List<Sort> composites = composites(draw, ids, scalars);
    List<Sort> sorts = Stream.concat(scalars.stream(), composites.stream()).toList();
    return new Vocabulary(ids, world, sorts, variables(draw, ids, scalars, composites));
  }

  private static List<Sort> scalars(List<Sort.Individual> ids) {
    List<Sort> scalars = new ArrayList<>(NUMBERS);
    scalars.add(Sort.TRUTH);
    scalars.add(new Sort.Enumeration("colour", List.of("red", "green", "blue")));
    scalars.add(new Sort.Enumeration("unit", List.of("only")));
    WIDTHS.forEach(width -> scalars.add(new Sort.Bits(width)));
    int capacity = 1;
    for (Sort.Individual id : ids) {
      scalars.add(id);
      scalars.add(new Sort.Optional(id));
      scalars.add(new Sort.SetOf(id));
      scalars.add(new Sort.Queue(id, capacity));
      capacity++;
    }
    return scalars;
  }

  private static List<Sort> composites(Draw draw, List<Sort.Individual> ids, List<Sort> scalars) {
    Sort.Individual id = draw.of(ids);
    Sort.Struct pair = struct("pair", draw.of(scalars), draw.of(NUMBERS));
    Sort.ArrayOf array = new Sort.ArrayOf(draw.of(ids), draw.of(scalars));
    return List.of(
        array,
        new Sort.ArrayOf(draw.of(ids), new Sort.ArrayOf(draw.of(ids), draw.of(scalars))),
        new Sort.ArrayOf(id, draw.of(NUMBERS)),
        pair,
        new Sort.ArrayOf(id, pair),
        struct("rows", array, draw.of(scalars)),
        struct("outer", pair, draw.of(scalars)));
  }

  private static Sort.Struct struct(String name, Sort left, Sort right) {
    return new Sort.Struct(
        name, List.of(new Sort.Field("left", left), new Sort.Field("right", right)));
  }

  private static List<Var> variables(
      Draw draw, List<Sort.Individual> ids, List<Sort> scalars, List<Sort> composites) {
    List<Var> variables = new ArrayList<>();
    draw.times(3, 6).forEach(_ -> variables.add(variable(draw, draw.of(scalars))));
    draw.times(1, 3).forEach(_ -> variables.add(variable(draw, draw.of(composites))));
    if (draw.chance(50)) {
      Sort memory = new Sort.Memory();
      List<Sort> places =
          List.of(
              memory,
              memory,
              new Sort.ArrayOf(draw.of(ids), memory),
              struct("cached", memory, draw.of(scalars)));
      variables.add(variable(draw, draw.of(places)));
    }
    return variables;
  }

  private static Var variable(Draw draw, Sort sort) {
    List<Var.Role> roles = List.of(Var.Role.FIELD, Var.Role.POLLED, Var.Role.GHOST);
    return new Var(draw.name("v"), sort, draw.of(roles));
  }
}
