package psyscall.spec.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the handles refuse at compile time. Each wrong line has a right twin that differs in the
/// mistake only, so that it is not refused for another reason.
class HandlesCompileTest {
  @TempDir private Path classes = Path.of("");

  static Stream<Arguments> lines() {
    return Stream.of(
        line("nil may be followed", "status.of(maybeP)", "status.of(p)", "Opt<P>", "Id<P>"),
        line("index of another sort", "status.of(m)", "status.of(p)", "Id<M>", "Id<P>"),
        line("sorts compared", "m.is(p)", "m.is(m)", "Id<P>", "Id<M>"),
        line("optionals compared", "maybeP.is(m)", "maybeP.is(p)", "Id<M>"),
        line("member of another set", "idle.has(m)", "idle.has(p)", "Id<M>", "Id<P>"),
        line("member that may be nil", "idle.has(maybeP)", "idle.has(p)", "Opt<P>", "Id<P>"),
        line("sets of two sorts", "idle.union(threads)", "idle.union(idle)", "IdSet<M>"),
        line("append to another queue", "queue.append(m)", "queue.append(p)", "Id<M>", "Id<P>"),
        line(
            "enumeration of another",
            "status.of(p).is(Thread.State.NEW)",
            "status.of(p).is(Status.Pidle)",
            "State"),
        line("array of another index", "holder.with(p, maybeP)", "holder.with(m, maybeP)", "Id<P>"),
        line("entry of another sort", "holder.with(m, p)", "holder.with(m, maybeP)", "Id<P>"),
        line("number for a truth", "flag.and(number)", "flag.and(flag)", "Int", "Bool"),
        line(
            "parameter of a condition",
            "ids.forAll(q -> q.is(m))",
            "ids.forAll(q -> q.is(p))",
            "Id<M>"),
        line("thread stored as a processor", "set(maybeM, p)", "set(maybeP, p)", "Opt<M>"),
        line(
            "match on another sort",
            "maybeP.isSomeAnd(threads::has)",
            "maybeP.isSomeAnd(idle::has)",
            "Id<"));
  }

  private static Arguments line(String what, String wrong, String right, String... named) {
    return Arguments.of(what, wrong, right, List.of(named));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void mistakesDoNotCompile(String what, String wrong, String right, List<String> named) {
    assertThat(errors(right)).as("right twin of: %s", what).isEmpty();

    assertThat(errors(wrong)).as(what).hasSize(1);
    assertThat(errors(wrong).getFirst()).contains(named);
  }

  private List<String> errors(String expression) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-implicit:none", "-d", classes.toString());
    compiler
        .getTask(
            new StringWriter(),
            null,
            found,
            withClassPath(options),
            null,
            List.of(source(expression)))
        .call();
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(one -> one.getMessage(Locale.ROOT).replaceAll("(\\w+\\.)+(?=[A-Z])", ""))
        .toList();
  }

  private static List<String> withClassPath(List<String> options) {
    return Stream.concat(options.stream(), Stream.of("-cp", System.getProperty("java.class.path")))
        .toList();
  }

  private static JavaFileObject source(String expression) {
    String text =
        """
        import psyscall.spec.expr.*;
        import psyscall.spec.toy.TinyScheduler.*;

        abstract class Snippet extends psyscall.spec.process.Procedure {
          Snippet() {
            super("", psyscall.spec.toy.Declared.MODEL);
          }

          void of(
              Id<M> m, Id<P> p, Opt<M> maybeM, Opt<P> maybeP, IdSet<P> idle, IdSet<M> threads,
              Fifo<P> queue, Arr<P, Sym<Status>> status, Arr<M, Opt<P>> holder, Bool flag,
              Int number, Ids<P> ids) {
            %s;
          }
        }
        """
            .formatted(expression);
    return new SimpleJavaFileObject(
        URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
