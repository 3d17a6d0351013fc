/// What went wrong, said to who typed the command: what the parser does not understand, and
/// whatever was thrown.
///
/// Entry types: [psyscall.cli.mistake.Failures] and [psyscall.cli.mistake.ParseMistakes]. Depends
/// on `psyscall.cli.session` and `psyscall.cli.input`. Leaves out what each verb refuses itself.
@NullMarked
package psyscall.cli.mistake;

import org.jspecify.annotations.NullMarked;
