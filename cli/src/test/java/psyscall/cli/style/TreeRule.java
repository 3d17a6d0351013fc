package psyscall.cli.style;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The rules for the packages of the product, judged over all files at once.
public enum TreeRule {
  /// A package says what it is for, and is free of unannounced nulls.
  PACKAGE_PAGE {
    @Override
    Stream<Violation> checkPackage(String folder, List<SourceFile> files) {
      boolean documented =
          files.stream()
              .filter(file -> file.name().equals(PAGE))
              .map(SourceFile::text)
              .anyMatch(text -> text.contains("///") && text.contains("@NullMarked"));
      return documented
          ? Stream.empty()
          : Stream.of(
              new Violation(
                  folder + "/" + PAGE,
                  1,
                  "no package page with a comment and @NullMarked",
                  "write what the package is for, its entry, what it may see, what it leaves out"));
    }
  },

  /// A package can be read in one go.
  PACKAGE_SIZE {
    @Override
    Stream<Violation> checkPackage(String folder, List<SourceFile> files) {
      String name = folder.replaceFirst(".*src/main/java/", "").replace('/', '.');
      long types = files.stream().filter(file -> !file.name().equals(PAGE)).count();
      return types <= 20 || StyleExceptions.LARGE_PACKAGES.contains(name)
          ? Stream.empty()
          : Stream.of(
              new Violation(
                  folder + "/" + PAGE,
                  1,
                  "the package has " + types + " files, the limit is 20",
                  "split it by what its parts are"));
    }
  };

  private static final String PAGE = "package-info.java";

  /// The packages that break the rule.
  public Stream<Violation> check(List<SourceFile> files) {
    Map<String, List<SourceFile>> packages =
        files.stream()
            .filter(SourceFile::isMainJava)
            .filter(file -> !file.name().equals("module-info.java"))
            .collect(
                groupingBy(SourceFile::folder, TreeMap::new, java.util.stream.Collectors.toList()));
    return packages.entrySet().stream()
        .flatMap(entry -> checkPackage(entry.getKey(), entry.getValue()));
  }

  abstract Stream<Violation> checkPackage(String folder, List<SourceFile> files);
}
