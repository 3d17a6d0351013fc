package psyscall.checker.problem;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.property.Property;
import psyscall.spec.term.Term;

/// The conditions of some properties in the order in which they are compiled.
///
/// A property's place says where its own begin: an `always`, `sometimes`, quiet or deadlock
/// property has one among those of states, a `possible` property two, `from` before `reached`, and
/// a step property has one among those of steps.
///
/// @param ofStates conditions on one state
/// @param ofSteps conditions on a step
/// @param places for each property, in order, the position of its first condition
public record Conditions(List<Term> ofStates, List<Term> ofSteps, List<Integer> places) {
  /// Copies the lists.
  public Conditions {
    ofStates = List.copyOf(ofStates);
    ofSteps = List.copyOf(ofSteps);
    places = List.copyOf(places);
  }

  /// Collects the conditions of properties.
  ///
  /// @param properties in order
  /// @return their conditions
  public static Conditions of(List<Property> properties) {
    List<Term> states = new ArrayList<>();
    List<Term> steps = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Property property : properties) {
      places.add(property instanceof Property.OnStep ? steps.size() : states.size());
      switch (property) {
        case Property.Always p -> states.add(p.condition());
        case Property.Sometimes p -> states.add(p.condition());
        case Property.Quiet p -> states.add(p.condition());
        case Property.DeadlockFree p -> states.add(p.declared());
        case Property.Possible p -> {
          states.add(p.from());
          states.add(p.reached());
        }
        case Property.OnStep p -> steps.add(p.condition());
      }
    }
    return new Conditions(states, steps, places);
  }

  /// Where a property's conditions begin.
  ///
  /// @param property its position among the properties
  /// @return a position in [#ofSteps] for a step property, otherwise in [#ofStates]
  public int place(int property) {
    return places.get(property);
  }
}
