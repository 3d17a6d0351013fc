package main

import (
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

const (
	futexWait = 0
	futexWake = 1
	waiters   = 3

	// What the word holds as long as it is worth waiting, and then.
	wordBefore, wordAfter = 1, 2

	// How long a wait may last.
	waitMillis = 120

	// When the word changes, and how much later its waiters are woken.
	changeMillis, wakeMillis = 60, 120

	// The start of a process that changes the word, and where it finds the file with the word and
	// the pipe that tells it when to begin.
	changerArgument          = "-change-word"
	changerFile, changerPipe = 3, 4
)

// A call of six arguments: syscall.RawSyscall6 hides the call from the runtime, syscall.Syscall6
// tells it.
type sixArguments func(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err syscall.Errno)

// rawfutex: three goroutines wait for a word that does not change, each in a call that the runtime
// does not know of. They keep their Ps; from 1.14 on the monitor's signal ends the wait early.
func rawfutex() (traced, after func()) {
	return waitInVain(syscall.RawSyscall6)
}

// syscall6: the same, but the runtime knows, and takes the Ps away.
func syscall6() (traced, after func()) {
	return waitInVain(syscall.Syscall6)
}

// quietfutex: rawfutex without the signals of the monitor. The runtime reads that setting when it
// starts, hence the program starts anew.
func quietfutex() (traced, after func()) {
	const quiet = "asyncpreemptoff=1"
	if !strings.Contains(os.Getenv("GODEBUG"), quiet) {
		check("set GODEBUG", os.Setenv("GODEBUG", quiet))
		check("start anew", syscall.Exec("/proc/self/exe", os.Args, os.Environ()))
	}
	return waitInVain(syscall.RawSyscall6)
}

func waitInVain(call sixArguments) (traced, after func()) {
	word := uint32(wordBefore)
	limit := syscall.NsecToTimespec(waitMillis * 1e6)
	return waits(call, &word, &limit), nil
}

// waits lets goroutines wait for a change of the word; afterwards it prints what the calls
// returned, in the order of the goroutines.
func waits(call sixArguments, word *uint32, limit *syscall.Timespec) (traced func()) {
	return func() {
		var results [waiters]string
		crew(waiters, func(number int) {
			begun := time.Now()
			r1, r2, err := call(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(word)), futexWait,
				wordBefore, uintptr(unsafe.Pointer(limit)), 0, 0)
			results[number] = fmt.Sprintf("futex r1=%d r2=%d errno=%d (%v) after %d ms",
				int(r1), r2, int(err), err, time.Since(begun)/time.Millisecond)
		})()
		for _, result := range results {
			fmt.Println(result)
		}
	}
}

// restart: waits without a limit. Another process changes the word in shared memory and wakes the
// waiters some time later. From 1.14 on the monitor's signal makes the kernel restart the call
// before that, and the restarted call sees the new word: EAGAIN. Another process, since waits that
// the runtime does not know of may hold all Ps.
func restart() (traced, after func()) {
	name := fmt.Sprintf("%s/psyscall-word-%d", os.TempDir(), os.Getpid())
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0600)
	check("create the word", err)
	check("remove the word's name", os.Remove(name))
	check("size the word", file.Truncate(int64(os.Getpagesize())))
	page, word := sharedWord(int(file.Fd()))
	atomic.StoreUint32(word, wordBefore)
	begin := newGate()
	pipe := os.NewFile(uintptr(begin.read), "pipe")
	changer, err := os.StartProcess("/proc/self/exe", []string{os.Args[0], changerArgument},
		&os.ProcAttr{Files: []*os.File{nil, nil, os.Stderr, file, pipe}})
	check("start the changer", err)
	waiting := waits(syscall.RawSyscall6, word, nil)
	traced = func() {
		begin.openRaw()
		waiting()
	}
	after = func() {
		_, err := changer.Wait()
		check("wait for the changer", err)
		check("unmap the word", syscall.Munmap(page))
		check("close the word", file.Close())
		check("close the pipe", pipe.Close())
		check("close the pipe", syscall.Close(begin.write))
	}
	return traced, after
}

// changeWord is what the other process does.
func changeWord() {
	_, word := sharedWord(changerFile)
	gate{read: changerPipe}.wait()
	time.Sleep(changeMillis * time.Millisecond)
	atomic.StoreUint32(word, wordAfter)
	time.Sleep(wakeMillis * time.Millisecond)
	syscall.Syscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(word)), futexWake, waiters, 0, 0, 0)
}

func sharedWord(file int) (page []byte, word *uint32) {
	page, err := syscall.Mmap(
		file, 0, os.Getpagesize(), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	check("map the word", err)
	return page, (*uint32)(unsafe.Pointer(&page[0]))
}
