package broken

p if {
	x == 1
	y
}

f(a, b) := 1

q if f(1)
