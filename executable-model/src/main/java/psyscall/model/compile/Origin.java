package psyscall.model.compile;

import psyscall.model.behavior.Actor;
import psyscall.spec.rule.Rule;

/// Where a step comes from.
///
/// @param rule the rule
/// @param actor who takes it
public record Origin(Rule rule, Actor actor) {}
