package psyscall.model.elf;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import psyscall.model.assembly.Reading;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.model.decode.Decoder;
import psyscall.model.decode.Destinations;
import psyscall.spec.machine.Convention;
import psyscall.spec.machine.Placed;
import psyscall.spec.machine.Routine;

/// The routines of a file that contain SYSCALL.
///
/// A routine is what a symbol of type FUNC covers. Where the two bytes of SYSCALL are but part of
/// another instruction, the routine does not count; where decoding stops, it does.
public final class ElfRoutines {
  private static final int ROUTINE_MAX = 1 << 16;
  private static final int INSTRUCTIONS_MAX = 1 << 20;

  private final ElfFile file;
  private final ElfSymbols symbols;

  private ElfRoutines(ElfFile file) throws UnreadableCodeException {
    this.file = file;
    this.symbols = new ElfSymbols(file);
  }

  /// What was found.
  ///
  /// @param routines each routine with SYSCALL, by its address
  /// @param strays addresses of the bytes of SYSCALL that no function covers
  public record Found(List<Reading> routines, List<Long> strays) {
    /// Copies the lists.
    public Found {
      routines = List.copyOf(routines);
      strays = List.copyOf(strays);
    }
  }

  /// Finds and decodes them.
  ///
  /// @param file the file
  /// @return all routines with SYSCALL
  /// @throws UnreadableCodeException if its tables cannot be, or a limit is passed
  public static Found of(ElfFile file) throws UnreadableCodeException {
    return new ElfRoutines(file).all();
  }

  /// Decodes routines of given names, whether they have a SYSCALL or not.
  ///
  /// @param file the file
  /// @param names the names, without the suffix of a calling convention
  /// @return those that there are, by their addresses
  /// @throws UnreadableCodeException if its tables cannot be, or a limit is passed
  public static List<Reading> named(ElfFile file, Set<String> names)
      throws UnreadableCodeException {
    var routines = new ElfRoutines(file);
    Candidates.Filter filter =
        (symbol, _) -> names.contains(GoNames.plain(routines.symbols.name(symbol)));
    return routines.named(
        routines.drafts(Candidates.of(file, routines.symbols, filter), _ -> true));
  }

  private Found all() throws UnreadableCodeException {
    long[] sites = SyscallBytes.of(file);
    Map<Candidates.Extent, List<String>> candidates =
        Candidates.of(file, symbols, Candidates.around(sites));
    boolean[] covered = new boolean[sites.length];
    candidates.keySet().forEach(extent -> cover(sites, covered, extent));
    return new Found(named(drafts(candidates, Draft::entering)), strays(sites, covered));
  }

  private List<Draft> drafts(
      Map<Candidates.Extent, List<String>> candidates, Predicate<Draft> wanted)
      throws UnreadableCodeException {
    boolean marks = file.go() && anyMark();
    List<Draft> drafts = new ArrayList<>();
    int instructions = 0;
    for (Map.Entry<Candidates.Extent, List<String>> entry : candidates.entrySet()) {
      List<String> names = entry.getValue();
      Draft draft = draft(names, GoNames.convention(file, marks, names), entry.getKey());
      if (wanted.test(draft)) {
        drafts.add(draft);
        instructions += draft.sweep().instructions().size();
      }
      if (instructions > INSTRUCTIONS_MAX) {
        throw new UnreadableCodeException(
            "too many instructions in routines with SYSCALL: limit=" + INSTRUCTIONS_MAX);
      }
    }
    return drafts;
  }

  /// A routine whose references have no names yet.
  private record Draft(
      List<String> names, Convention convention, Decoder.Sweep sweep, boolean entering) {}

  private List<Reading> named(List<Draft> drafts) throws UnreadableCodeException {
    var wanted = new TreeSet<Long>();
    for (Draft draft : drafts) {
      draft.sweep().instructions().forEach(placed -> References.collect(placed, wanted));
    }
    var references = new References(new SymbolNames(symbols, wanted));
    return drafts.stream().map(draft -> reading(draft, references)).toList();
  }

  private static Reading reading(Draft draft, References references) {
    String name = GoNames.plain(draft.names().getFirst());
    if (draft.sweep().stop().isPresent()) {
      Decoder.Stop stop = draft.sweep().stop().get();
      return outside(draft, name, stop.address(), stop.bytes());
    }
    return switch (Destinations.resolve(draft.sweep().instructions())) {
      case Destinations.Resolved.Torn(Placed jump) ->
          outside(draft, name, jump.address(), "a jump into the middle of an instruction");
      case Destinations.Resolved.Whole(List<Placed> instructions) ->
          new Reading.Whole(
              new Routine(
                  name, draft.convention(), instructions.stream().map(references::name).toList()),
              draft.names());
    };
  }

  private static Reading outside(Draft draft, String name, long address, String what) {
    String place = "address=0x" + Long.toHexString(address);
    return new Reading.Outside(name, draft.convention(), draft.names(), place, what);
  }

  private Draft draft(List<String> names, Convention convention, Candidates.Extent extent)
      throws UnreadableCodeException {
    if (extent.size() > ROUTINE_MAX) {
      var stop = new Decoder.Stop(extent.address(), "longer than " + ROUTINE_MAX + " bytes");
      var nothing = new Decoder.Sweep(List.of(), Optional.of(stop));
      return new Draft(names, convention, nothing, true);
    }
    ElfSection section = file.sections().get(extent.section());
    byte[] code =
        file.bytes()
            .slice("code", section.fileOffset(extent.address()), extent.size())
            .toArray(ValueLayout.JAVA_BYTE);
    Decoder.Sweep sweep = Decoder.sweep(code, extent.address());
    return new Draft(names, convention, sweep, Decoder.mayEnter(code));
  }

  private boolean anyMark() throws UnreadableCodeException {
    boolean[] found = new boolean[1];
    symbols.each(
        symbol -> {
          if (!found[0] && symbol.function()) {
            found[0] = GoNames.marked(symbols.name(symbol));
          }
        });
    return found[0];
  }

  private static void cover(long[] sites, boolean[] covered, Candidates.Extent extent) {
    int from = Arrays.binarySearch(sites, extent.address());
    for (int i = from < 0 ? -from - 1 : from; i < sites.length; i++) {
      if (sites[i] - extent.address() >= extent.size()) {
        return;
      }
      covered[i] = true;
    }
  }

  private static List<Long> strays(long[] sites, boolean[] covered) {
    List<Long> strays = new ArrayList<>();
    for (int i = 0; i < sites.length; i++) {
      if (!covered[i]) {
        strays.add(sites[i]);
      }
    }
    return strays;
  }
}
