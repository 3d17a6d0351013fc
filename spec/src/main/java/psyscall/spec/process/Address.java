package psyscall.spec.process;

/// The stable place of a statement before inlining; mutations, coverage and citations use it.
///
/// @param procedure the procedure's name
/// @param label the label, or the further alternative of a label, that it stands under; empty for
///   the part before the first label
/// @param ordinal its position there, counted from 0 in the order of the text, nested ones included
public record Address(String procedure, String label, int ordinal) {
  @Override
  public String toString() {
    return procedure + "." + label + "#" + ordinal;
  }
}
