package psyscall.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.rule.Recorded.FLAG;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.process.Procedure;
import psyscall.spec.rule.Recorded.Named;
import psyscall.spec.toy.TinyScheduler.P;

/// Where control can go: what flattening checks of jumps, exits and roots.
class JumpsTest {
  @Test
  void jumpGoesSomewhere() {
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            goTo("nowhere");
          }
        };

    Recorded.assertIllFormed(
        () -> Recorded.threads(root),
        "jump to nowhere: target=nowhere; procedure=root, label=start");
  }

  @Test
  void controlPassesToRootsOnly() {
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            become("other");
          }
        };

    Recorded.assertIllFormed(
        () -> Recorded.threads(root, Recorded.loop("other")),
        "jump to nowhere: target=other, roots=[root]; procedure=root, label=start");
  }

  @Test
  void rootHasALabel() {
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            set(FLAG, true);
          }
        };

    Recorded.assertIllFormed(
        () -> Recorded.threads(root), "root procedure without a label: procedure=root");
  }

  @Test
  void everyExitIsHandled() {
    Procedure callee =
        new Named("callee") {
          @Override
          protected void body() {
            label("work", "");
            when(FLAG, () -> ret("true"));
            ret("false");
          }
        };
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("call", "");
            call(callee, List.of(), new Exit("true", () -> goTo("call")));
          }
        };

    Recorded.assertIllFormed(
        () -> Recorded.threads(root, callee),
        "exit that no caller handles: exit=false; procedure=callee, label=work");
  }

  @Test
  void rootDoesNotReturn() {
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("end", "");
            set(FLAG, true);
          }
        };

    Recorded.assertIllFormed(
        () -> Recorded.threads(root),
        "exit that no caller handles: exit=return; procedure=root, label=end");
  }

  @Test
  void rootMayEndInAChoiceThatAlwaysJumps() {
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("end", "");
            pickSubset("some", P.IDS.all(), _ -> goTo("end"));
          }
        };

    assertThat(Recorded.labels(Recorded.threads(root))).containsExactly("root.end");
  }
}
