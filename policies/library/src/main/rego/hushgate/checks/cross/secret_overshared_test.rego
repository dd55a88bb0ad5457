package hushgate.checks.cross.secret_overshared_test

import data.hushgate.checks.cross.secret_overshared as check
import data.hushgate.testing

keys(count) := [testing.data_key(sprintf("key%d", [n]), "reference") | some n in numbers.range(1, count)]

pair(ref, number) := testing.join([testing.one("secret_refs", ref), testing.one("secret_objects", {"name": "db", "keys": keys(number)})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair({"via": "volume", "key": ""}, 5)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair({"via": "volume", "key": ""}, 2)
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair({"via": "env", "key": "key1"}, 5)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair({"via": "volume", "key": "", "secret": "{{ .name }}"}, 5)
}
