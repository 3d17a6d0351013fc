package psyscall.spec.release;

/// A release of Go.
///
/// @param name its number, such as `1.10.8`
public record Release(String name) {
  /// The release that this specification models.
  public static final Release GO_1_10_8 = new Release("1.10.8");
}
