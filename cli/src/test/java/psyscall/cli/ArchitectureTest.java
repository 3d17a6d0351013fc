package psyscall.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.style.SourceTree;

/// The rules between modules and packages, over the class files of all modules. In one class,
/// because reading them is what takes the time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  /// Members of the JDK that only the command line may use, as `owner.member`.
  private static final Set<String> OF_THE_COMMAND_LINE =
      Set.of(
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.in",
          "java.lang.System.console",
          "java.lang.System.exit",
          "java.lang.System.getProperty",
          "java.lang.System.getProperties",
          "java.lang.System.setProperty",
          "java.lang.System.getenv",
          "java.lang.Runtime.exit",
          "java.lang.Runtime.halt",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong",
          "java.lang.Boolean.getBoolean");

  /// Types whose values change although the field that holds them is final.
  private static final String MUTABLE =
      "java\\.util\\.(concurrent\\.(?!TimeUnit).*|\\w*(Array|Hash|Linked|Tree)\\w+|BitSet|Random)"
          + "|java\\.lang\\.(StringBuilder|ThreadLocal)";

  private static final SliceAssignment EACH_PACKAGE =
      new SliceAssignment() {
        @Override
        public String getDescription() {
          return "each package";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return SliceIdentifier.of(type.getPackageName());
        }
      };

  private final List<Path> classFiles = new ArrayList<>();
  private JavaClasses psyscall = new ClassFileImporter().importClasses();

  @BeforeAll
  void readAllModules() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path module : SourceTree.find().modules()) {
      Path folder = module.resolve("target/classes");
      assertThat(folder).as("classes of a module").isDirectory();
      folders.add(folder);
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".class")).forEach(classFiles::add);
      }
    }
    psyscall = new ClassFileImporter().importPaths(folders);
  }

  @Test
  void rulesSeeEveryClass() throws IOException {
    long descriptors =
        classFiles.stream().filter(file -> file.endsWith("module-info.class")).count();
    long sources =
        SourceTree.find().files().stream()
            .filter(file -> file.isMainJava() && !file.name().equals("module-info.java"))
            .count();

    assertThat(descriptors).isEqualTo(SourceTree.find().modules().size());
    assertThat(psyscall).hasSize((int) (classFiles.size() - descriptors));
    assertThat((long) psyscall.size()).isGreaterThanOrEqualTo(sources);
  }

  @ParameterizedTest
  @CsvSource({
    "spec,     model checker proofs reports cli benchmarks",
    "model,    checker proofs reports cli benchmarks",
    "checker,  proofs reports cli benchmarks",
    "proofs,   reports cli benchmarks",
    "reports,  cli benchmarks",
    "cli,      benchmarks",
  })
  void arrowsGoOneWay(String module, String unseen) {
    String[] packages =
        Stream.of(unseen.split(" ")).map(name -> "psyscall." + name + "..").toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("psyscall." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(psyscall);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles().check(psyscall);
  }

  @Test
  void onlyTheCommandLineTouchesTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("psyscall.cli..")
        .should()
        .accessTargetWhere(describe("is of the command line", ArchitectureTest::isOfTheCommandLine))
        .check(psyscall);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes().should(be(inANullMarkedPackage())).check(psyscall);
  }

  @Test
  void staticFieldsDoNotChange() {
    fields()
        .that()
        .areStatic()
        .and(are(writtenByHand()))
        .should()
        .beFinal()
        .andShould()
        .notHaveRawType(
            describe("mutable", type -> type.isArray() || type.getName().matches(MUTABLE)))
        .check(psyscall);
  }

  private static boolean isOfTheCommandLine(JavaAccess<?> access) {
    String target = access.getTargetOwner().getName() + "." + access.getTarget().getName();
    return OF_THE_COMMAND_LINE.contains(target)
        || access.getTarget().getName().equals("printStackTrace");
  }

  private static DescribedPredicate<JavaClass> inANullMarkedPackage() {
    return describe(
        "in a @NullMarked package",
        type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"));
  }

  /// Not the array of an enumeration's values, nor the flag of `assert`.
  private static DescribedPredicate<JavaField> writtenByHand() {
    return describe(
        "written by hand", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }
}
