# What the commands of this folder have in common. They source it, with the variable root set, and
# take over jdk, jvm_options, class_path and revision.
# shellcheck shell=bash disable=SC2154,SC2034

# The launcher's own functions and options, so that searches run here as they do there.
# shellcheck source=/dev/null
source <(sed '/^find_root$/,$d' "$root/psyscall")
say() { printf 'benchmarks: %s\n' "$*" >&2; }

wrong_usage() {
  say "$*; see ./benchmarks/${0##*/} --help"
  exit 2
}

# Builds what is measured; sets jdk, class_path and revision.
build_measured() {
  local target=$root/benchmarks/target
  find_jdk
  command -v mvn >/dev/null || fail "Maven is not installed: install it (3.6.3 or newer)"
  say "building"
  # Measured classes are copied, so that a later build does not change them under a run.
  product=$(mktemp -d) || fail "cannot write in the folder for temporary files"
  trap 'rm -rf "$product"' EXIT
  (cd "$root" && JAVA_HOME=$jdk mvn -B -q -Dmaven.test.skip=true -pl benchmarks -am package) >&2 ||
    fail "the build failed"
  cp -r "$target/jmh-classes" "$target/lib" "$product" || fail "cannot write in $product"
  cp "$target"/psyscall-benchmarks-*.jar "$product/lib" || fail "cannot write in $product"
  class_path="$product/jmh-classes:$product/lib/*"
  revision=$(cd "$root" && git rev-parse --short HEAD 2>/dev/null) || revision=unknown
  [ -z "$(cd "$root" && git status --porcelain 2>/dev/null)" ] || revision=$revision+changes
}
