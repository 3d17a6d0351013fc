// Not Go's: TEXT ·Commented(SB),NOSPLIT,$0-0
#include "textflag.h"

TEXT	·Syscall(SB),NOSPLIT,$0-56
	CALL	runtime·before(SB)
	MOVQ	$0, R8
	SYSCALL	// traps
	LOCK
	XADDL	AX, 0(BX)
	RET

TEXT ·RawSyscall<ABIInternal>(SB),NOSPLIT,$0
	JMP	·Syscall(SB)

