package $"{$`package packpackage package a
p :=ag $"{$`{a
pe a
p := $"{$` {a
p := [1 2]
q{:= ["} :="}"package package a
p := $"{ }"}1 2]
q :=" }
q 