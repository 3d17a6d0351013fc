// The twin of the program futex-changed: three raw waits without an end; the word changes after 300 ms.
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
			fmt.Println(syscall.RawSyscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(&word)), futexWait,
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
