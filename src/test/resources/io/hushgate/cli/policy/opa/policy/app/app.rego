# METADATA
# title: Who may do what
package app

import rego.v1

default allow := false

allow if {
	some role in data.app.roles[input.user]
	role == "admin"
}

allow if input.path == "/public"

names contains user if some user, _ in data.app.roles

pairs[user] := roles if some user, roles in data.app.roles

clash := input.xs[_]

noted if {
	trace("looking")
	print("seen", input.user)
	count(input.xs) > 1
}

quotient := 10 / input.zero
