package a.in

import data.x as y # beside

default p := false
p := 1 if { true } else := 2 if input.x # last
q contains x if some x in y
r[x] := z if { x := 1; z := {"a": [x | x > 0], `b`: {1, 2 | 3}} }
f(x, _) := -x if x with input.y as [1,
  2, # two
]
a.b[x].c := $"{x} \{ {f(1)}" if not x == 1e3
