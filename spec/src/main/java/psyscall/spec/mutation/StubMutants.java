package psyscall.spec.mutation;

import static psyscall.spec.mutation.Edits.condition;
import static psyscall.spec.mutation.Edits.drop;
import static psyscall.spec.mutation.Site.branch;
import static psyscall.spec.mutation.Site.store;

import java.util.List;
import psyscall.spec.state.StubState;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Term;
import psyscall.spec.term.Traversal;
import psyscall.spec.term.Var;

/// Changes of a stub that is executed register by register.
final class StubMutants {
  private static final String STUB = "SyscallStub";
  private static final String LAST = "i21";
  private static final String FIRST_RESULT = "frame.40";

  static final List<Mutation> ALL =
      List.of(
          Mutant.named("result-in-register", "the stub leaves its result in AX across exitsyscall")
              .in("stubs-one-p")
              .breaks("results-are-ones-own")
              .after(69, condition(branch(STUB, LAST, "call.answered"), StubMutants::fromRegister)),
          Mutant.named("result-not-stored", "the stub stores no first result where it succeeds")
              .in("stubs-one-p")
              .breaks("results-are-ones-own")
              .after(25, drop(store(STUB, "i17", FIRST_RESULT))));

  private StubMutants() {}

  /// The caller finds the result in the register of the thread that it is on by then.
  private static Term fromRegister(Term condition) {
    Term register = new Term.Local(new Var.Local(STUB, "RAX", new Sort.Bits(StubState.BITS)));
    return Traversal.rewrite(
        condition,
        part ->
            part instanceof Term.Select(Term.Read(Var slot), _) && slot.name().equals(FIRST_RESULT)
                ? register
                : part);
  }
}
