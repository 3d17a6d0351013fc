// The twin of the program locked: a goroutine that is locked to its thread beside one that was.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	var all sync.WaitGroup
	all.Add(2)
	start := time.Now()
	lines := func(name string) {
		fmt.Println(name, 1)
		runtime.Gosched()
		fmt.Println(name, 2)
		runtime.Gosched()
		fmt.Println(name, 3)
		all.Done()
	}
	go func() {
		runtime.LockOSThread()
		lines("locked")
	}()
	go func() {
		runtime.LockOSThread()
		runtime.UnlockOSThread()
		lines("free")
	}()
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
