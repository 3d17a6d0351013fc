package psyscall.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static psyscall.spec.rule.Recorded.FLAG;
import static psyscall.spec.rule.Recorded.OWNER;

import java.util.List;
import org.junit.jupiter.api.Test;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Word;
import psyscall.spec.rule.Recorded.Named;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;
import psyscall.spec.toy.TinyScheduler.Status;

class LivenessTest {

  /// Reads its local in one of two branches.
  private static final class Branching extends Named {
    private final Bool seen = local("seen", Bool.TYPE);

    Branching() {
      super("root");
    }

    @Override
    protected void body() {
      label("look", "");
      set(seen, FLAG);
      label("decide", "");
      when(FLAG, () -> goTo("use"), () -> goTo("look"));
      label("use", "");
      set(FLAG, seen);
      label("rest", "");
      goTo("look");
    }
  }

  @Test
  void deadLocalsAreReset() {
    Specification specification = Recorded.threads(new Branching());

    assertThat(Recorded.lines(specification, "root.look"))
        .containsExactly("seen = flag", "goto root.decide");
    assertThat(Recorded.lines(specification, "root.decide"))
        .containsExactly(
            "if flag {",
            "    goto root.use",
            "} else {",
            "    seen = false",
            "    goto root.look",
            "}");
    assertThat(Recorded.lines(specification, "root.use"))
        .containsExactly("flag = seen", "seen = false", "goto root.rest");
  }

  @Test
  void localsThatAreDeadAlreadyAreLeftAlone() {
    Specification specification = Recorded.threads(new Branching());

    assertThat(Recorded.lines(specification, "root.rest")).containsExactly("goto root.look");
  }

  @Test
  void localThatIsWrittenForNothingIsResetInTheSameStep() {
    final class Root extends Named {
      private final Bool unused = local("unused", Bool.TYPE);

      Root() {
        super("root");
      }

      @Override
      protected void body() {
        label("start", "");
        set(unused, true);
        goTo("start");
      }
    }

    assertThat(Recorded.lines(Recorded.threads(new Root()), "root.start"))
        .containsExactly("unused = true", "unused = false", "goto root.start");
  }

  @Test
  void resetIsTheDefaultOfTheSort() {
    final class Root extends Named {
      private final Int fromTwo = local("fromTwo", Int.range(2, 5));
      private final Int below = local("below", Int.range(-5, -2));
      private final Int across = local("across", Int.range(-1, 1));
      private final Sym<Status> status = local("status", Sym.of(Status.class));
      private final Opt<P> maybe = local("maybe", P.IDS.opt());
      private final Id<P> id = local("id", P.IDS.id());
      private final IdSet<P> set = local("set", P.IDS.set());
      private final Word word = local("word", Word.bits(8));

      Root() {
        super("root");
      }

      @Override
      protected void body() {
        label("start", "");
        Id<P> mine = follow("mine", OWNER.of(self(M.IDS)));
        set(fromTwo, 3);
        set(below, -3);
        set(across, 1);
        set(status, Status.Pgcstop);
        set(maybe, mine);
        set(id, mine);
        set(set, P.IDS.all());
        set(word, Word.of(7, 8));
        goTo("start");
      }
    }

    List<String> lines = Recorded.lines(Recorded.threads(new Root()), "root.start");

    assertThat(lines.subList(9, lines.size()))
        .containsExactly(
            "fromTwo = 2",
            "below = -2",
            "across = 0",
            "status = Pidle",
            "maybe = nil",
            "id = nil",
            "set = {}",
            "word = 0",
            "goto root.start");
  }

  @Test
  void localIsAliveInTheStepThatReadsItBeforeItWrites() {
    final class Root extends Named {
      private final Int count = local("count", Int.range(0, 3));

      Root() {
        super("root");
      }

      @Override
      protected void body() {
        label("up", "");
        set(count, count.plus(1));
        when(FLAG, () -> goTo("up"));
        label("down", "");
        set(count, 0);
        goTo("up");
      }
    }

    Specification specification = Recorded.threads(new Root());

    // `down` writes it before anybody reads, so it is dead there.
    assertThat(Recorded.lines(specification, "root.up"))
        .containsExactly(
            "count++", "if flag {", "    goto root.up", "}", "count = 0", "goto root.down");
    assertThat(Recorded.lines(specification, "root.down"))
        .containsExactly("count = 0", "goto root.up");
  }

  @Test
  void indexOfAPlaceIsARead() {
    final class Root extends Named {
      private final Id<M> other = local("other", M.IDS.id());

      Root() {
        super("root");
      }

      @Override
      protected void body() {
        label("choose", "");
        set(other, self(M.IDS));
        label("use", "");
        clear(OWNER.of(other));
        goTo("choose");
      }
    }

    Specification specification = Recorded.threads(new Root());

    assertThat(Recorded.lines(specification, "root.choose"))
        .containsExactly("other = m", "goto root.use");
    assertThat(Recorded.lines(specification, "root.use"))
        .containsExactly("other.p = nil", "other = nil", "goto root.choose");
  }

  @Test
  void parametersAreResetWhenTheCallIsOver() {
    final class Callee extends Named {
      private final Opt<P> p = parameter("p", P.IDS.opt());

      Callee() {
        super("callee");
      }

      @Override
      protected void body() {
        label("one", "");
        await(p.isSome());
        label("two", "");
        set(OWNER.of(self(M.IDS)), p);
      }
    }
    Callee callee = new Callee();
    Named root =
        new Named("root") {
          @Override
          protected void body() {
            label("start", "");
            call(callee, OWNER.of(self(M.IDS)));
            label("end", "");
            goTo("start");
          }
        };

    Specification specification = Recorded.threads(root, callee);

    assertThat(Recorded.lines(specification, "root.start>callee.one"))
        .containsExactly("wait until p != nil", "goto root.start>callee.two");
    assertThat(Recorded.lines(specification, "root.start>callee.two"))
        .containsExactly("m.p = p", "p = nil", "goto root.end");
  }
}
