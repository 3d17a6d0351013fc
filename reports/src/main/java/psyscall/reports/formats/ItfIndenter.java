package psyscall.reports.formats;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/// Breaks lines between the fields of objects, but not inside the value of a variable: two states
/// then differ in as many lines as variables.
final class ItfIndenter implements DefaultPrettyPrinter.Indenter {
  private final DefaultIndenter lines = new DefaultIndenter("  ", "\n");
  private boolean inValue;

  void beginValue() {
    inValue = true;
  }

  void endValue() {
    inValue = false;
  }

  @Override
  public void writeIndentation(JsonGenerator json, int level) throws IOException {
    if (inValue) {
      json.writeRaw(' ');
    } else {
      lines.writeIndentation(json, level);
    }
  }

  @Override
  public boolean isInline() {
    return false;
  }
}
