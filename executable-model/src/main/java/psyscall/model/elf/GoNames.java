package psyscall.model.elf;

import java.util.List;
import psyscall.spec.machine.Convention;

/// How Go's linker writes calling conventions into names.
final class GoNames {
  private static final String ABI0 = ".abi0";

  private GoNames() {}

  /// A name without the suffix of its convention.
  static String plain(String name) {
    return name.endsWith(ABI0) ? name.substring(0, name.length() - ABI0.length()) : name;
  }

  static boolean marked(String name) {
    return name.endsWith(ABI0);
  }

  /// How a function is called.
  ///
  /// @param file its file
  /// @param marks whether any function of the file has a mark, as since Go 1.17
  /// @param names its names
  static Convention convention(ElfFile file, boolean marks, List<String> names) {
    if (!file.go() || names.stream().noneMatch(name -> name.contains("."))) {
      return Convention.C;
    }
    boolean stack = !marks || names.stream().anyMatch(GoNames::marked);
    return stack ? Convention.GO_STACK : Convention.GO_REGISTERS;
  }
}
