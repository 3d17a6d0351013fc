package psyscall.checker.plain.judge;

import java.util.Optional;
import psyscall.checker.plain.graph.QuietStates;

/// What a search tells the judges at its end.
///
/// @param cut why it ended before all was explored, with what was covered; empty if all was
/// @param quiet the quiet states; empty if a part is unexplored or no judge reads the graph
/// @param trails the ways to states
public record Explored(Optional<String> cut, Optional<QuietStates> quiet, Trails trails) {}
