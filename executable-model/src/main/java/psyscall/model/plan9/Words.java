package psyscall.model.plan9;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import psyscall.spec.machine.Condition;
import psyscall.spec.machine.Instruction.Binary;
import psyscall.spec.machine.Instruction.Unary;
import psyscall.spec.machine.Register;

/// The words of Go's assembly for amd64: registers, conditions, and which mnemonics there are.
final class Words {
  private static final Map<String, Register> REGISTERS =
      Arrays.stream(Register.values())
          .collect(Collectors.toUnmodifiableMap(Register::plan9, register -> register));

  private static final Map<String, Condition> CONDITIONS =
      Map.ofEntries(
          Map.entry("JO", Condition.O),
          Map.entry("JOS", Condition.O),
          Map.entry("JNO", Condition.NO),
          Map.entry("JOC", Condition.NO),
          Map.entry("JB", Condition.B),
          Map.entry("JC", Condition.B),
          Map.entry("JCS", Condition.B),
          Map.entry("JLO", Condition.B),
          Map.entry("JNAE", Condition.B),
          Map.entry("JAE", Condition.AE),
          Map.entry("JCC", Condition.AE),
          Map.entry("JHS", Condition.AE),
          Map.entry("JNB", Condition.AE),
          Map.entry("JNC", Condition.AE),
          Map.entry("JE", Condition.E),
          Map.entry("JEQ", Condition.E),
          Map.entry("JZ", Condition.E),
          Map.entry("JNE", Condition.NE),
          Map.entry("JNZ", Condition.NE),
          Map.entry("JBE", Condition.BE),
          Map.entry("JLS", Condition.BE),
          Map.entry("JNA", Condition.BE),
          Map.entry("JA", Condition.A),
          Map.entry("JHI", Condition.A),
          Map.entry("JNBE", Condition.A),
          Map.entry("JMI", Condition.S),
          Map.entry("JS", Condition.S),
          Map.entry("JNS", Condition.NS),
          Map.entry("JPL", Condition.NS),
          Map.entry("JP", Condition.P),
          Map.entry("JPE", Condition.P),
          Map.entry("JPS", Condition.P),
          Map.entry("JNP", Condition.NP),
          Map.entry("JPC", Condition.NP),
          Map.entry("JPO", Condition.NP),
          Map.entry("JL", Condition.L),
          Map.entry("JLT", Condition.L),
          Map.entry("JNGE", Condition.L),
          Map.entry("JGE", Condition.GE),
          Map.entry("JNL", Condition.GE),
          Map.entry("JLE", Condition.LE),
          Map.entry("JNG", Condition.LE),
          Map.entry("JG", Condition.G),
          Map.entry("JGT", Condition.G),
          Map.entry("JNLE", Condition.G));

  private static final Map<String, Binary.Operator> BINARY =
      Arrays.stream(Binary.Operator.values())
          .collect(Collectors.toUnmodifiableMap(Binary.Operator::name, operator -> operator));

  private static final Map<String, Unary.Operator> UNARY =
      Arrays.stream(Unary.Operator.values())
          .collect(Collectors.toUnmodifiableMap(Unary.Operator::name, operator -> operator));

  /// Mnemonics in the runtime's and the syscall package's files of Go 1.10 to 1.26 that the subset
  /// leaves out.
  private static final Set<String> OUTSIDE =
      Set.copyOf(
          List.of(
              """
              ADCQ AESENC BSFL BSFQ BSRQ BSWAPQ BYTE CLD CMOVQLT CMPXCHGL CMPXCHGQ CPUID KMOVQ
              KXORQ LDMXCSR LFENCE LOCK LONG MFENCE MOVD MOVO MOVOU MOVSB MOVSL MOVSQ MOVUPS
              PADDD PAND PAUSE PCALIGN PCMPEQB PCMPESTRI PINSRD PINSRQ PINSRW PMOVMSKB POPCNTL
              POPCNTQ POPFQ PREFETCHNTA PREFETCHT0 PSHUFB PSHUFD PSHUFHW PSHUFL PUNPCKLBW PUSHFQ
              PXOR RCRQ RDTSC RDTSCP REP REPN ROLQ SALQ SARL SARQ SETEQ SETGT SETHI SETNE SFENCE
              SHLL SHLQ SHRL SHRQ STD STMXCSR STOSB STOSL STOSQ UNDEF VMOVAPD VMOVDQA VMOVDQU
              VMOVDQU64 VMOVNTDQ VPAND VPBROADCASTB VPCMPEQB VPMOVMSKB VPTEST VPXOR VZEROALL
              VZEROUPPER WORD XADDL XADDQ XCHGB XCHGL XCHGQ XGETBV XORPS"""
                  .split("\\s+")));

  private Words() {}

  static Optional<Register> register(String word) {
    return Optional.ofNullable(REGISTERS.get(word));
  }

  /// Whether a word is a register that the subset leaves out: X0, Y15, AL, CS.
  static boolean otherRegister(String word) {
    return word.matches("[XYZ][0-9]{1,2}|K[0-7]|[A-D][LH]|[C-G]S|[A-D]XH|FP|SB|PC");
  }

  static Optional<Condition> condition(String word) {
    return Optional.ofNullable(CONDITIONS.get(word));
  }

  static Optional<Binary.Operator> binary(String stem) {
    return Optional.ofNullable(BINARY.get(stem));
  }

  static Optional<Unary.Operator> unary(String stem) {
    return Optional.ofNullable(UNARY.get(stem));
  }

  /// Whether Go's assembler knows a word that the subset leaves out.
  static boolean outside(String word) {
    return OUTSIDE.contains(word);
  }
}
