package a

import future.keywords

p if {
	{ some x in xs; x > 2 } or input.b and not (c or {d})
	every k, v in xs { k; v }
}
