package psyscall.reports.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.Transition;

/// Which actors have a lane, and how wide it is: those that act or have a band at some time.
///
/// @param lanes the lanes from the left
/// @param labels what is written into bands at some time, in alphabetical order
/// @param resting who never acts and never has anything, and so has no lane
/// @param crowdedOut whose lanes do not fit
record Lanes(List<Lane> lanes, List<String> labels, List<Actor> resting, List<Actor> crowdedOut) {
  private static final int NAME_COLUMNS = 8;
  private static final int LABEL_COLUMNS = 7;

  /// Between the letters of two lanes there are always so many columns.
  private static final int GAP_COLUMNS = 2;

  /// A lane.
  ///
  /// @param actor whose
  /// @param steps how many steps the actor takes
  /// @param columns how wide a cell is, the gap to the next lane included
  record Lane(Actor actor, int steps, int columns) {}

  /// The lanes of a behaviour.
  ///
  /// @param actors all who could act, in the order of their lanes
  /// @param behavior what is drawn
  /// @param bands what they have
  /// @param glyphs the characters
  /// @param room how many columns there are; where they do not suffice, those who act least go
  static Lanes of(List<Actor> actors, Behavior behavior, Bands bands, Glyphs glyphs, int room) {
    List<Lane> possible = new ArrayList<>();
    List<Actor> resting = new ArrayList<>();
    SortedSet<String> labels = new TreeSet<>();
    for (Actor actor : actors) {
      int steps = (int) behavior.transitions().stream().filter(t -> acts(t, actor)).count();
      SortedSet<String> own = labels(behavior, actor, bands, glyphs);
      if (steps > 0 || !own.isEmpty()) {
        possible.add(new Lane(actor, steps, columns(actor, own, glyphs)));
        labels.addAll(own);
      } else {
        resting.add(actor);
      }
    }
    List<Lane> chosen = chosen(possible, room);
    List<Actor> crowdedOut =
        possible.stream().filter(lane -> !chosen.contains(lane)).map(Lane::actor).toList();
    return new Lanes(chosen, List.copyOf(labels), resting, crowdedOut);
  }

  private static boolean acts(Transition transition, Actor actor) {
    return transition.step().actor().equals(actor);
  }

  /// What is written into a band.
  static String label(Band band, Glyphs glyphs) {
    return glyphs.fit(band.label(), LABEL_COLUMNS);
  }

  /// What is written above a lane.
  static String name(Actor actor, Glyphs glyphs) {
    return glyphs.fit(actor.name(), NAME_COLUMNS);
  }

  private static SortedSet<String> labels(
      Behavior behavior, Actor actor, Bands bands, Glyphs glyphs) {
    SortedSet<String> labels = new TreeSet<>();
    for (int at = 0; at <= behavior.length(); at++) {
      Band band = bands.of(behavior.state(at), actor);
      if (band.hold() != Band.Hold.NOTHING) {
        labels.add(label(band, glyphs));
      }
    }
    return labels;
  }

  private static int columns(Actor actor, Set<String> labels, Glyphs glyphs) {
    int label = labels.stream().mapToInt(Wrapping::columns).max().orElse(0);
    int name = Wrapping.columns(name(actor, glyphs));
    return Math.max(name, 1 + label) + GAP_COLUMNS;
  }

  /// The busiest lanes that fit, in the order of the lanes.
  private static List<Lane> chosen(List<Lane> possible, int room) {
    List<Lane> busiest = new ArrayList<>(possible);
    busiest.sort(Comparator.comparingInt(Lane::steps).reversed());
    List<Lane> chosen = new ArrayList<>();
    int used = 0;
    for (Lane lane : busiest) {
      used += lane.columns();
      if (used > room) {
        break;
      }
      chosen.add(lane);
    }
    return possible.stream().filter(chosen::contains).toList();
  }

  /// How many columns all cells of a line take.
  int columns() {
    return lanes.stream().mapToInt(Lane::columns).sum();
  }

  /// Whether some actor has something at some time.
  boolean banded() {
    return !labels.isEmpty();
  }
}
