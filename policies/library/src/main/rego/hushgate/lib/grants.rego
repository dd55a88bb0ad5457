# METADATA
# description: What a stanza of a Vault policy allows.
package hushgate.grants

# Tells whether the stanza allows anything at all.
anything(rule) if {
	some capability in rule.effective
	capability != "deny"
}

# Tells whether the stanza allows to make or change something.
writes(rule) if {
	some capability in rule.effective
	capability in {"create", "update", "patch"}
}

# Tells whether the stanza allows to make, change or delete something.
alters(rule) if writes(rule)

alters(rule) if "delete" in rule.effective

# Tells whether the stanza gives out content, not only names.
uses(rule) if {
	some capability in rule.effective
	not capability in {"deny", "list"}
}
