package hushgate.checks.image.arg_secret_test

import data.hushgate.checks.image.arg_secret as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("image_steps", {"instruction": "ARG", "name": "NPM_TOKEN"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("commands", {"program": "docker", "verbs": ["build"], "settings": [testing.setting("NPM_TOKEN", "reference")]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("image_steps", {"instruction": "ARG", "name": "VERSION"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("image_steps", {"instruction": "ARG", "name": "NPM_TOKEN", "value": "placeholder"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"program": "docker", "verbs": ["build"], "settings": [testing.setting("--secret", "literal")]})
}
