package   untidy
import rego.v1
p if   {  input.x  }
q := {  "a":1 }
