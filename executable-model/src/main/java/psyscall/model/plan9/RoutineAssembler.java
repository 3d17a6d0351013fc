package psyscall.model.plan9;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import psyscall.model.assembly.Fields;
import psyscall.model.assembly.Reading;
import psyscall.model.assembly.UnreadableCodeException;
import psyscall.spec.machine.Instruction;
import psyscall.spec.machine.Routine;
import psyscall.spec.machine.Target;

/// Makes the instructions of one routine, as Go's assembler does.
final class RoutineAssembler {
  private static final long BASE = 0x40_0000;
  private static final int SMALL = 128;

  private final TextHeader header;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final Fields fields;
  private final FrameStyle style;

  /// A line of a routine that counts as an instruction.
  ///
  /// @param statement the line
  /// @param operands its operands
  record Line(Statement statement, List<SourceOperand> operands) {
    String word() {
      return statement.word();
    }

    /// An operand.
    ///
    /// @param index its position
    SourceOperand operand(int index) {
      return operands.get(index);
    }

    /// Checks the number of operands.
    ///
    /// @param counts the numbers allowed
    /// @throws UnreadableCodeException if there are more or less
    void require(int... counts) throws UnreadableCodeException {
      for (int count : counts) {
        if (operands.size() == count) {
          return;
        }
      }
      throw new UnreadableCodeException(
          "wrong number of operands: line=%d, word=%s, operands=%d"
              .formatted(statement.line(), word(), operands.size()));
    }

    UnreadableCodeException malformed(String what) {
      return new UnreadableCodeException(
          "%s: line=%d, found=%s".formatted(what, statement.line(), statement.shown()));
    }
  }

  private RoutineAssembler(TextHeader header, Fields fields, FrameStyle style) {
    this.header = header;
    this.fields = fields;
    this.style = style;
  }

  /// Makes a routine.
  ///
  /// @param header its TEXT line
  /// @param body the lines up to the next TEXT
  /// @param spelling how names of symbols are completed
  /// @param fields numbers of names
  /// @param style how the release makes frames
  /// @return the routine, or the first line outside the subset
  /// @throws UnreadableCodeException if a line cannot be
  static Reading assemble(
      TextHeader header,
      List<Statement> body,
      SymbolSpelling spelling,
      Fields fields,
      FrameStyle style)
      throws UnreadableCodeException {
    var assembler = new RoutineAssembler(header, fields, style);
    assembler.read(body, spelling);
    return assembler.reading();
  }

  private void read(List<Statement> body, SymbolSpelling spelling) throws UnreadableCodeException {
    for (Statement statement : body) {
      for (String label : statement.labels()) {
        if (labels.putIfAbsent(label, lines.size()) != null) {
          throw new UnreadableCodeException(
              "label twice: line=%d, name=%s"
                  .formatted(statement.line(), Statement.shortened(label)));
        }
      }
      if (statement.word().isEmpty()) {
        continue;
      }
      List<SourceOperand> operands = new ArrayList<>();
      if (!pseudo(statement.word()) && !Words.outside(statement.word())) {
        for (List<Token> tokens : statement.operands()) {
          operands.add(OperandParser.parse(tokens, statement.line(), spelling));
        }
      }
      lines.add(new Line(statement, List.copyOf(operands)));
    }
  }

  /// What is a line for the assembler but no machine code.
  private static boolean pseudo(String word) {
    return word.equals("PCDATA") || word.equals("FUNCDATA");
  }

  private Reading reading() throws UnreadableCodeException {
    boolean calls = lines.stream().anyMatch(line -> line.word().equals("CALL"));
    Frame frame = Frame.of(style, header, calls);
    if (!header.noSplit() && (calls || frame.size() >= SMALL)) {
      return outside(0, "a check of the stack's size");
    }
    List<Instruction> code = new ArrayList<>(frame.prologue());
    int[] starts = new int[lines.size()];
    long depth = frame.size();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      starts[i] = code.size();
      Optional<List<Instruction>> made = translate(i, frame, depth);
      if (made.isEmpty()) {
        return outside(line.statement().line(), line.statement().shown());
      }
      code.addAll(made.get());
      depth += pushed(line);
    }
    if (code.isEmpty()) {
      return outside(0, "no instruction");
    }
    List<Instruction> landed = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      landed.add(i < frame.prologue().size() ? code.get(i) : land(code.get(i), starts, code));
    }
    return new Reading.Whole(
        Routine.laidOut(header.name(), header.convention(), BASE, landed),
        List.of(header.written()));
  }

  private Optional<List<Instruction>> translate(int index, Frame frame, long depth)
      throws UnreadableCodeException {
    Line line = lines.get(index);
    if (pseudo(line.word())) {
      return Optional.of(List.of());
    }
    if (line.word().equals("RET")) {
      line.require(0, 1);
      if (depth != frame.size()) {
        throw line.malformed("PUSH and POP are not balanced");
      }
      return line.operands().isEmpty() ? Optional.of(frame.epilogue()) : Optional.empty();
    }
    var placer = new Placer(fields, frame, depth);
    return new Translator(placer, operand -> target(index, operand)).translate(line);
  }

  /// How much deeper SP lies after a line.
  private static long pushed(Line line) throws UnreadableCodeException {
    return switch (line.word()) {
      case "PUSHQ" -> 8;
      case "POPQ" -> -8;
      case "ADJSP" -> Translator.adjustment(line);
      case String _ -> 0;
    };
  }

  private int target(int index, SourceOperand operand) throws UnreadableCodeException {
    Line line = lines.get(index);
    long target =
        switch (operand) {
          case SourceOperand.Label(String name) -> {
            if (!labels.containsKey(name)) {
              throw new UnreadableCodeException(
                  "unknown label: line=%d, name=%s"
                      .formatted(line.statement().line(), Statement.shortened(name)));
            }
            yield labels.getOrDefault(name, 0);
          }
          case SourceOperand.Relative(long distance) -> Math.clamp(distance, -9999, 9999) + index;
          case SourceOperand _ -> throw line.malformed("a label is wanted");
        };
    if (target < 0 || target >= lines.size()) {
      throw line.malformed("a jump out of the routine");
    }
    return (int) target;
  }

  private Instruction land(Instruction instruction, int[] starts, List<Instruction> code)
      throws UnreadableCodeException {
    return switch (instruction) {
      case Instruction.Jump(Target.Inside(int line)) ->
          new Instruction.Jump(land(line, starts, code));
      case Instruction.Call(Target.Inside(int line)) ->
          new Instruction.Call(land(line, starts, code));
      case Instruction.JumpIf(var condition, Target.Inside(int line)) ->
          new Instruction.JumpIf(condition, land(line, starts, code));
      case Instruction other -> other;
    };
  }

  private Target land(int line, int[] starts, List<Instruction> code)
      throws UnreadableCodeException {
    if (starts[line] >= code.size()) {
      throw lines.get(line).malformed("a jump behind the last instruction");
    }
    return new Target.Inside(starts[line]);
  }

  private Reading outside(int line, String what) {
    String place = line == 0 ? "routine=" + header.written() : "line=" + line;
    return new Reading.Outside(
        header.name(), header.convention(), List.of(header.written()), place, what);
  }
}
