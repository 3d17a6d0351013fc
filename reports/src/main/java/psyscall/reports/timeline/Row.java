package psyscall.reports.timeline;

import java.util.ArrayList;
import java.util.List;

/// One line in the making: pieces of text, each with its style.
final class Row {
  private record Piece(String text, Style style) {}

  private final List<Piece> pieces = new ArrayList<>();

  /// Adds a piece.
  Row add(String text, Style style) {
    if (text.isEmpty()) {
      return this;
    }
    if (!pieces.isEmpty() && pieces.getLast().style() == style) {
      Piece last = pieces.removeLast();
      pieces.add(new Piece(last.text() + text, style));
    } else {
      pieces.add(new Piece(text, style));
    }
    return this;
  }

  /// Adds all pieces of another row.
  Row add(Row other) {
    other.pieces.forEach(piece -> add(piece.text(), piece.style()));
    return this;
  }

  /// Adds blanks.
  Row blank(int columns) {
    return add(" ".repeat(Math.max(0, columns)), Style.PLAIN);
  }

  /// The line, without blanks at its end.
  String text(Ink ink) {
    int end = pieces.size();
    while (end > 0 && pieces.get(end - 1).text().isBlank()) {
      end--;
    }
    StringBuilder line = new StringBuilder();
    for (int at = 0; at < end; at++) {
      Piece piece = pieces.get(at);
      String text = at == end - 1 ? piece.text().stripTrailing() : piece.text();
      line.append(
          switch (ink) {
            case PLAIN -> text;
            case ANSI -> piece.style().on(text);
          });
    }
    return line.toString();
  }
}
