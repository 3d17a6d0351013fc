package main

import (
	"os"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

// rest blocks the thread in the kernel. The runtime is told: the P can be taken away meanwhile.
func rest(micros int) {
	span := syscall.NsecToTimespec(int64(micros) * 1000)
	syscall.Syscall(syscall.SYS_NANOSLEEP, uintptr(unsafe.Pointer(&span)), 0, 0)
}

// ask is a call that returns at once. The runtime is told, unlike with syscall.Getpid.
func ask() {
	syscall.Syscall(syscall.SYS_GETPID, 0, 0, 0)
}

// burn uses the processor and calls nothing but the clock.
func burn(micros int) {
	for end := time.Now().Add(time.Duration(micros) * time.Microsecond); time.Now().Before(end); {
	}
}

// A gate is a pipe without the net poller: who waits at it blocks its thread in read(2).
type gate struct{ read, write int }

func newGate() gate {
	var ends [2]int
	check("make a pipe", syscall.Pipe(ends[:]))
	return gate{ends[0], ends[1]}
}

// wait blocks until somebody opens the gate, once for each time it is opened.
func (g gate) wait() {
	var octet [1]byte
	for {
		count, err := syscall.Read(g.read, octet[:])
		if err == syscall.EINTR {
			continue
		}
		check("read from a pipe", os.NewSyscallError("read", err))
		if count == 1 {
			return
		}
	}
}

// open lets one waiter go on, by a call that the runtime is told of.
func (g gate) open() {
	_, err := syscall.Write(g.write, []byte{1})
	check("write to a pipe", os.NewSyscallError("write", err))
}

// openRaw lets one waiter go on, by a call that the runtime does not notice.
func (g gate) openRaw() {
	octet := [1]byte{1}
	syscall.RawSyscall(
		syscall.SYS_WRITE, uintptr(g.write), uintptr(unsafe.Pointer(&octet)), 1)
}

func (g gate) close() {
	syscall.Close(g.read)
	syscall.Close(g.write)
}

// crew runs work in count goroutines, each with its number from 0 on, and returns a function that
// waits for all of them.
func crew(count int, work func(number int)) (wait func()) {
	var all sync.WaitGroup
	all.Add(count)
	for number := 0; number < count; number++ {
		go func(number int) {
			defer all.Done()
			work(number)
		}(number)
	}
	return all.Wait
}
