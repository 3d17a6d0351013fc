package psyscall.model.behavior;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import psyscall.spec.process.Block;
import psyscall.spec.process.Blocks;
import psyscall.spec.process.Choice;
import psyscall.spec.process.Event;
import psyscall.spec.process.Line;
import psyscall.spec.process.Statement;
import psyscall.spec.rule.Rule;
import psyscall.spec.rule.Specification;

/// What steps of a specification are made of, each thing with a number: its position here.
///
/// @param choices what steps may leave open
/// @param events what they may emit
/// @param clauses what they may say that they do
public record StepVocabulary(List<Choice> choices, List<Event> events, List<String> clauses) {
  /// Copies the lists.
  public StepVocabulary {
    choices = List.copyOf(choices);
    events = List.copyOf(events);
    clauses = List.copyOf(clauses);
  }

  /// The vocabulary of a specification.
  ///
  /// @param specification whose rules are read
  /// @return each thing once, in the order of the text
  public static StepVocabulary of(Specification specification) {
    Set<Choice> choices = new LinkedHashSet<>();
    Set<Event> events = new LinkedHashSet<>();
    Set<String> clauses = new LinkedHashSet<>();
    for (Rule rule : specification.rules()) {
      for (Statement statement : statements(rule.body())) {
        if (statement instanceof Statement.Pick(Choice choice, _, _, _, _)) {
          choices.add(choice);
        } else if (statement instanceof Statement.Either(Choice choice, _)) {
          choices.add(choice);
        } else if (statement instanceof Statement.Emit(Event event, _)) {
          events.add(event);
        } else if (statement instanceof Statement.Say(String clause)) {
          clauses.add(clause);
        }
      }
    }
    return new StepVocabulary(
        List.copyOf(choices), List.copyOf(events), List.copyOf(clauses));
  }

  private static List<Statement> statements(Block block) {
    List<Statement> all = new ArrayList<>();
    for (Line line : block.lines()) {
      collect(line.statement(), all);
    }
    return all;
  }

  private static void collect(Statement statement, List<Statement> all) {
    all.add(statement);
    Blocks.nested(statement).forEach(inner -> collect(inner, all));
  }
}
