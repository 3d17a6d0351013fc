// The twin of the program epoll: the user's epoll_wait, raw and told, and the runtime's.
package main

import (
	"fmt"
	"os"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// quiet returns an instance of epoll that waits for bytes in a pipe to which nobody writes.
func quiet() uintptr {
	var pipe [2]int
	must(syscall.Pipe(pipe[:]))
	poller, err := syscall.EpollCreate1(0)
	must(err)
	event := syscall.EpollEvent{Events: syscall.EPOLLIN, Fd: int32(pipe[0])}
	must(syscall.EpollCtl(poller, syscall.EPOLL_CTL_ADD, pipe[0], &event))
	return uintptr(poller)
}

func main() {
	poller := quiet()
	in, out, err := os.Pipe()
	must(err)
	var events [1]syscall.EpollEvent
	var all sync.WaitGroup
	all.Add(3)
	start := time.Now()
	other := func(name string) {
		fmt.Println(name)
		all.Done()
	}
	go other("beside the raw wait, or behind it")
	fmt.Println(syscall.RawSyscall6(syscall.SYS_EPOLL_WAIT, poller,
		uintptr(unsafe.Pointer(&events)), 1, 6, 0, 0))
	go other("beside the wait that the scheduler knows of")
	fmt.Println(syscall.Syscall6(syscall.SYS_EPOLL_WAIT, poller,
		uintptr(unsafe.Pointer(&events)), 1, 50, 0, 0))
	go other("beside the runtime's own")
	time.AfterFunc(50*time.Millisecond, func() { out.Write([]byte{1}) })
	var bytes [1]byte
	_, err = in.Read(bytes[:])
	must(err)
	fmt.Println("the network is ready")
	all.Wait()
	println("total", time.Since(start)/time.Microsecond)
}
