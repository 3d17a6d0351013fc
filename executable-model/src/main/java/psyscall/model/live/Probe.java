package psyscall.model.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import psyscall.model.trampoline.Block;
import psyscall.model.trampoline.Trampoline;
import psyscall.spec.machine.Register;

/// The calls that answer on this machine as they are known to. A filter, as containers have them,
/// may answer for the kernel; such a call is left out, and told.
///
/// @param fit the calls, the reflector last if it is among them
/// @param answers what each of them answered
/// @param unfit the others, one line each
record Probe(List<SafeCall> fit, List<Long> answers, List<String> unfit) {
  /// A run with fewer kinds of calls does not say much.
  private static final int CALLS_MIN = 20;

  /// Copies the lists.
  Probe {
    fit = List.copyOf(fit);
    answers = List.copyOf(answers);
    unfit = List.copyOf(unfit);
  }

  /// Makes each call once.
  ///
  /// @param trampoline makes them
  /// @param descriptor of the process's own memory
  /// @return what came of it
  static Probe of(Trampoline trampoline, int descriptor) {
    List<SafeCall> calls =
        Stream.concat(SafeCalls.others().stream(), Stream.of(SafeCalls.REFLECTOR)).toList();
    long[] words = new long[Block.WORDS];
    CallVectors vectors = new CallVectors(new SplittableRandom(0), calls, descriptor, words);
    List<SafeCall> fit = new ArrayList<>();
    List<Long> answers = new ArrayList<>();
    List<String> unfit = new ArrayList<>();
    for (int call = 0; call < calls.size(); call++) {
      vectors.next(0, call);
      trampoline.run(words, 1);
      long answer = words[Block.HALF + Block.number(Register.RAX)];
      vectors.answers(call, answer);
      if (vectors.isAnswered(0, call)) {
        fit.add(calls.get(call));
        answers.add(answer);
      } else {
        unfit.add(
            "call=%s, answer=%d, known=%d"
                .formatted(calls.get(call).title(), answer, vectors.stated(0, call)));
      }
    }
    return new Probe(fit, answers, unfit);
  }

  /// Whether there is enough to examine.
  ///
  /// @return whether the reflector and some twenty calls are fit
  boolean isEnough() {
    return fit.size() >= CALLS_MIN && fit.getLast() == SafeCalls.REFLECTOR;
  }

  /// Why there is not.
  ///
  /// @return one line
  String shortage() {
    return "too few calls answer as they are known to: fit=%d, limit=%d.., %s; is there a filter?"
        .formatted(fit.size(), CALLS_MIN, unfit.getFirst());
  }

  /// Vectors of these calls.
  ///
  /// @param random where the numbers come from
  /// @param descriptor of the process's own memory
  /// @param words the blocks they go to
  /// @return their source
  CallVectors vectors(SplittableRandom random, int descriptor, long[] words) {
    CallVectors vectors = new CallVectors(random, fit, descriptor, words);
    for (int call = 0; call < fit.size(); call++) {
      vectors.answers(call, answers.get(call));
    }
    return vectors;
  }
}
