// The twin of the program futex-changed-syscall: the same endless waits by Syscall6.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

const futexWait = 0

func main() {
	word := uint32(1)
	var all sync.WaitGroup
	start := time.Now()
	for i := 0; i < 3; i++ {
		all.Add(1)
		go func() {
			fmt.Println(syscall.Syscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(&word)), futexWait,
				1, 0, 0, 0))
			all.Done()
		}()
	}
	go func() {
		time.Sleep(300 * time.Millisecond)
		atomic.StoreUint32(&word, 2)
	}()
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
