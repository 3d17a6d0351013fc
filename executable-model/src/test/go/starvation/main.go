// The twin of the program starvation: a raw wait, and a goroutine that could run.
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
	limit := syscall.NsecToTimespec(int64(300 * time.Millisecond))
	var all sync.WaitGroup
	all.Add(2)
	start := time.Now()
	go func() {
		fmt.Println("the worker runs")
		all.Done()
	}()
	go func() {
		fmt.Println("the waiter waits")
		fmt.Println(syscall.RawSyscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(&word)), futexWait,
			1, uintptr(unsafe.Pointer(&limit)), 0, 0))
		all.Done()
	}()
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
