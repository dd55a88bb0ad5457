package a
p[x] { x = 1 } { x = 2 }
q = {1 | 2, 3} { every }
else = 3
