package a
p := ((((({{{{{[[[[[f(f(f(