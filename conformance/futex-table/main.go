// futex-table makes the waits of one cell of the futex table, and prints for each of them what it
// gave back, when it began and when it had ended for its goroutine, in microseconds from the start:
// a line of JSON. The environment sets GOMAXPROCS, since runtime.GOMAXPROCS stops the world, and a
// signal of that may come late into a wait. It is built with any release from 1.10 on.
package main

import (
	"flag"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

const (
	futexWait = 0
	futexWake = 1
)

var names = map[syscall.Errno]string{
	0: "0", syscall.EINTR: "EINTR", syscall.EAGAIN: "EAGAIN", syscall.ETIMEDOUT: "ETIMEDOUT",
}

type result struct {
	err          syscall.Errno
	began, ended time.Duration
}

func main() {
	waits := flag.Int("waits", 3, "how many goroutines wait, one wait each")
	call := flag.String("call", "raw", "how they call: raw or syscall")
	kind := flag.String("kind", "futex", "what they call: futex or nanosleep")
	limit := flag.Duration("wait", 0, "how long a wait lasts at most; 0: for ever")
	change := flag.Duration("change", 0, "when another goroutine changes the word; 0: never")
	wake := flag.Duration("wake", 0, "when another goroutine wakes all who wait; 0: never")
	held := flag.Uint("word", 1, "what the word holds at the start; the waits expect 1")
	flag.Parse()

	word := uint32(*held)
	span := syscall.NsecToTimespec(int64(*limit))
	trap := syscall.RawSyscall6
	if *call == "syscall" {
		trap = syscall.Syscall6
	}
	number := uintptr(syscall.SYS_FUTEX)
	a1, a2, a3, a4 := uintptr(unsafe.Pointer(&word)), uintptr(futexWait), uintptr(1), uintptr(0)
	if *limit > 0 {
		a4 = uintptr(unsafe.Pointer(&span))
	}
	if *kind == "nanosleep" {
		number, a1, a2, a3, a4 = syscall.SYS_NANOSLEEP, a4, 0, 0, 0
	}

	results := make([]result, *waits)
	var all sync.WaitGroup
	start := time.Now()
	if *change > 0 {
		go func() {
			time.Sleep(*change)
			atomic.StoreUint32(&word, 2)
		}()
	}
	if *wake > 0 {
		go func() {
			time.Sleep(*wake)
			syscall.RawSyscall6(
				syscall.SYS_FUTEX, uintptr(unsafe.Pointer(&word)), futexWake, 1<<30, 0, 0, 0)
		}()
	}
	for i := range results {
		each := &results[i]
		all.Add(1)
		go func() {
			each.began = time.Since(start)
			_, _, each.err = trap(number, a1, a2, a3, a4, 0, 0)
			each.ended = time.Since(start)
			all.Done()
		}()
	}
	all.Wait()
	total := time.Since(start)
	fmt.Print(`{"calls": [`)
	for i, each := range results {
		if i > 0 {
			fmt.Print(", ")
		}
		fmt.Printf(`["%s", %d, %d]`,
			names[each.err], each.began/time.Microsecond, each.ended/time.Microsecond)
	}
	fmt.Printf("], \"total\": %d}\n", total/time.Microsecond)
	runtime.KeepAlive(&word)
	runtime.KeepAlive(&span)
}
