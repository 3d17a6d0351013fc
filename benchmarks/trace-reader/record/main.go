// Records an execution trace of short system calls, some of which block, until it is long enough:
//
//	record FILE MEGABYTES
//
// Eight goroutines sleep in the kernel for 30 to 100 microseconds and ask for their process id
// three times, so that threads come back to Ps that others have taken. Linux only.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

// counted writes to a file and counts the bytes.
type counted struct {
	file  *os.File
	bytes int64
}

func (c *counted) Write(data []byte) (int, error) {
	n, err := c.file.Write(data)
	atomic.AddInt64(&c.bytes, int64(n))
	return n, err
}

func sleepInKernel(d time.Duration) {
	ts := syscall.NsecToTimespec(int64(d))
	syscall.Syscall(syscall.SYS_NANOSLEEP, uintptr(unsafe.Pointer(&ts)), 0, 0)
}

func work(d time.Duration, stop *int32, done *sync.WaitGroup) {
	for atomic.LoadInt32(stop) == 0 {
		sleepInKernel(d)
		for i := 0; i < 3; i++ {
			syscall.Syscall(syscall.SYS_GETPID, 0, 0, 0)
		}
	}
	done.Done()
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		os.Exit(1)
	}
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: record FILE MEGABYTES")
		os.Exit(2)
	}
	megabytes, err := strconv.ParseInt(os.Args[2], 10, 32)
	check(err)
	file, err := os.Create(os.Args[1])
	check(err)
	runtime.GOMAXPROCS(2)
	out := &counted{file: file}
	check(trace.Start(out))
	var stop int32
	var done sync.WaitGroup
	for g := 0; g < 8; g++ {
		done.Add(1)
		go work(time.Duration(30+10*g)*time.Microsecond, &stop, &done)
	}
	for atomic.LoadInt64(&out.bytes) < megabytes<<20 {
		time.Sleep(20 * time.Millisecond)
	}
	atomic.StoreInt32(&stop, 1)
	done.Wait()
	trace.Stop()
	check(file.Close())
}
