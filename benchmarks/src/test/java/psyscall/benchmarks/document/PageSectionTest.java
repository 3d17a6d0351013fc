package psyscall.benchmarks.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSectionTest {
  private static final PageSection SECTION = new PageSection("## B");

  @Test
  void sectionEndsWithThePage() {
    assertThat(SECTION.in("# T\n\n## A\n\na\n\n## B\n\nb\n")).isEqualTo("## B\n\nb\n");
  }

  @Test
  void sectionEndsBeforeTheNextOfItsRank() {
    assertThat(SECTION.in("# T\n\n## B\n\nb\n\n### D\n\n## C\n")).isEqualTo("## B\n\nb\n\n### D\n");
  }

  @Test
  void headingIsAWholeLine() {
    assertThat(SECTION.in("# T\n\n## Bees\n\nb ## B\n")).isEmpty();
  }

  @Test
  void sectionIsReplacedInItsPlace() {
    assertThat(SECTION.replacedIn("# T\n\n## B\n\nold\n\n## C\n", "## B\n\nnew\n"))
        .isEqualTo("# T\n\n## B\n\nnew\n\n## C\n");
    assertThat(SECTION.replacedIn("# T\n\n## B\n\nold\n", "## B\n\nnew\n"))
        .isEqualTo("# T\n\n## B\n\nnew\n");
  }

  @Test
  void sectionThatIsNotThereComesLast() {
    assertThat(SECTION.replacedIn("# T\n", "## B\n")).isEqualTo("# T\n\n## B\n");
    assertThat(SECTION.replacedIn("", "## B\n")).isEqualTo("## B\n");
  }

  @Test
  void sectionIsPrintedAndPutIntoItsPage(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    StringWriter printed = new StringWriter();

    SECTION.publish(page, "## B\n\nold\n", new PrintWriter(printed));
    SECTION.publish(page, "## B\n\nnew\n", new PrintWriter(printed));

    assertThat(page).hasContent("## B\n\nnew\n");
    assertThat(printed).hasToString("## B\n\nold\n## B\n\nnew\n");
  }

  @Test
  void noSectionChangesNothing() {
    assertThat(SECTION.replacedIn("# T\n", "")).isEqualTo("# T\n");
  }
}
