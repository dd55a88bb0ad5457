package hushgate.checks.image.root_user_test

import data.hushgate.checks.image.root_user as check
import data.hushgate.testing

user(name, shipped) := testing.one("image_steps", {"instruction": "USER", "name": name, "shipped": shipped})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as user("root", true)
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as user("0:0", true)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as user("1001", true)
}

# A stage that is not shipped.
test_compliant_2 if {
	count(check.violation) == 0 with data.estate as user("root", false)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as user("$USER", true)
}
