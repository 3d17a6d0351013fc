package psyscall.reports.timeline;

/// How a timeline is drawn.
///
/// @param glyphs the characters of the lanes
/// @param ink whether there are colours
/// @param detail how much of each step is told
public record Look(Glyphs glyphs, Ink ink, Detail detail) {
  /// Unicode lanes without colours, changed fields only.
  public static final Look DEFAULT = new Look(Glyphs.UNICODE, Ink.PLAIN, Detail.FIELDS);
}
