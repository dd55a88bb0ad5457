# METADATA
# title: A Vault role may read what nothing uses
# description: >-
#   Rights that were once needed, or might be, are what a stolen token is worth. Files show what is
#   used; an audit log shows it surely: hushgate access --granted-vs-used --audit-log.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: XA-UNUSED-GRANT
#   severity: medium
#   confidence: medium
#   absence: uses
#   remedy: Take the path out of the policy, or out of the role; hushgate access --minimal-policy writes what is left.
package hushgate.checks.cross.unused_grant

import data.hushgate.limits
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some grant in data.estate.unused_grants
	grant.whole
	has_known_uses(grant)
	text.is_known(grant.path)
	not regex.match(limits.housekeeping_paths, grant.path)
	result := {
		"message": sprintf("%s on %s is granted to role %s on auth/%s by policy %s, and none of its %d known uses needs it", [concat(", ", grant.capabilities), grant.path, grant.role, grant.auth_mount, grant.policy, grant.uses]),
		"at": place.lonely(grant, "uses"),
	}
}

# Of a role nobody is seen to use nothing can be told, unless all uses are in sight.
has_known_uses(grant) if grant.uses > 0

has_known_uses(_) if "uses" in limits.complete
