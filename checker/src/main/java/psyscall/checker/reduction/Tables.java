package psyscall.checker.reduction;

import psyscall.model.layout.Layout;

/// What is known of a layout before any state is seen; shared by all threads.
///
/// @param words how many words a state has
/// @param individuals their numbers
/// @param trivial whether no sort has two individuals
/// @param records where their records are
/// @param frames what the processes hold where they stand
/// @param links the parts that refer to individuals: first those with fixed places, then by frame
/// @param blocks the arrays inside records: first those with fixed places, then by frame
/// @param fixed the links and arrays with fixed places
@SuppressWarnings("ArrayRecordComponent") // private to the package; never changed nor compared
record Tables(
    int words,
    Individuals individuals,
    boolean trivial,
    RecordTable records,
    FrameTable frames,
    LinkTable links,
    CellBlock[] blocks,
    Extent fixed) {

  static Tables of(Layout layout) {
    Individuals individuals = new Individuals(layout.world());
    RecordTable records = new RecordTable(layout, individuals);
    Survey survey = new Survey(layout, individuals);
    Extent fixed = survey.fixed(records);
    FrameTable frames = new FrameTable(layout, individuals, records, survey);
    return new Tables(
        layout.words(),
        individuals,
        !individuals.canBeExchanged(),
        records,
        frames,
        new LinkTable(survey.links(), individuals.count()),
        survey.blocks().toArray(CellBlock[]::new),
        fixed);
  }
}
