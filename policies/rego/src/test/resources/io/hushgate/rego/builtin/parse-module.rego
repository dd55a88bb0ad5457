package foo.bar

import data.a as b

# a comment
default allow := false

allow if {
	some x, y in input.xs
	not y == 1.5
	f(x, "s") with input.a as null
	z := [v | v := {1, 2}[_]]
	every k, w in {"k": {q: 1 | some q in z}} { w != {n | n = 1} }
} else := 3

p contains 1

q[x].r := x if some x

a.b := f(1 + b, true)

f(x, y) := x
