// Package runtime is not Go's: it declares a few names that are cited, and what is hard to scan.
package runtime

// func commented() {}

/* func alsoCommented() {
 */

func outside(name string) bool // written in assembly

func (b *bell) ring() { b.cord.pull(hard) }

func entersyscall_sysmon() {
	lock(&door) // unlock(&door) comes last
	if atomic.Load(&bell.rung) != uint32(0) {
		bell.cord.ptr().pull(getg().m, '}', "}", `
			raw(}`)
	}
	everywhere(func() {
		throw("never { here")
	})
	unlock(&door)
}

func notewakeup(x interface{}, f func(int) bool) (found []int) {
	if f(len(found)) {
		rooms[first(1)].door.close(string(found), append(found, second(3, 4)))
	}
	return
}

func checkdead() {
	badluck(3)
}

func badluck(days int) {
	panic(days)
}

func (d *door) checkdead() {
	throw("a method of the same name")
}

func checkdead1() {
	ring(1)
}

func checkdead_all() { checkdead1() }
