// Reads all events of an execution trace with Go's own reader and prints how many there are and
// how much processor time it took:
//
//	read FILE
//
// The command that builds it puts the reader of the installed Go beside it as peer/trace.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"syscall"

	"peer/trace"
)

func cpuSeconds() float64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	spent := usage.Utime.Nano() + usage.Stime.Nano()
	return float64(spent) / 1e9
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "read:", err)
		os.Exit(1)
	}
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: read FILE")
		os.Exit(2)
	}
	file, err := os.Open(os.Args[1])
	check(err)
	before := cpuSeconds()
	reader, err := trace.NewReader(bufio.NewReaderSize(file, 1<<20))
	check(err)
	events := 0
	for {
		_, err := reader.ReadEvent()
		if err == io.EOF {
			break
		}
		check(err)
		events++
	}
	cpu := cpuSeconds() - before
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	fmt.Printf("events=%d cpu=%.3f rss=%d\n", events, cpu, usage.Maxrss>>10)
}
