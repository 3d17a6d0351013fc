package psyscall.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import psyscall.cli.output.EditScript;
import psyscall.spec.release.Change;
import psyscall.spec.release.Release;

/// The changes between releases, one on top of the other.
class TextDiffTest {
  @ParameterizedTest
  @CsvSource({
    "1.10.8, 1.14.15", "1.10.8, 1.19.13", "1.14.15, 1.19.13",
    "1.14.15, 1.10.8", "1.19.13, 1.10.8", "1.19.13, 1.14.15",
  })
  void changesLeadFromOneReleaseToTheOther(String from, String to) {
    Release left = Release.named(from).orElseThrow();
    Release right = Release.named(to).orElseThrow();
    List<ChangeDiff> changes = TextDiff.of(left, right).changes();
    boolean isForward = from.compareTo(to) < 0;
    ChangeDiff first = isForward ? changes.getFirst() : changes.getLast();
    ChangeDiff last = isForward ? changes.getLast() : changes.getFirst();

    assertThat(changes)
        .extracting(ChangeDiff::change)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(change -> left.has(change) != right.has(change));
    assertThat(first.before().changes()).isEqualTo(left.changes());
    assertThat(last.after().changes()).isEqualTo(right.changes());
    assertThat(changes).allMatch(each -> each.isMade() == right.has(each.change()));
  }

  @Test
  void theWayBackIsTheSameWay() {
    TextDiff there = TextDiff.of(Release.GO_1_10_8, Release.GO_1_19_13);
    TextDiff back = TextDiff.of(Release.GO_1_19_13, Release.GO_1_10_8);

    assertThat(back.changes()).hasSameSizeAs(there.changes());
    for (int at = 0; at < there.changes().size(); at++) {
      ChangeDiff one = there.changes().get(at);
      ChangeDiff other = back.changes().get(at);
      assertThat(other.gone()).isEqualTo(one.added());
      assertThat(other.procedures())
          .extracting(ChangeDiff.ProcedureDiff::name)
          .isEqualTo(one.procedures().stream().map(ChangeDiff.ProcedureDiff::name).toList());
    }
  }

  @Test
  void aChangeThatIsMadeAlreadyChangesNothing() {
    Release release = Release.GO_1_14_15;

    ChangeDiff none = ChangeDiff.of(Change.OLDP, release, release.plus(Change.OLDP));

    assertThat(none.procedures()).isEmpty();
    assertThat(none.gone()).isEmpty();
    assertThat(none.added()).isEmpty();
  }

  @Test
  void differenceHasNoCitations() {
    assertThat(TextDiff.of(Release.GO_1_10_8, Release.GO_1_19_13).changes())
        .flatExtracting(ChangeDiff::procedures)
        .flatExtracting(procedure -> procedure.script().edits())
        .extracting(EditScript.Edit::line)
        .noneMatch(line -> line.startsWith("//"));
  }
}
