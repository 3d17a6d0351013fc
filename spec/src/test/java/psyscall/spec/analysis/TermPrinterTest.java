package psyscall.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import psyscall.spec.expr.Arr;
import psyscall.spec.expr.Bool;
import psyscall.spec.expr.Bytes;
import psyscall.spec.expr.Expr;
import psyscall.spec.expr.Fifo;
import psyscall.spec.expr.Id;
import psyscall.spec.expr.IdSet;
import psyscall.spec.expr.Int;
import psyscall.spec.expr.Opt;
import psyscall.spec.expr.Rec;
import psyscall.spec.expr.Sym;
import psyscall.spec.expr.Type;
import psyscall.spec.expr.Word;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Var;
import psyscall.spec.term.WordTerm.WordOperation.Operator;
import psyscall.spec.toy.TinyScheduler.M;
import psyscall.spec.toy.TinyScheduler.P;
import psyscall.spec.toy.TinyScheduler.Status;

class TermPrinterTest {
  private static final Arr<P, Sym<Status>> STATUS =
      field("p.status", P.IDS.array(Sym.of(Status.class)));
  private static final Arr<P, Opt<M>> PM = field("p.m", P.IDS.array(M.IDS.opt()));
  private static final Arr<M, Opt<P>> MP = field("m.p", M.IDS.array(P.IDS.opt()));
  private static final Arr<P, Bool> KNOWN = field("sched.known", P.IDS.array(Bool.TYPE));
  private static final IdSet<P> IDLE = field("sched.pidle", P.IDS.set());
  private static final IdSet<P> DEAD = field("sched.pdead", P.IDS.set());
  private static final Fifo<M> QUEUE = field("sched.midle", M.IDS.fifo(4));
  private static final Bool GCWAITING = field("gcwaiting", Bool.TYPE);
  private static final Int WAIT = field("stopwait", Int.range(0, 9));
  private static final Word RAX = field("rax", Word.bits(64));
  private static final Word AL = field("al", Word.bits(8));
  private static final Bytes MEMORY = field("memory", Bytes.TYPE);
  private static final Id<M> SELF = M.IDS.id().of(new Term.Self(M.IDS.sort()));

  private static <E extends Expr> E field(String name, Type<E> type) {
    return type.of(new Term.Read(new Var(name, type.sort(), Var.Role.FIELD)));
  }

  static Stream<Arguments> terms() {
    return Stream.of(fields(), conditions(), numbers(), collections(), words(), steps())
        .flatMap(List::stream);
  }

  private static List<Arguments> fields() {
    Rec.Field<TermPrinterTest, Int> age = new Rec.Field<>("age", Int.range(0, 9));
    Sort.Struct struct = new Sort.Struct("Pair", List.of(age.sort(), age.sort()));
    Rec<TermPrinterTest> pair = field("pair", Rec.of(struct));
    Term local = new Term.Local(new Var.Local("startm", "spinning", Sort.TRUTH));
    Var inlined = new Var("M.startm.p", MP.term().sort(), Var.Role.LOCAL);
    Var counter = new Var("pc.M", KNOWN.term().sort(), Var.Role.COUNTER);
    return List.of(
        arguments(MP.of(SELF).term(), "m.p"),
        arguments(KNOWN.of(P.IDS.individual(1)).term(), "sched.known[P1]"),
        arguments(MP.with(SELF, P.IDS.nil()).term(), "m.p with [m] = nil"),
        arguments(pair.get(age).term(), "pair.age"),
        arguments(pair.with(age, Int.of(3)).term(), "pair with .age = 3"),
        arguments(Rec.make(struct, Int.of(1), WAIT).term(), "Pair{age: 1, age: stopwait}"),
        arguments(P.IDS.each(Bool.TYPE, p -> IDLE.has(p)).term(), "for each p: p in sched.pidle"),
        arguments(local, "spinning"),
        arguments(new Term.The(new Term.Select(new Term.Read(inlined), SELF.term())), "p"),
        arguments(
            new Term.Select(new Term.Read(inlined), M.IDS.individual(0).term()), "M0.startm.p"),
        arguments(new Term.Select(new Term.Read(counter), P.IDS.individual(0).term()), "P0.pc"),
        arguments(new Term.SelfOrNil(M.IDS.sort()), "mOrNil"),
        arguments(SELF.known().term(), "m"));
  }

