// The twin of the program futex: three raw waits of 300 ms on a word that nobody changes.
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
	limit := syscall.NsecToTimespec(300 * 1e6)
	var all sync.WaitGroup
	start := time.Now()
	for i := 0; i < 3; i++ {
		all.Add(1)
		go func() {
			fmt.Println(syscall.RawSyscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(&word)), futexWait,
				1, uintptr(unsafe.Pointer(&limit)), 0, 0))
			all.Done()
		}()
	}
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
