package psyscall.spec.kernel;

import psyscall.spec.machine.Flag;

/// Numbers of Linux on x86-64.
public final class Linux {
  /// The user's code selector, ring 3.
  public static final int USER_CS = 0x33;

  /// The user's stack selector, ring 3.
  public static final int USER_DS = 0x2b;

  /// The kernel's code selector.
  public static final int KERNEL_CS = 0x10;

  /// The kernel's stack selector.
  public static final int KERNEL_DS = 0x18;

  private static final long USER32_CS = 0x23;

  /// What STAR holds: where SYSCALL finds the kernel's selectors and SYSRET the user's.
  public static final long STAR = USER32_CS << 48 | (long) KERNEL_CS << 32;

  /// The first address that SYSRET is never used for: the last page of the lower half.
  public static final long TASK_SIZE_MAX = (1L << 47) - 4096;

  /// The greatest error number; results from minus this to -1 are errors.
  public static final int MAX_ERRNO = 4095;

  /// A call that was interrupted by a signal.
  public static final int EINTR = 4;

  /// A call that there is not.
  public static final int ENOSYS = 38;

  /// The call that goes on with one that had a time-out.
  public static final int RESTART_SYSCALL = 219;

  /// The bit of a number that selects the table of x32.
  public static final int X32_BIT = 0x40000000;

  private Linux() {}

  /// What FMASK holds: the flags that SYSCALL clears on its way in, all but the virtual ones.
  ///
  /// @return their bits
  public static long fmask() {
    long mask = 0;
    for (Flag flag : Flag.values()) {
      mask |=
          switch (flag) {
            case CF, PF, AF, ZF, SF, TF, IF, DF, OF, IOPL0, IOPL1, NT, RF, AC, ID -> flag.mask();
            case VM, VIF, VIP -> 0;
          };
    }
    return mask;
  }
}
