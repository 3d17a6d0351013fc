package psyscall.spec.kernel.table;

import java.util.ArrayList;
import java.util.List;
import psyscall.spec.citation.Citation;
import psyscall.spec.kernel.table.CallSite.Context;
import psyscall.spec.kernel.table.CallSite.Processor;
import psyscall.spec.kernel.table.CallSite.Reason;
import psyscall.spec.kernel.table.CallSite.Stack;
import psyscall.spec.release.Release;

/// The words in which the table of system calls is written.
final class CallDraft {
  /// Where the routines with SYSCALL are, unless another file is named.
  private static final String STUBS = "sys_linux_amd64.s";

  static final List<Release> ALL = Release.all();
  static final List<Release> ONLY_1_10 = List.of(Release.GO_1_10_8);
  static final List<Release> ONLY_1_14 = List.of(Release.GO_1_14_15);
  static final List<Release> UNTIL_1_14 = List.of(Release.GO_1_10_8, Release.GO_1_14_15);
  static final List<Release> SINCE_1_14 = List.of(Release.GO_1_14_15, Release.GO_1_19_13);
  static final List<Release> SINCE_1_19 = List.of(Release.GO_1_19_13);

  private CallDraft() {}

  /// A call.
  ///
  /// @param name the kernel's name, and Go's
  /// @param number its number
  /// @param releases whose list has it
  /// @param sites where it is called
  /// @return the call
  static SystemCall call(String name, int number, List<Release> releases, CallSite... sites) {
    return new SystemCall(name, name, number, releases, List.of(sites));
  }

  /// A site.
  ///
  /// @param releases which have it
  /// @param context what the thread has and where it runs
  /// @param reason why nobody is told
  /// @param path file and function with a blank between them, the file below `runtime/`; the last
  ///   is the routine with SYSCALL, whose file may be left out
  /// @return the site
  static CallSite site(List<Release> releases, Context context, Reason reason, String... path) {
    List<String> read = releases.stream().map(Release::name).toList();
    List<Citation> cited = new ArrayList<>();
    for (String step : path) {
      int blank = step.indexOf(' ');
      String file = blank < 0 ? STUBS : step.substring(0, blank);
      cited.add(new Citation("", read, "runtime/" + file, step.substring(blank + 1)));
    }
    return new CallSite(releases, cited, context, reason);
  }

  static Context with(Stack stack) {
    return new Context(Processor.WITH, stack);
  }

  static Context without(Stack stack) {
    return new Context(Processor.WITHOUT, stack);
  }

  static Context either(Stack stack) {
    return new Context(Processor.EITHER, stack);
  }

  /// The context of a routine that is not called.
  static Context nowhere() {
    return either(Stack.ANY);
  }
}
