import org.jspecify.annotations.NullMarked;

/// Measures the hot parts and whole searches. Nobody sees it, and it exports nothing.
@NullMarked
@SuppressWarnings("requires-automatic") // JMH has no module descriptor.
module psyscall.benchmarks {
  requires java.management;
  requires jdk.jfr;
  requires jdk.management;
  requires jmh.core;
  requires psyscall.checker;
}
