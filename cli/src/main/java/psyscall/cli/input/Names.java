package psyscall.cli.input;

import java.util.Arrays;
import java.util.List;
import psyscall.cli.session.WrongUsage;
import psyscall.spec.bug.Bug;
import psyscall.spec.bug.Bugs;
import psyscall.spec.mutation.Mutation;
import psyscall.spec.mutation.Mutations;
import psyscall.spec.property.Properties;
import psyscall.spec.release.Release;
import psyscall.spec.scenario.Scenario;
import psyscall.spec.scenario.Scenarios;

/// Looks names up in the catalogues.
public final class Names {
  private Names() {}

  /// A scenario.
  ///
  /// @param name its name
  /// @return the scenario
  /// @throws WrongUsage if there is none of that name
  public static Scenario scenario(String name) {
    return Scenarios.named(name)
        .orElseThrow(
            () -> {
              List<String> all = Scenarios.all().stream().map(Scenario::name).toList();
              return unknown("scenario", name, all, "see 'psyscall list scenarios'");
            });
  }

  /// A release of Go.
  ///
  /// @param name its number
  /// @return the release
  /// @throws WrongUsage if it is not modelled
  public static Release release(String name) {
    return Release.named(name)
        .orElseThrow(
            () ->
                new WrongUsage(
                    "unknown release: name=%s, choices=%s; give one of these"
                        .formatted(name, Release.all().stream().map(Release::name).toList())));
  }

  /// A bug.
  ///
  /// @param name its name
  /// @return the mutation
  /// @throws WrongUsage if there is none of that name
  public static Mutation bug(String name) {
    return Mutations.named(name)
        .orElseThrow(
            () -> {
              if (Bugs.named(name).isPresent()) {
                return new WrongUsage(
                    "a bug of a release as it is: name=%s; see 'psyscall check --bugs=%s'"
                        .formatted(name, name));
              }
              List<String> all = Mutations.all().stream().map(Mutation::name).toList();
              return unknown("bug", name, all, "see 'psyscall list bugs'");
            });
  }

  /// Bugs of Go, with what history says of each release.
  ///
  /// @param names `all`, or names joined by commas
  /// @return the bugs, each once
  /// @throws WrongUsage if there is none of a name
  public static List<Bug> bugs(String names) {
    if (names.equals("all")) {
      return Bugs.all();
    }
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .distinct()
        .map(Names::bugOfGo)
        .toList();
  }

  /// A bug of Go, with what history says of each release.
  ///
  /// @param name its name
  /// @return the bug
  /// @throws WrongUsage if there is none of that name
  public static Bug bugOfGo(String name) {
    return Bugs.named(name)
        .orElseThrow(
            () -> {
              List<String> all = Bugs.all().stream().map(Bug::name).toList();
              return new WrongUsage(
                  "unknown bug of Go: name=" + name + ", choices=" + all + "; give all for each");
            });
  }

  /// A bug that the release has, with its repair.
  ///
  /// @param name its name
  /// @return the mutation
  /// @throws WrongUsage if there is no repair of that name
  public static Mutation repaired(String name) {
    return Mutations.named(name)
        .filter(bug -> bug.repair().isPresent())
        .orElseThrow(
            () -> {
              List<String> all =
                  Mutations.all().stream()
                      .filter(bug -> bug.repair().isPresent())
                      .map(Mutation::name)
                      .toList();
              return new WrongUsage("unknown repair: name=" + name + ", choices=" + all);
            });
  }

  /// A property.
  ///
  /// @param name its name
  /// @return the name
  /// @throws WrongUsage if there is none of that name
  public static String property(String name) {
    if (!Properties.names().contains(name)) {
      throw unknown("property", name, Properties.names(), "see 'psyscall list properties'");
    }
    return name;
  }

  /// The failure for a name that is not there.
  ///
  /// @param kind what it should name
  /// @param name what was written
  /// @param choices what there is
  /// @param remedy where all choices can be seen
  /// @return the failure
  public static WrongUsage unknown(String kind, String name, List<String> choices, String remedy) {
    List<String> nearest = Nearest.of(name, choices);
    String choice = nearest.isEmpty() ? "" : ", nearest=" + nearest;
    return new WrongUsage("unknown " + kind + ": name=" + name + choice + "; " + remedy);
  }
}
