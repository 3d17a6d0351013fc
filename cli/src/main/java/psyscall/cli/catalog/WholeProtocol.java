package psyscall.cli.catalog;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import psyscall.spec.process.Protocol;
import psyscall.spec.property.Properties;
import psyscall.spec.property.Property;
import psyscall.spec.property.RuntimeView;
import psyscall.spec.release.Release;
import psyscall.spec.rule.Specification;
import psyscall.spec.runtime.GoRuntime;
import psyscall.spec.state.Feature;
import psyscall.spec.state.Op;
import psyscall.spec.state.Program;
import psyscall.spec.state.RuntimeState;

/// The protocol with every operation and every feature but ordered queues: what is listed and
/// explained where no scenario is named. It is never searched, so its sizes do not matter.
///
/// @param protocol before inlining
/// @param specification as rules
/// @param view what properties see of it
public record WholeProtocol(Protocol protocol, Specification specification, RuntimeView view) {
  private static final int SIZE = 2;

  /// Builds that of the release from which the others are told, in about a tenth of a second.
  ///
  /// @return a fresh one
  public static WholeProtocol build() {
    return build(Release.GO_1_10_8);
  }

  /// Builds it, in about a tenth of a second.
  ///
  /// @param release the release of Go
  /// @return a fresh one
  public static WholeProtocol build(Release release) {
    RuntimeState state = state(release);
    Protocol protocol = GoRuntime.protocol(state);
    Specification specification = GoRuntime.checked(state, protocol);
    return new WholeProtocol(protocol, specification, new RuntimeView(state, specification));
  }

  /// The state variables with every operation and every feature, but queues as sets: the procedures
  /// are the same in both.
  ///
  /// @param release the release of Go
  /// @return fresh handles
  public static RuntimeState state(Release release) {
    Set<Op> all = EnumSet.complementOf(EnumSet.of(Op.EXIT));
    Set<Feature> features = EnumSet.complementOf(EnumSet.of(Feature.ORDERED));
    List<Program> programs = Collections.nCopies(SIZE, Program.anything(1, all));
    return new RuntimeState(release, SIZE, SIZE, programs, features);
  }

  /// The release.
  ///
  /// @return the release of Go
  public Release release() {
    return view.state().release();
  }

  /// All properties about it.
  ///
  /// @return in the order of their names
  public List<Property> properties() {
    return Properties.names().stream().map(name -> Properties.of(name, view)).toList();
  }

  /// What kind of claim a property is.
  ///
  /// @param property any
  /// @return the word of design section 4
  public static String kind(Property property) {
    return switch (property) {
      case Property.Always _ -> "always";
      case Property.OnStep _ -> "step";
      case Property.Quiet _ -> "quiet";
      case Property.Possible _ -> "possible";
      case Property.Sometimes _ -> "sometimes";
      case Property.DeadlockFree _ -> "deadlock";
    };
  }
}
