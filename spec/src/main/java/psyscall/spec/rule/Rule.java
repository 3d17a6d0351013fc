package psyscall.spec.rule;

import psyscall.spec.citation.Citation;
import psyscall.spec.process.Address;
import psyscall.spec.process.Block;
import psyscall.spec.process.StepKind;

/// An atomic guarded step of a process: what is possible at one label, after inlining.
///
/// @param process whose
/// @param label the label in full: call sites, then `procedure.label`
/// @param address its place before inlining, ordinal 0; a rule counts once for coverage, however
///   often it is inlined
/// @param kind who is responsible for it
/// @param citation where it comes from
/// @param body what it does; each path that is not blocked ends in a jump or an ending
public record Rule(
    String process, String label, Address address, StepKind kind, Citation citation, Block body) {
  /// The name under which coverage counts it.
  ///
  /// @return `procedure.arm`
  public String name() {
    return address.procedure() + "." + address.label();
  }
}
