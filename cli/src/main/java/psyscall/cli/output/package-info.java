/// Results as people and as machines read them: tables, the report of a check, JSON documents.
///
/// Entry types: [psyscall.cli.output.CheckReport] and [psyscall.cli.output.CheckDocument]. Depends
/// on `psyscall.cli.check`, `psyscall.reports` and Jackson. Leaves out the verbs: nothing here
/// chooses what is shown.
@NullMarked
package psyscall.cli.output;

import org.jspecify.annotations.NullMarked;
