package psyscall.model.emit;

import java.util.List;
import java.util.OptionalInt;
import psyscall.model.layout.Layout;
import psyscall.model.layout.Leaf;

/// A state in an array, which compiled conditions read.
public final class ArrayView extends StateView {
  private final int array;
  private final int at;
  private final LocalReaders locals;

  /// @param array the parameter that holds the state
  /// @param at the parameter that says where it begins
  /// @param locals the methods that read locals
  public ArrayView(
      Code code, Layout layout, Leaves leaves, int array, int at, LocalReaders locals) {
    super(code, layout, leaves);
    this.array = array;
    this.at = at;
    this.locals = locals;
  }

  @Override
  public void word(int word) {
    code.builder.aload(array).iload(at);
    if (word > 0) {
      code.constant(word);
      code.builder.iadd();
    }
    code.builder.laload();
  }

  @Override
  public void readLocal(Leaf leaf, List<Index> ids) {
    OptionalInt dynamic = firstVariable(ids);
    if (dynamic.isPresent()) {
      dispatch(leaf, ids, dynamic.getAsInt(), known -> readLocal(leaf, known));
      return;
    }
    String reader = locals.readerOf(leaf, known(ids));
    code.callSelf(
        reader,
        LocalReaders.TYPE,
        () -> {
          code.builder.aload(array).iload(at);
        });
  }
}
