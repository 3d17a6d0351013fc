// The twin of the program gosched: three goroutines, each of which yields behind each line.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	var all sync.WaitGroup
	start := time.Now()
	for _, name := range []string{"a", "b", "c"} {
		name := name
		all.Add(1)
		go func() {
			for line := 1; line <= 3; line++ {
				fmt.Printf("%s%d\n", name, line)
				runtime.Gosched()
			}
			all.Done()
		}()
	}
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
