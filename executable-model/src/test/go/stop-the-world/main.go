// The twin of the program stop-the-world: a collection while a call holds a P.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

func main() {
	var all sync.WaitGroup
	all.Add(1)
	start := time.Now()
	go func() {
		limit := syscall.NsecToTimespec(int64(2 * time.Millisecond))
		syscall.Syscall(syscall.SYS_NANOSLEEP, uintptr(unsafe.Pointer(&limit)), 0, 0)
		fmt.Println("has called")
		all.Done()
	}()
	fmt.Println("collects")
	runtime.GC()
	fmt.Println("has collected")
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
