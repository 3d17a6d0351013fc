package psyscall.model.plan9;

import java.util.Optional;

/// What the headers define that Go's own files include, as far as amd64 on Linux needs it.
///
/// `go_asm.h` is made by Go's compiler and holds sizes, constants and offsets of fields. It defines
/// nothing here, so that its names stay names. Sources: Go 1.10 to 1.26, `src/runtime/textflag.h`,
/// `go_tls.h`, `funcdata.h`, `cgo/abi_amd64.h`, `asm_amd64.h`.
final class Headers {
  private static final String FLAGS =
      """
      #define NOPROF 1
      #define DUPOK 2
      #define NOSPLIT 4
      #define RODATA 8
      #define NOPTR 16
      #define WRAPPER 32
      #define NEEDCTXT 64
      #define TLSBSS 256
      #define NOFRAME 512
      #define REFLECTMETHOD 1024
      #define TOPFRAME 2048
      #define ABIWRAPPER 4096
      """;

  private static final String THREAD =
      """
      #define get_tls(r) MOVQ TLS, r
      #define g(r) 0(r)(TLS*1)
      """;

  private static final String MAPS =
      """
      #define GO_ARGS FUNCDATA $0, go_args_stackmap(SB)
      #define GO_RESULTS_INITIALIZED PCDATA $0, $1
      #define NO_LOCAL_POINTERS FUNCDATA $1, no_pointers_stackmap(SB)
      """;

  private static final String HOST =
      """
      #define REGS_HOST_TO_ABI0_STACK (6*8)
      #define PUSH_REGS_HOST_TO_ABI0() \\
      ADJSP $(REGS_HOST_TO_ABI0_STACK) \\
      MOVQ BP, (5*8)(SP) \\
      LEAQ (5*8)(SP), BP \\
      MOVQ BX, (0*8)(SP) \\
      MOVQ R12, (1*8)(SP) \\
      MOVQ R13, (2*8)(SP) \\
      MOVQ R14, (3*8)(SP) \\
      MOVQ R15, (4*8)(SP)
      #define POP_REGS_HOST_TO_ABI0() \\
      MOVQ (0*8)(SP), BX \\
      MOVQ (1*8)(SP), R12 \\
      MOVQ (2*8)(SP), R13 \\
      MOVQ (3*8)(SP), R14 \\
      MOVQ (4*8)(SP), R15 \\
      MOVQ (5*8)(SP), BP \\
      ADJSP $-(REGS_HOST_TO_ABI0_STACK)
      """;

  private Headers() {}

  /// The text of a header.
  ///
  /// @param name as it is written after `#include`
  /// @return what it defines, or nothing if it is not known
  static Optional<String> text(String name) {
    return switch (name) {
      case "textflag.h" -> Optional.of(FLAGS);
      case "go_tls.h" -> Optional.of(THREAD);
      case "funcdata.h" -> Optional.of(MAPS);
      case "cgo/abi_amd64.h" -> Optional.of(HOST);
      case "go_asm.h", "asm_amd64.h" -> Optional.of("");
      case String _ -> Optional.empty();
    };
  }
}
