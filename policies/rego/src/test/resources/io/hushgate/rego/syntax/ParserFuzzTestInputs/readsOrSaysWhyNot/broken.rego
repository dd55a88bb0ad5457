package a
p := [1 2]
q := "\ud800\u00"
r := ÿş