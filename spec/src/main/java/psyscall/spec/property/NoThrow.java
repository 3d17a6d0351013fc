package psyscall.spec.property;

import java.util.List;
import psyscall.spec.process.Ending;

/// No check that Go makes of itself fails.
final class NoThrow {
  static final String NAME = "no-throw";

  private NoThrow() {}

  static Property of(RuntimeView view) {
    List<String> thrown =
        view.specification().endings().stream()
            .filter(ending -> ending.kind() == Ending.Kind.THROW)
            .map(Ending::name)
            .toList();
    return new Property.Always(
        new Property.About(
            NAME,
            "no throw of the runtime fires",
            "a throw ends the program: 'list throws' names all of them",
            view.cite("section 4", "runtime/panic.go", "throw")),
        view.endedIn(thrown).not().term());
  }

  /// The same claim about one throw.
  static Property of(RuntimeView view, String ending) {
    return new Property.Always(
        new Property.About(
            NAME + ":" + ending,
            "the throw " + ending + " does not fire",
            view.specification().ending(ending).text(),
            view.cite("section 4", "runtime/panic.go", "throw")),
        view.endedIn(List.of(ending)).not().term());
  }
}
