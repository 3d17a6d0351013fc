package psyscall.checker.reduction;

/// Which links and arrays of the tables something has; the links are in the order of their kinds.
///
/// @param ids the first link that refers to one individual
/// @param sets the first that refers to a set
/// @param queues the first that refers to a queue
/// @param links the end of the links
/// @param firstBlock the first array
/// @param blocks the end of the arrays
record Extent(int ids, int sets, int queues, int links, int firstBlock, int blocks) {}
