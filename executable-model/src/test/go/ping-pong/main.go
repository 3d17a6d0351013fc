// The twin of the program ping-pong: two goroutines that ready each other in turn and park.
package main

import (
	"fmt"
	"sync"
	"time"
)

const turns = 3

func main() {
	pings, pongs := make(chan bool), make(chan bool)
	var all sync.WaitGroup
	all.Add(2)
	start := time.Now()
	go func() {
		for turn := 0; turn < turns; turn++ {
			<-pings
			fmt.Println("pong")
			pongs <- true
		}
		all.Done()
	}()
	go func() {
		for turn := 0; turn < turns; turn++ {
			fmt.Println("ping")
			pings <- true
			<-pongs
		}
		all.Done()
	}()
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
