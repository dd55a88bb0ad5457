# METADATA
# description: Chart values, and which of them replaces which.
package hushgate.chart

import data.hushgate.limits

# Values by file and key.
values[[value.at.file, value.key]] contains value if some value in data.estate.chart_values

values_of(file, key) := {value | some value in values[[file, key]]}

pairs := limits.reference_pairs

# What stands before the key in a values file where the chart is a dependency.
prefix(key, end) := "" if key == end

prefix(key, end) := trim_suffix(key, end) if endswith(key, sprintf(".%s", [end]))

# Tells whether the value stands at the key or below it, in the chart itself or as a dependency.
is_key(key, wanted) if {
	start := regex.replace(key, `^.*?(pachd|oidc|console|global)\.`, "$1.")
	inside(start, wanted)
}

inside(key, wanted) if key == wanted

inside(key, wanted) if startswith(key, sprintf("%s.", [wanted]))

inside(key, wanted) if startswith(key, sprintf("%s[", [wanted]))

is_pachyderm(key) if {
	some raw in array.concat(limits.raw_values, limits.plain_token_values)
	is_key(key, raw)
}

# Values that a check of their own speaks about.
has_own_check(value) if is_pachyderm(value.key)

has_own_check(value) if regex.match(limits.license_values, value.key)

has_own_check(value) if regex.match(limits.log_bucket_values, value.key)

has_own_check(value) if regex.match(`externalSecretsLoader\.`, value.key)
