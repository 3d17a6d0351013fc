// The twin of the program write-read: a read waits for a write, through a pipe.
package main

import (
	"fmt"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

func main() {
	var pipe [2]int
	if err := syscall.Pipe(pipe[:]); err != nil {
		panic(err)
	}
	var all sync.WaitGroup
	all.Add(2)
	start := time.Now()
	go func() {
		var bytes [16]byte
		fmt.Println(syscall.Syscall(syscall.SYS_READ, uintptr(pipe[0]), uintptr(unsafe.Pointer(&bytes)),
			16))
		all.Done()
	}()
	go func() {
		bytes := [5]byte{'h', 'e', 'l', 'l', 'o'}
		fmt.Println(syscall.Syscall(syscall.SYS_WRITE, uintptr(pipe[1]), uintptr(unsafe.Pointer(&bytes)),
			5))
		all.Done()
	}()
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
