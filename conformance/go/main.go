// Command scenarios runs a small program, chosen by its name, and records its execution trace.
//
//	scenarios -scenario=pipe -procs=2 -o FILE
//
// It is compiled by every release of Go from 1.5 on, with the standard library only: hence no
// module file, no build constraints, and nothing of the library that 1.5 did not have. How much a
// scenario does is fixed; how many events that makes is up to the scheduler.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/trace"
	"sort"
	"strings"
)

// A scenario prepares itself, and returns what it does while the trace is on and what it does
// afterwards, each of which may be nil.
type scenario func() (traced, after func())

// What there is; the scenario with C adds itself where it is compiled.
var scenarios = map[string]scenario{
	"aba":        aba,
	"block":      block,
	"gcstw":      gcstw,
	"gens":       gens,
	"getpid":     getpids,
	"lockos":     lockos,
	"midstart":   midstart,
	"pipe":       pipe,
	"preempt":    preempt,
	"quietfutex": quietfutex,
	"rawfutex":   rawfutex,
	"resize":     resize,
	"restart":    restart,
	"signal":     signals,
	"syscall6":   syscall6,
}

func main() {
	if len(os.Args) == 2 && os.Args[1] == changerArgument {
		changeWord()
		return
	}
	name := flag.String("scenario", "", "one of: "+strings.Join(names(), " "))
	procs := flag.Int("procs", 2, "GOMAXPROCS")
	times := flag.Int("times", 1, "how often the scenario runs while the trace is on")
	out := flag.String("o", "", "the file that the trace goes to")
	flag.Parse()
	prepare, known := scenarios[*name]
	if !known || *out == "" || *procs < 1 || *times < 1 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	runtime.GOMAXPROCS(*procs)
	record(prepare, *times, *out)
}

func record(prepare scenario, times int, out string) {
	file, err := os.Create(out)
	check("create the trace", err)
	traced, after := prepare()
	check("start the trace", trace.Start(file))
	run(traced)
	for again := 1; again < times; again++ {
		run(after)
		traced, after = prepare()
		run(traced)
	}
	trace.Stop()
	run(after)
	check("close the trace", file.Close())
}

func run(part func()) {
	if part != nil {
		part()
	}
}

func names() []string {
	var all []string
	for name := range scenarios {
		all = append(all, name)
	}
	sort.Strings(all)
	return all
}

// check ends the program, if something went wrong.
func check(what string, err error) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "cannot %s: %v\n", what, err)
		os.Exit(1)
	}
}
