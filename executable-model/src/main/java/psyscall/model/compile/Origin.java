package psyscall.model.compile;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.behavior.Actor;
import psyscall.model.emit.LocalReaders;
import psyscall.model.layout.Layout;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Rule;

/// Where a step comes from.
///
/// @param rule the rule
/// @param actor who takes it
public record Origin(Rule rule, Actor actor) {
  /// Where all steps of a specification come from.
  static List<Origin> all(Layout layout) {
    List<Origin> origins = new ArrayList<>();
    for (Process process : layout.specification().processes()) {
      LocalReaders.individuals(layout, process)
          .forEach(
              self -> {
                for (Rule rule : layout.specification().rules()) {
                  if (rule.process().equals(process.name())) {
                    origins.add(new Origin(rule, new Actor(process.name(), self)));
                  }
                }
              });
    }
    return List.copyOf(origins);
  }
}
