package main

import (
	"runtime"
	"sync/atomic"
	"time"
)

// pipe: a goroutine blocks in read(2) again and again, another wakes it, a third has work for the
// P that becomes free.
func pipe() (traced, after func()) {
	const reads = 30
	way := newGate()
	traced = func() {
		var done int32
		worker := crew(1, func(int) {
			for atomic.LoadInt32(&done) == 0 {
				burn(50)
				runtime.Gosched()
			}
		})
		reader := crew(1, func(int) {
			for left := reads; left > 0; left-- {
				way.wait()
			}
		})
		for left := reads; left > 0; left-- {
			time.Sleep(300 * time.Microsecond)
			way.open()
		}
		reader()
		atomic.StoreInt32(&done, 1)
		worker()
	}
	return traced, way.close
}

// aba: more goroutines than Ps make calls that block for a short time, and then some that do not.
// A thread that returns may find its old P in the call of somebody else.
func aba() (traced, after func()) {
	return func() {
		crew(8, func(number int) {
			for left := 40; left > 0; left-- {
				rest(30 + 10*number)
				ask()
				ask()
				ask()
			}
		})()
	}, nil
}

// getpid: many calls that return at once and keep their P.
func getpids() (traced, after func()) {
	return func() {
		crew(4, func(int) {
			for left := 500; left > 0; left-- {
				ask()
			}
		})()
	}, nil
}

// block: calls that last so long that the monitor takes their Ps; then all of them end at once.
func block() (traced, after func()) {
	var gates [6]gate
	for at := range gates {
		gates[at] = newGate()
	}
	traced = func() {
		for round := 0; round < 6; round++ {
			readers := crew(len(gates), func(number int) { gates[number].wait() })
			time.Sleep(15 * time.Millisecond)
			for _, one := range gates {
				one.openRaw()
			}
			readers()
		}
	}
	after = func() {
		for _, one := range gates {
			one.close()
		}
	}
	return traced, after
}

// lockos: a goroutine that is locked to its thread blocks in the kernel and sends; the receiver
// runs on other threads.
func lockos() (traced, after func()) {
	return func() {
		numbers := make(chan int)
		sender := crew(1, func(int) {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			for number := 0; number < 40; number++ {
				rest(200)
				numbers <- number
			}
			close(numbers)
		})
		for range numbers {
			ask()
		}
		sender()
	}, nil
}

// gens: long enough for several generations of a trace of Go 1.22 or later. One goroutine stays in
// read(2) all the time, others come and go.
func gens() (traced, after func()) {
	way := newGate()
	traced = func() {
		sleeper := crew(1, func(int) { way.wait() })
		crew(3, func(int) {
			for left := 230; left > 0; left-- {
				rest(10000)
				ask()
			}
		})()
		way.open()
		sleeper()
	}
	return traced, way.close
}

// midstart: goroutines are in the kernel when the trace begins and when it ends. Up to Go 1.12 calls
// that are all short can keep the others waiting: hence long ones too, and an end.
func midstart() (traced, after func()) {
	released, kept := newGate(), newGate()
	var done int32
	first := crew(1, func(int) {
		released.wait()
		ask()
	})
	second := crew(1, func(int) { kept.wait() })
	resters := crew(4, func(number int) {
		for left := 100; left > 0 && atomic.LoadInt32(&done) == 0; left-- {
			rest(50 + 400*number)
		}
	})
	time.Sleep(2 * time.Millisecond)
	traced = func() {
		time.Sleep(2 * time.Millisecond)
		released.open()
		first()
	}
	after = func() {
		atomic.StoreInt32(&done, 1)
		kept.open()
		second()
		resters()
		released.close()
		kept.close()
	}
	return traced, after
}
