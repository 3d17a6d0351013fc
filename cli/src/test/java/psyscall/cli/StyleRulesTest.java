package psyscall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.cli.style.JavaRule;
import psyscall.cli.style.SourceFile;
import psyscall.cli.style.StyleRule;
import psyscall.cli.style.TextRule;
import psyscall.cli.style.TreeRule;

/// Shows each style rule a text that it refuses and one that it accepts.
class StyleRulesTest {
  private static final String MAIN = "checker/src/main/java/psyscall/checker/search/Search.java";
  private static final String TEST = "checker/src/test/java/psyscall/checker/search/Walk.java";

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments(JavaRule.FILE_LENGTH, MAIN, "// x\n".repeat(351)),
        arguments(JavaRule.METHOD_LENGTH, MAIN, "class A {\n void a() {\n" + calls(69) + " }\n}"),
        arguments(
            JavaRule.METHOD_LENGTH,
            MAIN,
            "class A {\n A(int a) throws B,\n C {\n if (a) {\n" + calls(67) + " }\n }\n}"),
        arguments(
            JavaRule.METHOD_LENGTH, MAIN, "record Aa(int b) {\n Aa {\n" + calls(69) + " }\n}"),
        arguments(JavaRule.COLUMNS, MAIN, "// " + "x".repeat(98)),
        arguments(JavaRule.TYPE_COMMENT, MAIN, "package a;\n\n@Deprecated\nfinal class A {}"),
        arguments(JavaRule.CLOSED_SWITCH, MAIN, "int a = switch (b) {\n default -> 1;\n};"),
        arguments(JavaRule.CLOSED_SWITCH, MAIN, "switch (b) {\n default:\n};"),
        arguments(JavaRule.TYPE_NAME, MAIN, "final class StringUtils {}"),
        arguments(JavaRule.TYPE_NAME, TEST, "record SearchHelper(int a) {}"),
        arguments(JavaRule.TYPE_NAME, MAIN, "class SearchImpl implements Search {}"),
        arguments(JavaRule.TEST_NAME, TEST, "class Walk {\n @Test\n void a() {}\n}"),
        arguments(JavaRule.TEST_NAME, TEST, "class Walk {\n @Property(tries = 9) void a() {}\n}"),
        arguments(JavaRule.TEST_IS_ON, TEST, "@Dis" + "abled(\"slow\") @Test void a() {}"),
        arguments(TextRule.MACHINE_PATH, "docs/a.txt", "see /" + "work/main"),
        arguments(TextRule.MACHINE_PATH, "golden/a.json", "{\"file\":\"/" + "home/me/a\"}"),
        arguments(TextRule.PROMISE, MAIN, "// TO" + "DO later"),
        arguments(TextRule.PROMISE, "a.sh", "# FIX" + "ME"),
        arguments(TextRule.MARKDOWN_TITLE, "README.md", "## Part\n"),
        arguments(TextRule.MARKDOWN_TITLE, "README.md", "# One\n\n# Two\n"));
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        arguments(JavaRule.FILE_LENGTH, MAIN, "// x\n".repeat(350)),
        arguments(JavaRule.METHOD_LENGTH, MAIN, "class A {\n void a() {\n" + calls(68) + " }\n}"),
        arguments(JavaRule.METHOD_LENGTH, MAIN, "class Aa {\n" + "void a() {}\n".repeat(90) + "}"),
        arguments(
            JavaRule.METHOD_LENGTH,
            MAIN,
            "class A { void a() { b(\"{\"); c('{'); /* { */ // {\n }\n" + calls(90) + "}"),
        arguments(JavaRule.COLUMNS, MAIN, "// " + "x".repeat(97)),
        arguments(JavaRule.COLUMNS, MAIN, "// https://" + "x".repeat(97)),
        arguments(JavaRule.TYPE_COMMENT, MAIN, "package a;\n\n/// B.\n@A({\n  1\n})\nclass A {}"),
        arguments(JavaRule.TYPE_COMMENT, TEST, "class A {}"),
        arguments(JavaRule.CLOSED_SWITCH, MAIN, "interface A { default int b() { return 1; } }"),
        arguments(JavaRule.CLOSED_SWITCH, MAIN, "String a = \"default -> x\"; // default: x"),
        arguments(JavaRule.CLOSED_SWITCH, TEST, "switch (b) { default -> c(); }"),
        arguments(JavaRule.TYPE_NAME, MAIN, "/// No class FooImpl.\nclass Implication {}"),
        arguments(JavaRule.TEST_NAME, named("WalkTest.java"), "@Test void a() {}"),
        arguments(JavaRule.TEST_NAME, named("WalkProperties.java"), "@Property void a() {}"),
        arguments(JavaRule.TEST_NAME, TEST, "class Walk { String a = \"@Test\"; }"),
        arguments(JavaRule.TEST_IS_ON, TEST, "@Test void a() {} // @Dis" + "abled"),
        arguments(TextRule.MACHINE_PATH, "docs/a.txt", "see ./working/main, a/root/b"),
        arguments(TextRule.PROMISE, MAIN, "// TODOS"),
        arguments(TextRule.MARKDOWN_TITLE, "README.md", "# One\n```\n# not a title\n```\n## Part"),
        arguments(TextRule.MARKDOWN_TITLE, "a.txt", "no title"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(StyleRule rule, String path, String text) {
    assertThat(rule.check(new SourceFile(path, text))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource
  void accepted(StyleRule rule, String path, String text) {
    assertThat(rule.check(new SourceFile(path, text))).isEmpty();
  }

  @Test
  void everyRuleIsShownBoth() {
    List<StyleRule> rules =
        Stream.of(JavaRule.values(), TextRule.values()).flatMap(Stream::<StyleRule>of).toList();

    assertThat(refused().map(row -> row.get()[0])).containsAll(rules);
    assertThat(accepted().map(row -> row.get()[0])).containsAll(rules);
  }

  @Test
  void violationNamesPathLineAndRemedy() {
    SourceFile file = new SourceFile(MAIN, "\n\nclass AnyManager {}");

    assertThat(JavaRule.TYPE_NAME.check(file))
        .hasToString("[" + MAIN + ":3: a name that says nothing, name what it is]");
  }

  @Test
  void packageWithoutPageIsRefused() {
    List<SourceFile> bare = List.of(new SourceFile(MAIN, "class Search {}"));
    List<SourceFile> undocumented = List.of(page("@NullMarked\npackage a;"));
    List<SourceFile> documented = List.of(page("/// A.\n@NullMarked\npackage a;"));

    assertThat(TreeRule.PACKAGE_PAGE.check(bare)).hasSize(1);
    assertThat(TreeRule.PACKAGE_PAGE.check(undocumented)).hasSize(1);
    assertThat(TreeRule.PACKAGE_PAGE.check(documented)).isEmpty();
  }

  @Test
  void packageOfMoreThanTwentyFilesIsRefused() {
    assertThat(TreeRule.PACKAGE_SIZE.check(files("checker/src/main/java/psyscall/checker", 21)))
        .hasSize(1);
    assertThat(TreeRule.PACKAGE_SIZE.check(files("checker/src/main/java/psyscall/checker", 20)))
        .isEmpty();
    assertThat(TreeRule.PACKAGE_SIZE.check(files("spec/src/main/java/psyscall/spec/runtime", 99)))
        .isEmpty();
  }

  private static String calls(int count) {
    return "a();\n".repeat(count);
  }

  private static String named(String name) {
    return "checker/src/test/java/psyscall/checker/search/" + name;
  }

  private static SourceFile page(String text) {
    return new SourceFile("checker/src/main/java/psyscall/checker/package-info.java", text);
  }

  private static List<SourceFile> files(String folder, int count) {
    return IntStream.range(0, count)
        .mapToObj(at -> new SourceFile(folder + "/A" + at + ".java", "class A {}"))
        .toList();
  }
}
