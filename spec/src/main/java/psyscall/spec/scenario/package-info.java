/// Scenarios: named finite worlds with their pinned counts.
///
/// Entry types: [psyscall.spec.scenario.Scenario] and the catalogue
/// [psyscall.spec.scenario.Scenarios].
@NullMarked
package psyscall.spec.scenario;

import org.jspecify.annotations.NullMarked;
