package psyscall.spec.rule;

import static psyscall.spec.rule.Recorded.FLAG;
import static psyscall.spec.rule.Recorded.OWNER;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Id;
import psyscall.spec.process.Procedure;
import psyscall.spec.rule.Recorded.Named;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;

class ScopingTest {
  @Test
  void boundVariableEndsWithItsStep() {
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("pick", "");
            Id<P> p = follow("picked", OWNER.of(self(M.IDS)));
            label("use", "");
            set(OWNER.of(self(M.IDS)), p);
            goTo("pick");
          }
        };

    Recorded.assertIllFormed(
        () -> Recorded.threads(root),
        "variable out of scope: name=picked; procedure=root, label=use");
  }

  @Test
  void boundVariableOfTheCallerEndsBeforeTheCallComesBack() {
    Procedure callee =
        new Named("callee") {
          @Override
          protected void body() {
            label("work", "");
            set(FLAG, true);
          }
        };
    Procedure root =
        new Named("root") {
          @Override
          protected void body() {
            label("call", "");
            Id<P> p = follow("picked", OWNER.of(self(M.IDS)));
            call(
                callee,
                List.of(),
                new Exit(
                    RETURN,
                    () -> {
                      set(OWNER.of(self(M.IDS)), p);
                      goTo("call");
                    }));
          }
        };

    // The step is the callee's, the text that is wrong is the caller's.
    Recorded.assertIllFormed(
        () -> Recorded.threads(root, callee),
        "variable out of scope: name=picked; procedure=root, label=call");
  }
}
