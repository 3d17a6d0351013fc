package psyscall.reports.timeline;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.Behavior;
import psyscall.model.behavior.State;
import psyscall.model.behavior.Transition;
import psyscall.model.behavior.World;
import psyscall.spec.process.Process;
import psyscall.spec.rule.Specification;

/// Draws a behaviour as text: a lane for each actor, time downwards.
///
/// Beside each lane runs the band of what its actor has. To the right stand, where the actor or the
/// procedure changes, both as a heading; then per step its number, its id in the source, what it
/// does in a clause, and what changed. A line shows the state after its step. No line is wider than
/// [#COLUMNS] columns, whatever the specification says.
///
/// Program counters are not told: the headings and the ids say where each actor is.
public final class Timeline {
  /// The most columns of a line; colours do not count.
  public static final int COLUMNS = 100;

  /// Lanes never take more columns than leave this many to the text.
  private static final int TEXT_COLUMNS_MIN = 44;

  private final Specification specification;
  private final World world;
  private final Bands bands;
  private final Look look;

  /// Prepares to draw behaviours of a specification.
  ///
  /// @param specification what the behaviours are of
  /// @param world how many individuals there are
  /// @param bands what is drawn beside the lanes
  /// @param look how it is drawn
  public Timeline(Specification specification, World world, Bands bands, Look look) {
    this.specification = specification;
    this.world = world;
    this.bands = bands;
    this.look = look;
  }

  /// Draws a behaviour.
  ///
  /// @param behavior a behaviour of the specification
  /// @param caption what stands above and below
  /// @return the lines, without line ends, each at most [#COLUMNS] columns wide
  public List<String> draw(Behavior behavior, Caption caption) {
    int number = Math.max(4, Integer.toString(behavior.length()).length()) + 2;
    int room = COLUMNS - number - TEXT_COLUMNS_MIN;
    Lanes lanes = Lanes.of(actors(), behavior, bands, look.glyphs(), room);
    Cells cells = new Cells(lanes, bands, look.glyphs());
    Sheet sheet = new Sheet(cells, look, number);
    Telling telling = new Telling(specification, world, look);

    sheet.full(caption.title() + ", " + count(behavior.length()), Style.STRONG);
    caption.facts().forEach(fact -> sheet.full(fact, Style.PLAIN));
    sheet.full(legend(lanes), Style.FAINT);
    sheet.gap();
    sheet.names();
    sheet.start(behavior.initial(), telling.situation(behavior.initial()));
    Steps steps = new Steps(sheet, cells, telling, look, behavior);
    State before = behavior.initial();
    for (Transition transition : behavior.transitions()) {
      steps.draw(before, transition);
      before = transition.target();
    }
    sheet.gap();
    sheet.full("at the end:", Style.STRONG);
    sheet.situation(telling.situation(behavior.last()));
    sheet.gap();
    caption.outcome().forEach(line -> sheet.full(line, Style.ALARM));
    leftOut(lanes).forEach(line -> sheet.full(line, Style.FAINT));
    return sheet.lines();
  }

  private static String count(int steps) {
    return steps == 1 ? "1 step" : steps + " steps";
  }

  private List<Actor> actors() {
    List<Actor> actors = new ArrayList<>();
    for (Process process : specification.processes()) {
      if (process.over().isEmpty()) {
        actors.add(Actor.of(process.name()));
      } else {
        for (long self = 0; self < world.size(process.over().get()); self++) {
          actors.add(new Actor(process.name(), self));
        }
      }
    }
    return actors;
  }

  /// Explains the marks of the lanes.
  private String legend(Lanes lanes) {
    Glyphs glyphs = look.glyphs();
    if (!lanes.banded()) {
      return "the lanes: " + glyphs.acting() + " acts";
    }
    return "the lanes: "
        + glyphs.resting(Band.Hold.OWNS)
        + " owns, "
        + glyphs.resting(Band.Hold.REMEMBERS)
        + " remembers, "
        + glyphs.resting(Band.Hold.IS_GIVEN)
        + " is given; "
        + glyphs.acting(Band.Hold.OWNS)
        + " acts and owns, "
        + glyphs.acting(Band.Hold.NOTHING)
        + " acts, owns nothing; "
        + glyphs.line()
        + glyphs.headRight()
        + " passes on";
  }

  private static List<String> leftOut(Lanes lanes) {
    List<String> lines = new ArrayList<>();
    if (!lanes.resting().isEmpty()) {
      lines.add("without a lane, as they never act: " + names(lanes.resting()));
    }
    if (!lanes.crowdedOut().isEmpty()) {
      lines.add("without a lane, for want of room: " + names(lanes.crowdedOut()));
    }
    return lines;
  }

  private static String names(List<Actor> actors) {
    return String.join(", ", actors.stream().map(Actor::name).toList());
  }
}
