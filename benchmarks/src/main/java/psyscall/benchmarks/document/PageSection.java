package psyscall.benchmarks.document;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// A section of a page that another command writes than the rest of it. It ends where the next
/// section of its rank begins, or with the page.
///
/// @param heading its first line
public record PageSection(String heading) {

  /// The section as a page has it.
  ///
  /// @param page Markdown
  /// @return its text, ended by one line feed; empty if the page has none
  public String in(String page) {
    int start = start(page);
    return start < 0 ? "" : page.substring(start, end(page, start)).stripTrailing() + "\n";
  }

  /// A page with the section in the place of the one that it had, or at its end.
  ///
  /// @param page Markdown, ended by a line feed unless it is empty
  /// @param section with its heading, ended by a line feed; empty to leave it out
  /// @return the changed page
  public String replacedIn(String page, String section) {
    int start = start(page);
    if (start < 0) {
      return page.isEmpty() || section.isEmpty() ? page + section : page + "\n" + section;
    }
    int end = end(page, start);
    String gap = end < page.length() && !section.isEmpty() ? "\n" : "";
    return page.substring(0, start) + section + gap + page.substring(end);
  }

  /// Prints the section, and puts it into a page in the place of the one that is there.
  ///
  /// @param page a file, which is made if it is not there
  /// @param section as for [#replacedIn]
  /// @param out is flushed
  /// @throws IOException if the page cannot be read or written
  public void publish(Path page, String section, PrintWriter out) throws IOException {
    out.print(section);
    out.flush();
    String old = Files.isRegularFile(page) ? Files.readString(page) : "";
    Files.writeString(page, replacedIn(old, section));
  }

  private int start(String page) {
    String line = heading + "\n";
    if (page.startsWith(line)) {
      return 0;
    }
    int before = page.indexOf("\n" + line);
    return before < 0 ? -1 : before + 1;
  }

  private int end(String page, int start) {
    String mark = heading.substring(0, heading.indexOf(' ') + 1);
    int next = page.indexOf("\n" + mark, start + heading.length());
    return next < 0 ? page.length() : next + 1;
  }
}
