package psyscall.model.interpret;

import psyscall.model.behavior.IdSet;
import psyscall.model.behavior.Value;
import psyscall.spec.term.Sort;
import psyscall.spec.term.Var;

/// Where the values of the state variables are while a step is executed.
///
/// Arrays are read and written by the entry, so that a step costs what it touches. Writes are
/// provisional until [#commit]; [#undo] takes them back, so that a step that turns out to be
/// impossible leaves no trace.
public interface Store {

  /// The value of a variable.
  ///
  /// @param variable a variable of the specification
  /// @return its value now, provisional writes included
  /// @throws ModelError if it is an array and this store keeps no whole arrays
  Value read(Var variable);

  /// An entry of an array variable.
  ///
  /// @param variable a variable of an array sort
  /// @param id whose entry
  /// @return its value now, provisional writes included
  /// @throws ModelError if there is no such individual
  Value read(Var variable, long id);

  /// Changes a variable.
  ///
  /// @param variable a variable of the specification
  /// @param value its new value
  /// @throws ModelError if it is an array and this store keeps no whole arrays
  void write(Var variable, Value value);

  /// Changes an entry of an array variable.
  ///
  /// @param variable a variable of an array sort
  /// @param id whose entry
  /// @param value its new value
  /// @throws ModelError if there is no such individual
  void write(Var variable, long id, Value value);

  /// All individuals of a sort that there are now.
  ///
  /// @param sort an id sort
  /// @return their ids
  IdSet universe(Sort.Individual sort);

  /// Makes the writes since the last commit final.
  void commit();

  /// Takes back the writes since the last commit.
  void undo();
}
