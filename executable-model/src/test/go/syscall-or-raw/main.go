// The twin of the program syscall-or-raw: who runs while a goroutine waits in the kernel.
package main

import (
	"fmt"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

const futexWait = 0

func main() {
	word := uint32(1)
	var all sync.WaitGroup
	all.Add(2)
	start := time.Now()
	other := func(name string) {
		fmt.Println(name)
		all.Done()
	}
	go other("the first other")
	short := syscall.NsecToTimespec(int64(6 * time.Millisecond))
	fmt.Println(syscall.RawSyscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(&word)), futexWait, 1,
		uintptr(unsafe.Pointer(&short)), 0, 0))
	go other("the second other")
	long := syscall.NsecToTimespec(int64(50 * time.Millisecond))
	fmt.Println(syscall.Syscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(&word)), futexWait, 1,
		uintptr(unsafe.Pointer(&long)), 0, 0))
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
