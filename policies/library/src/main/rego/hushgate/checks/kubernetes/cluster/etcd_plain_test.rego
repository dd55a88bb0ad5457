package hushgate.checks.kubernetes.cluster.etcd_plain_test

import data.hushgate.checks.kubernetes.cluster.etcd_plain as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("etcd_encryptions", {"providers": ["identity", "aescbc"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("etcd_encryptions", {})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("etcd_encryptions", {"resources": ["configmaps"], "providers": ["identity"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("etcd_encryptions", {"providers": []})
}
