package a
p := $"{$`{"}"}`}"