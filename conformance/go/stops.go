package main

import (
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

// What is allocated goes here, so that it is allocated at all.
var heap [6][]byte

// gcstw: the world is stopped for the collector and for the statistics of memory, while threads are
// in calls of different lengths.
func gcstw() (traced, after func()) {
	return func() {
		resters := crew(len(heap), func(number int) {
			for left := 60; left > 0; left-- {
				rest(20 + 20*number*number)
				heap[number] = make([]byte, 4096)
			}
		})
		for left := 4; left > 0; left-- {
			runtime.GC()
			var statistics runtime.MemStats
			runtime.ReadMemStats(&statistics)
			time.Sleep(500 * time.Microsecond)
		}
		resters()
	}, nil
}

// resize: GOMAXPROCS changes, so that Ps come and go, while threads are in the kernel.
func resize() (traced, after func()) {
	return func() {
		before := runtime.GOMAXPROCS(0)
		resters := crew(4, func(int) {
			for left := 60; left > 0; left-- {
				rest(80)
			}
		})
		for change := 0; change < 12; change++ {
			time.Sleep(300 * time.Microsecond)
			runtime.GOMAXPROCS(1 + (before+change)%4)
		}
		resters()
		runtime.GOMAXPROCS(before)
	}, nil
}

// preempt: goroutines that do not yield, beside one that sits in read(2).
func preempt() (traced, after func()) {
	way := newGate()
	traced = func() {
		reader := crew(1, func(int) { way.wait() })
		crew(3, func(int) { burn(45000) })()
		way.open()
		reader()
	}
	return traced, way.close
}

// signal: the program sends signals to itself. The goroutine that receives them waits in
// entersyscallblock.
func signals() (traced, after func()) {
	arrived := make(chan os.Signal, 4)
	traced = func() {
		signal.Notify(arrived, syscall.SIGUSR1)
		for left := 20; left > 0; left-- {
			check("send a signal", syscall.Kill(syscall.Getpid(), syscall.SIGUSR1))
			<-arrived
		}
		signal.Stop(arrived)
	}
	return traced, nil
}
