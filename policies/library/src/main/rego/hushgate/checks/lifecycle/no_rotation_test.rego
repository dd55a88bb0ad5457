package hushgate.checks.lifecycle.no_rotation_test

import data.hushgate.checks.lifecycle.no_rotation as check
import data.hushgate.testing

secret := testing.one("cloud_resources", {"type": "aws_secretsmanager_secret", "name": "db"})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as secret
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([secret, testing.one("cloud_resources", {"type": "aws_secretsmanager_secret_rotation", "settings": {"secret_id": "aws_secretsmanager_secret.db.id"}})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("cloud_resources", {"type": "aws_kms_key"})
}
