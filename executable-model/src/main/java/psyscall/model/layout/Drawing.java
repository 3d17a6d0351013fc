package psyscall.model.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import psyscall.spec.term.Sort;

/// Draws a layout as text: for each word a bar of 64 columns, a column for a bit and the highest
/// bit first as in a manual, then what is where; then the locals of each process.
final class Drawing {
  private static final int COLUMNS = 100;
  private static final int INDENT = 14;

  private final Layout layout;
  private final List<String> lines = new ArrayList<>();

  Drawing(Layout layout) {
    this.layout = layout;
  }

  /// Some bits of a word.
  ///
  /// @param title what they are: an individual, a variable, locals
  /// @param parts what is inside them
  private record Mark(Slot slot, String title, List<String> parts) {}

  List<String> lines() {
    int words = layout.words();
    lines.add(counted(words, "word") + ", " + layout.bits() + " of " + words * 64 + " bits used");
    List<Mark> marks = new ArrayList<>();
    for (int group = 0; group < layout.plan().cuts().size(); group++) {
      addMarks(group, marks);
    }
    marks.sort(Comparator.comparingInt(mark -> mark.slot().shift()));
    for (int word = 0; word < layout.plan().placement().words(); word++) {
      int here = word;
      draw(word, marks.stream().filter(mark -> mark.slot().word() == here).toList());
    }
    layout.leaves().forEach(this::drawMemory);
    layout.plan().cuts().forEach(this::drawFrames);
    drawAbsent();
    return List.copyOf(lines);
  }

  static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void addMarks(int group, List<Mark> marks) {
    Cut cut = layout.plan().cuts().get(group);
    List<RecordSegment> segments = layout.plan().placement().segments(group);
    for (int segment = 0; segment < segments.size(); segment++) {
      List<String> parts = partsOf(cut, segment);
      List<Slot> copies = segments.get(segment).copies();
      for (int copy = 0; copy < copies.size(); copy++) {
        if (cut.group().sort().isEmpty()) {
          marks.add(new Mark(copies.get(copy), nameOf(parts.getFirst()), List.of()));
        } else {
          String sort = cut.group().sort().get().name();
          List<String> inside = copy == 0 ? parts : List.of("as " + sort + "0");
          marks.add(new Mark(copies.get(copy), sort + copy, inside));
        }
      }
    }
  }

  private static String nameOf(String part) {
    return part.substring(0, part.lastIndexOf(' '));
  }

  /// What is in a segment, from its lowest bit up.
  private List<String> partsOf(Cut cut, int segment) {
    Map<Piece, String> names = new LinkedHashMap<>();
    for (Leaf leaf : cut.group().leaves()) {
      for (int[] ids : Entries.of(leaf, layout.world())) {
        names.putIfAbsent(cut.at(leaf, ids), leaf.name() + rest(leaf, ids, cut.group().depth()));
      }
    }
    for (String process : cut.group().processes()) {
      cut.frameParts(process).forEach(piece -> names.put(piece, "locals of " + process));
    }
    return names.keySet().stream()
        .filter(piece -> piece.segment() == segment && piece.width() > 0)
        .sorted(Comparator.comparingInt(Piece::offset))
        .map(piece -> names.get(piece) + " " + range(piece.offset(), piece.width()))
        .toList();
  }

  private static String rest(Leaf leaf, int[] ids, int depth) {
    StringBuilder rest = new StringBuilder();
    for (int at = depth; at < ids.length; at++) {
      rest.append('[').append(leaf.dims().get(at).name()).append(ids[at]).append(']');
    }
    return rest.toString();
  }

  private static String range(int from, int width) {
    return width == 1 ? Integer.toString(from) : from + "-" + (from + width - 1);
  }

  private void draw(int word, List<Mark> marks) {
    lines.add("");
    lines.add(String.format("word %-3d|%s|", word, bar(marks)));
    for (Mark mark : marks) {
      Slot slot = mark.slot();
      String head = String.format("  %5s  %s", range(slot.shift(), slot.width()), mark.title());
      list(mark.parts().isEmpty() ? head : String.format("%-" + INDENT + "s", head), mark.parts());
    }
  }

  /// A column for each bit: the last one of what is there holds a bar, the others its title.
  private static String bar(List<Mark> marks) {
    StringBuilder bar = new StringBuilder(".".repeat(Long.SIZE));
    for (Mark mark : marks) {
      int width = mark.slot().width();
      String text = String.format("%-" + width + "s", mark.title()).substring(0, width);
      String framed = width == 1 ? "|" : "|" + text.substring(0, width - 1);
      int from = Long.SIZE - mark.slot().shift() - width;
      bar.replace(from, from + width, framed);
    }
    return bar.toString();
  }

  /// A head and words separated by commas, broken where a line is full.
  private void list(String head, List<String> parts) {
    StringBuilder line = new StringBuilder(head);
    for (int at = 0; at < parts.size(); at++) {
      String part = parts.get(at) + (at + 1 < parts.size() ? "," : "");
      if (line.length() + 1 + part.length() > COLUMNS) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(INDENT));
      }
      line.append(' ').append(part);
    }
    lines.add(line.toString().stripTrailing());
  }

  private void drawMemory(Leaf leaf) {
    if (!(leaf.sort() instanceof Sort.Memory)) {
      return;
    }
    for (int[] ids : Entries.of(leaf, layout.world())) {
      int first = layout.slot(leaf, ids).word();
      lines.add("");
      lines.add(
          String.format(
              "words %s  %s: %s, each its address / 8 and its 8 bytes",
              range(first, 2 * layout.memoryCells()),
              leaf.name() + rest(leaf, ids, 0),
              counted(layout.memoryCells(), "cell")));
    }
  }

  private void drawFrames(Cut cut) {
    for (String process : cut.group().processes()) {
      List<Integer> widths = cut.frame(process).widths();
      for (int part = 0; part < widths.size(); part++) {
        lines.add("");
        String which = widths.size() == 1 ? "" : ", part " + part;
        lines.add("locals of " + process + which + ": " + counted(widths.get(part), "bit"));
        drawFrame(process, cut, part);
      }
    }
  }

  private void drawFrame(String process, Cut cut, int part) {
    Frame frame = cut.frame(process);
    for (Leaf local : frame.locals()) {
      for (Piece piece : frame.pieces(local)) {
        if (piece.segment() == part && piece.width() > 0) {
          lines.add(
              String.format(
                  "  %5s  %s, at %s",
                  range(piece.offset(), piece.width()),
                  local.name(),
                  counted(frame.labels(local).size(), "label")));
        }
      }
    }
  }

  private void drawAbsent() {
    List<String> absent =
        layout.leaves().stream()
            .filter(leaf -> !(leaf.sort() instanceof Sort.Memory))
            .filter(leaf -> Coding.width(leaf.sort(), layout.world()) == 0)
            .map(Leaf::name)
            .toList();
    if (!absent.isEmpty()) {
      lines.add("");
      list("of one value: ", absent);
    }
  }
}
