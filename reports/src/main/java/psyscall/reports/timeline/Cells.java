package psyscall.reports.timeline;

import java.util.ArrayList;
import java.util.List;
import psyscall.model.behavior.Actor;
import psyscall.model.behavior.State;

/// Draws the lanes' part of a line: for each lane a mark, the name of what its actor has, a gap.
final class Cells {
  private final List<Lanes.Lane> lanes;
  private final Lanes chosen;
  private final Bands bands;
  private final Glyphs glyphs;

  /// A mark with what is written behind it.
  private record Cell(String mark, String label, Style style) {}

  Cells(Lanes chosen, Bands bands, Glyphs glyphs) {
    this.lanes = chosen.lanes();
    this.chosen = chosen;
    this.bands = bands;
    this.glyphs = glyphs;
  }

  /// How many columns each of the rows takes.
  int columns() {
    return chosen.columns();
  }

  /// The names above the lanes.
  Row names() {
    Row row = new Row();
    for (Lanes.Lane lane : lanes) {
      String name = Lanes.name(lane.actor(), glyphs);
      row.add(Wrapping.pad(name, lane.columns()), Style.STRONG);
    }
    return row;
  }

  /// The marks alone.
  Row marks(State state) {
    List<Cell> cells = new ArrayList<>();
    for (Lanes.Lane lane : lanes) {
      Band band = bands.of(state, lane.actor());
      cells.add(new Cell(glyphs.resting(band.hold()), "", style(band)));
    }
    return row(cells, new Arrows());
  }

  /// The marks and what everybody has.
  Row named(State state) {
    List<Cell> cells = new ArrayList<>();
    for (Lanes.Lane lane : lanes) {
      cells.add(resting(bands.of(state, lane.actor())));
    }
    return row(cells, new Arrows());
  }

  /// The marks and what everybody has after a step, with arrows to or from the actor where the step
  /// gave somebody else something or took it away.
  Row step(State before, State after, Actor actor) {
    List<Cell> cells = new ArrayList<>();
    for (Lanes.Lane lane : lanes) {
      Band band = bands.of(after, lane.actor());
      cells.add(lane.actor().equals(actor) ? acting(band) : resting(band));
    }
    return row(cells, arrows(before, after, actor));
  }

  private Cell resting(Band band) {
    return new Cell(glyphs.resting(band.hold()), Lanes.label(band, glyphs), style(band));
  }

  private Cell acting(Band band) {
    String mark = chosen.banded() ? glyphs.acting(band.hold()) : glyphs.acting();
    Style style = band.hold() == Band.Hold.NOTHING ? Style.STRONG : style(band);
    return new Cell(mark, Lanes.label(band, glyphs), style);
  }

  private Style style(Band band) {
    int tint = chosen.labels().indexOf(Lanes.label(band, glyphs));
    return tint < 0 ? Style.FAINT : Style.tint(tint);
  }

  private Arrows arrows(State before, State after, Actor actor) {
    Arrows arrows = new Arrows();
    int acting = lanes.stream().map(Lanes.Lane::actor).toList().indexOf(actor);
    for (int at = 0; at < lanes.size() && acting >= 0; at++) {
      Band old = bands.of(before, lanes.get(at).actor());
      Band now = bands.of(after, lanes.get(at).actor());
      if (at != acting && !old.equals(now)) {
        if (now.hold() == Band.Hold.NOTHING) {
          arrows.add(at, acting);
        } else {
          arrows.add(acting, at);
        }
      }
    }
    return arrows;
  }

  private Row row(List<Cell> cells, Arrows arrows) {
    Row row = new Row();
    for (int at = 0; at < lanes.size(); at++) {
      Cell cell = cells.get(at);
      boolean crossed = arrows.crosses(at) && cell.mark().equals(glyphs.resting(Band.Hold.NOTHING));
      row.add(crossed ? glyphs.crossing() : cell.mark(), cell.style());
      row.add(cell.label(), cell.style());
      int gap = lanes.get(at).columns() - 1 - Wrapping.columns(cell.label());
      row.add(arrows.gap(at, gap, glyphs), Style.PLAIN);
    }
    return row;
  }
}
