package psyscall.cli.check;

import java.util.List;
import java.util.Optional;
import psyscall.checker.reduction.SymmetryCheck;
import psyscall.checker.search.Usage;
import psyscall.cli.input.Manner;
import psyscall.cli.session.WrongUsage;
import psyscall.spec.property.Property;
import psyscall.spec.rule.Specification;

/// Decides whether a search takes states that differ by names of individuals only for one. The
/// search would decide so too; here it is known before it begins, since a header tells it and a
/// wrong wish is a mistake of who asked.
final class SymmetryChoice {
  private SymmetryChoice() {}

  /// Whether symmetry is used for a search.
  ///
  /// @param check what is asked
  /// @param manner how it is asked
  /// @param specification the rules
  /// @param properties what is judged
  /// @return the decision
  /// @throws WrongUsage if it must be used and would not be sound
  static Usage.SymmetryUse of(
      Check check, Manner manner, Specification specification, List<Property> properties) {
    return switch (manner.symmetry()) {
      case OFF -> new Usage.Off();
      case ON -> {
        SymmetryCheck.refusal(specification, properties).ifPresent(reason -> refuse(check, reason));
        yield new Usage.On();
      }
      case WHERE_SOUND ->
          manner.isSampling() ? new Usage.Off() : whereSound(specification, properties);
    };
  }

  private static Usage.SymmetryUse whereSound(
      Specification specification, List<Property> properties) {
    Optional<String> reason = SymmetryCheck.refusal(specification, properties);
    return reason.<Usage.SymmetryUse>map(Usage.Refused::new).orElseGet(Usage.On::new);
  }

  private static void refuse(Check check, String reason) {
    throw new WrongUsage(
        "symmetry is not sound here: symmetry=on, check=%s, %s; leave it out, or turn it off"
            .formatted(check.name(), reason));
  }
}
