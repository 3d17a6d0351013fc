package main

/*
#include <pthread.h>
#include <unistd.h>

extern void psyscallYield(void);

enum { callers = 3, calls = 5 };

static void rest(unsigned micros) { usleep(micros); }

static void callBack(void) { psyscallYield(); }

static void *caller(void *unused) {
  for (int left = calls; left > 0; left--) {
    psyscallYield();
    usleep(100);
  }
  return unused;
}

static int runCallers(void) {
  pthread_t threads[callers];
  int started = 0, failed = 0;
  while (started < callers && !failed) {
    failed = pthread_create(&threads[started], 0, caller, 0);
    if (!failed) started++;
  }
  while (started > 0) pthread_join(threads[--started], 0);
  return failed;
}
*/
// #cgo LDFLAGS: -lpthread
// #cgo CFLAGS: -std=gnu99
import "C"

import (
	"errors"
	"runtime"
)

func init() {
	scenarios["cgo"] = callbacks
}

//export psyscallYield
func psyscallYield() {
	runtime.Gosched()
}

// cgo: C functions that block, one that calls back into Go on the same thread, and threads of C's
// making that call into Go.
func callbacks() (traced, after func()) {
	return func() {
		resters := crew(3, func(int) {
			for left := 10; left > 0; left-- {
				C.rest(200)
			}
		})
		C.callBack()
		if C.runCallers() != 0 {
			check("start threads", errors.New("pthread_create"))
		}
		resters()
	}, nil
}