  private static List<Arguments> conditions() {
    Opt<P> mine = MP.of(SELF);
    return List.of(
        arguments(mine.isNil().term(), "m.p == nil"),
        arguments(mine.isSome().term(), "m.p != nil"),
        arguments(
            mine.isSomeAnd(p -> STATUS.of(p).is(Status.Pidle)).term(),
            "m.p != nil && m.p.status == Pidle"),
        arguments(
            mine.isSomeAnd(p -> STATUS.of(p).is(Status.Pidle)).not().term(),
            "m.p == nil || m.p.status != Pidle"),
        arguments(
            mine.isNilOr(p -> STATUS.of(p).is(Status.Pidle)).and(GCWAITING).term(),
            "(m.p == nil || m.p.status == Pidle) && gcwaiting"),
        arguments(
            mine.match(Int.range(0, 1), _ -> Int.of(1), Int.of(0)).term(),
            "if m.p != nil then 1 else 0"),
        arguments(
            GCWAITING.and(IDLE.isEmpty()).not().term(), "!gcwaiting || sched.pidle is not empty"),
        arguments(GCWAITING.implies(IDLE.isEmpty()).term(), "!gcwaiting || sched.pidle is empty"),
        arguments(GCWAITING.is(Bool.FALSE).term(), "!gcwaiting"),
        arguments(Bool.all().term(), "true"),
        arguments(Bool.any(GCWAITING).not().term(), "!gcwaiting"),
        arguments(
            P.IDS.exists(p -> P.IDS.forAll(q -> q.is(p).or(IDLE.has(q)))).term(),
            "some p: every p2: p2 == p || p2 in sched.pidle"),
        arguments(P.IDS.exists(IDLE::has).not().term(), "no p: p in sched.pidle"),
        arguments(P.IDS.forAll(IDLE::has).not().term(), "some p: p not in sched.pidle"),
        arguments(
            GCWAITING.and(P.IDS.exists(IDLE::has)).term(),
            "gcwaiting && (some p: p in sched.pidle)"),
        arguments(
            PM.of(P.IDS.individual(0)).isSomeAnd(m -> MP.of(m).isNil()).term(),
            "P0.m != nil && P0.m.p == nil"));
  }

  private static List<Arguments> numbers() {
    return List.of(
        arguments(WAIT.moreThan(0).term(), "stopwait > 0"),
        arguments(WAIT.atLeast(1).not().term(), "stopwait < 1"),
        arguments(WAIT.lessThan(3).not().term(), "stopwait >= 3"),
        arguments(WAIT.minus(WAIT.minus(1)).plus(2).term(), "stopwait - (stopwait - 1) + 2"),
        arguments(WAIT.plus(1).dividedBy(2).term(), "(stopwait + 1) / 2"),
        arguments(
            GCWAITING.choose(Int.range(0, 9), WAIT, Int.of(2)).plus(1).is(3).term(),
            "(if gcwaiting then stopwait else 2) + 1 == 3"),
        arguments(WAIT.min(Int.of(2)).plus(1).term(), "min(stopwait, 2) + 1"));
  }

  private static List<Arguments> collections() {
    return List.of(
        arguments(
            IDLE.union(DEAD).minus(P.IDS.individual(0)).term(), "sched.pidle ∪ sched.pdead − {P0}"),
        arguments(IDLE.intersect(P.IDS.all()).size().term(), "len(sched.pidle ∩ all Ps)"),
        arguments(P.IDS.count(IDLE::has).term(), "count(p: p in sched.pidle)"),
        arguments(P.IDS.where(p -> IDLE.has(p).not()).term(), "{p: p not in sched.pidle}"),
        arguments(P.IDS.none().term(), "{}"),
        arguments(QUEUE.append(SELF).rest().first().term(), "first(rest(append(sched.midle, m)))"),
        arguments(QUEUE.elements().has(SELF).term(), "m in set(sched.midle)"),
        arguments(new Term.Empty(QUEUE.term().sort()), "[]"));
  }

  private static List<Arguments> words() {
    Word sum = RAX.plus(Word.of(1, 64));
    return List.of(
        arguments(sum.apply(Operator.MUL, RAX).term(), "(rax + 1) * rax"),
        arguments(
            RAX.apply(Operator.AND, sum).is(Word.of(255, 64)).term(), "rax & (rax + 1) == 0xff"),
        arguments(RAX.below(Word.of(-4095, 64)).not().term(), "rax >= 0xfffffffffffff001"),
        arguments(RAX.lessThan(sum).term(), "int64(rax) < int64(rax + 1)"),
        arguments(RAX.apply(Operator.SHIFT_RIGHT_SIGNED, Word.of(2, 64)).term(), "int64(rax) >> 2"),
        arguments(AL.signExtend(32).zeroExtend(64).term(), "uint64(int32(int8(al)))"),
        arguments(sum.extract(8, 8).term(), "uint8((rax + 1) >> 8)"),
        arguments(
            MEMORY.store(RAX, AL).load(sum, 4).term(), "memory.store8(rax, al).load32(rax + 1)"));
  }

  private static List<Arguments> steps() {
    return List.of(
        arguments(new Term.Next(GCWAITING.term()), "next(gcwaiting)"),
        arguments(
            new Term.And(List.of(new Term.StepOf(List.of("startm", "stopm")), GCWAITING.term())),
            "step in (startm, stopm) && gcwaiting"));
  }

  @ParameterizedTest
  @MethodSource("terms")
  void termsPrintLikeGo(Term term, String text) {
    assertThat(TermPrinter.print(term)).isEqualTo(text);
  }

  @Test
  void everyTermKindIsPrintedHere() {
    List<Class<?>> leftOut = List.of(Term.Reference.class);

    assertThat(terms().flatMap(one -> kinds((Term) one.get()[0])))
        .containsAll(
            Stream.of(Term.class.getPermittedSubclasses())
                .flatMap(
                    kind ->
                        kind.isInterface()
                            ? Stream.of(kind.getPermittedSubclasses())
                            : Stream.<Class<?>>of(kind))
                .filter(kind -> !leftOut.contains(kind))
                .toList());
  }

  private static Stream<Class<?>> kinds(Term term) {
    return Stream.concat(
        Stream.of(term.getClass()),
        psyscall.spec.term.Traversal.parts(term).stream().flatMap(TermPrinterTest::kinds));
  }
}
