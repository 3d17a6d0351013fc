// The twin of the program template-thread: a goroutine that is locked to its thread creates others.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func compute(work time.Duration) {
	for start := time.Now(); time.Since(start) < work; {
	}
}

func main() {
	runtime.LockOSThread()
	var all sync.WaitGroup
	start := time.Now()
	for worker := 0; worker < 2; worker++ {
		all.Add(1)
		go func() {
			compute(500 * time.Microsecond)
			fmt.Println("a worker")
			all.Done()
		}()
	}
	compute(time.Millisecond)
	fmt.Println("the locked one")
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
