// The twin of the program gettimeofday: the time of day by the vDSO, by a raw call, by a call.
package main

import (
	"fmt"
	"syscall"
	"time"
	"unsafe"
)

func main() {
	var now syscall.Timeval
	start := time.Now()
	errno := syscall.Errno(0)
	if err := syscall.Gettimeofday(&now); err != nil {
		errno = err.(syscall.Errno)
	}
	fmt.Println(0, 0, errno)
	fmt.Println(syscall.RawSyscall(syscall.SYS_GETTIMEOFDAY, uintptr(unsafe.Pointer(&now)), 0, 0))
	fmt.Println(syscall.Syscall(syscall.SYS_GETTIMEOFDAY, uintptr(unsafe.Pointer(&now)), 0, 0))
	println("total", time.Since(start)/time.Microsecond)
}
