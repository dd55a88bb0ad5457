# What each owner holds: a comprehension that compares what it scans with a variable from outside.
package grouping

owners contains secret.owner if some secret in input.secrets

held[owner] := names if {
	some owner in owners
	names := [secret.name | some secret in input.secrets; secret.owner == owner]
}
