package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import psyscall.cli.style.JavaRule;
import psyscall.cli.style.SourceFile;
import psyscall.cli.style.SourceTree;
import psyscall.cli.style.StyleRule;
import psyscall.cli.style.TextRule;
import psyscall.cli.style.TreeRule;
import psyscall.cli.style.Violation;

/// Holds every file of the tree against the style rules.
class StyleTest {
  /// Far below what the tree has; a walk that finds less has lost its way.
  private static final int JAVA_FILES_MIN = 60;

  private final SourceTree tree = SourceTree.find();

  @ParameterizedTest
  @EnumSource
  void javaKeeps(JavaRule rule) throws IOException {
    assertThat(violations(rule)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void textKeeps(TextRule rule) throws IOException {
    assertThat(violations(rule)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void packagesKeep(TreeRule rule) throws IOException {
    assertThat(rule.check(tree.files())).isEmpty();
  }

  @Test
  void rulesSeeTheWholeTree() throws IOException {
    List<SourceFile> files = tree.files();

    assertThat(files.stream().filter(SourceFile::isJava)).hasSizeGreaterThan(JAVA_FILES_MIN);
    assertThat(files)
        .extracting(SourceFile::path)
        .contains("psyscall", "pom.xml", "CHANGELOG.md", ".ci/run", ".mvn/Format.java");
    assertThat(tree.modules())
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            module -> {
              String folder = tree.root().relativize(module) + "/src/main/java/";
              Stream<SourceFile> main =
                  files.stream().filter(file -> file.path().startsWith(folder));
              assertThat(main).as(folder).hasSizeGreaterThanOrEqualTo(2);
            });
  }

  private Stream<Violation> violations(StyleRule rule) throws IOException {
    return tree.files().stream().flatMap(rule::check);
  }
}
