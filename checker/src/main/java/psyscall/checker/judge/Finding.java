package psyscall.checker.judge;

import psyscall.model.behavior.Behavior;
import psyscall.spec.property.Property;
import psyscall.spec.verdict.Verdict;

/// What a search found out about a property.
///
/// @param property the property
/// @param verdict its verdict; a counterexample is shortest
/// @param examined how many states, or transitions for a step property, the claim is about and was
///   judged at; 0 where the verdict is vacuous for want of any
public record Finding(Property property, Verdict<Behavior> verdict, long examined) {}
