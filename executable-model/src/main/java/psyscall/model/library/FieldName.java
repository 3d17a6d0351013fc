package psyscall.model.library;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import psyscall.model.behavior.Array;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Value;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// The name of a field, perhaps of one individual: `p.status` or `p0.status`.
///
/// @param text as it was given
record FieldName(String text) {
  private static final Pattern OF_ONE = Pattern.compile("([A-Za-z]+)(\\d{1,9})(\\..+)");

  /// Its value as people read it.
  ///
  /// @throws IllegalArgumentException if there is no such field or individual
  String in(State state) {
    List<Var> fields = state.schema().variables();
    Matcher one = OF_ONE.matcher(text);
    if (fields.stream().anyMatch(field -> field.name().equals(text)) || !one.matches()) {
      return state.format(field(text, fields));
    }
    Var field = field(one.group(1) + one.group(3), fields);
    int individual = Integer.parseInt(one.group(2));
    Value all = state.value(field);
    if (!(field.sort() instanceof Sort.ArrayOf sort)
        || !(all instanceof Array array)
        || individual >= array.size()) {
      throw new IllegalArgumentException(
          "no such individual: field=%s, values=%s".formatted(text, state.format(field)));
    }
    return array.at(individual).format(sort.element());
  }

  private static Var field(String name, List<Var> fields) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown field: name=%s, available=%s"
                        .formatted(name, fields.stream().map(Var::name).toList())));
  }
}
