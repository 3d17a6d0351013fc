package psyscall.model.compile;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.Consumer;
import psyscall.model.emit.Code;
import psyscall.model.layout.Layout;

/// The making of a class with a method for each rule and actor, whose constructor is given the
/// number of scratch words; and the limits that it keeps.
final class Generation {
  /// HotSpot does not compile methods of 8,000 bytecodes and more, without a word.
  static final int BYTECODES_MAX = 7_000;

  /// A class file has room for 65,535 constants, and no method of allowed size adds 5,000.
  private static final int CONSTANTS_MAX = 60_000;

  private final ClassDesc self;
  private final ClassDesc parent;
  private final Layout layout;
  private final List<Origin> origins;
  private int scratchWords;

  /// @param origins those of which the method `rule` with the position as a suffix is written
  Generation(ClassDesc self, ClassDesc parent, Layout layout, List<Origin> origins) {
    this.self = self;
    this.parent = parent;
    this.layout = layout;
    this.origins = origins;
  }

  /// A class that was made.
  static final class Generated {
    private final byte[] bytes;
    private final int scratchWords;

    private Generated(byte[] bytes, int scratchWords) {
      this.bytes = bytes;
      this.scratchWords = scratchWords;
    }

    /// The class file.
    byte[] bytes() {
      return bytes;
    }

    /// How many words of scratch an instance needs.
    int scratchWords() {
      return scratchWords;
    }

    /// A handle that makes instances, as those of a type, of a number of scratch words.
    MethodHandle constructor(Class<?> type) {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
        return lookup
            .findConstructor(lookup.lookupClass(), MethodType.methodType(void.class, int.class))
            .asType(MethodType.methodType(type, int.class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("generated class that cannot be used", e);
      }
    }
  }

  /// Makes the class.
  ///
  /// @param body writes all methods but the constructor
  /// @throws IllegalArgumentException if a method has more bytecodes than are compiled, or all of
  ///   them more constants than a class has room for
  Generated generate(Consumer<ClassBuilder> body) {
    Generated made = generateLarge(body);
    for (MethodModel method : ClassFile.of().parse(made.bytes()).methods()) {
      int size = method.findAttribute(Attributes.code()).map(CodeAttribute::codeLength).orElse(0);
      if (size > BYTECODES_MAX) {
        throw new IllegalArgumentException(
            "method with too much code: method="
                + method.methodName().stringValue()
                + what(method.methodName().stringValue())
                + ", bytecodes="
                + size
                + ", limit="
                + BYTECODES_MAX
                + "; split the rule or the condition, or make the world smaller");
      }
    }
    return made;
  }

  /// Makes the class, which may have methods that HotSpot does not compile.
  ///
  /// @param body writes all methods but the constructor
  /// @throws IllegalArgumentException if a method has more than 65,535 bytecodes, or all of them
  ///   more constants than a class has room for
  Generated generateLarge(Consumer<ClassBuilder> body) {
    byte[] bytes =
        ClassFile.of()
            .build(
                self,
                to -> {
                  to.withSuperclass(parent);
                  to.withFlags(ClassFile.ACC_FINAL);
                  constructor(to);
                  body.accept(to);
                });
    return new Generated(bytes, scratchWords);
  }

  private void constructor(ClassBuilder to) {
    MethodTypeDesc type = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    to.withMethodBody(
        ConstantDescs.INIT_NAME,
        type,
        0,
        body ->
            body.aload(0).iload(1).invokespecial(parent, ConstantDescs.INIT_NAME, type).return_());
  }

  private String what(String method) {
    return method.startsWith("rule")
        ? " (" + placeOf(origins.get(Integer.parseInt(method.substring(4)))) + ")"
        : "";
  }

  /// How errors name an origin.
  static String placeOf(Origin origin) {
    return "rule="
        + origin.rule().name()
        + ", label="
        + origin.rule().label()
        + ", actor="
        + origin.actor().name();
  }

  /// Where methods go that nobody else calls.
  Code.Methods methods(ClassBuilder to) {
    return methods(to, ClassFile.ACC_FINAL);
  }

  /// Where methods go.
  ///
  /// @param flags their flags
  Code.Methods methods(ClassBuilder to, int flags) {
    return (method, place, body) -> {
      to.withMethodBody(
          method.name(),
          method.type(),
          flags,
          builder -> {
            Code code = new Code(builder, layout.world(), place, self, layout.memoryCells());
            body.accept(code);
            scratchWords = Math.max(scratchWords, code.scratchWords());
          });
      if (to.constantPool().size() > CONSTANTS_MAX) {
        throw new IllegalArgumentException(
            "class with too many constants: rules of actors="
                + origins.size()
                + ", limit="
                + CONSTANTS_MAX
                + " constants; leave out procedures, or make the world smaller");
      }
    };
  }
}
