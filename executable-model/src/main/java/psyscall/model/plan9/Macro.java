package psyscall.model.plan9;

import java.util.List;
import java.util.Optional;

/// What `#define` says about a name.
///
/// @param parameters names of its parameters; empty if it is used without parentheses
/// @param body what it stands for
record Macro(Optional<List<String>> parameters, List<Token> body) {}
