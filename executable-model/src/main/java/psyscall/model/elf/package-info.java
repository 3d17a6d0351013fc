/// ELF programs and shared libraries for x86-64, and the routines in them that contain SYSCALL.
///
/// Entry types: [psyscall.model.elf.ElfFile] maps a file and judges its headers,
/// [psyscall.model.elf.ElfRoutines] finds the routines. Nothing in a file is believed: each table
/// must lie inside it, sections must not overlap in it, a symbol must lie inside its section, and
/// there are limits on how many there are.
///
/// Depends on [psyscall.model.assembly] and [psyscall.model.decode]. Leaves out object files, files
/// without a table of sections, relocations, and debugging information.
@NullMarked
package psyscall.model.elf;

import org.jspecify.annotations.NullMarked;
