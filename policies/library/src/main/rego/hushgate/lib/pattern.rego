# METADATA
# description: >-
#   What the path patterns of Vault policies reach. A pattern ending in * matches every longer path, + matches
#   one whole segment, and a leading slash is dropped.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
package hushgate.pattern

# The pattern as Vault stores it.
normal(path) := trim_prefix(path, "/")

matches_everything(path) if normal(path) in {"*", "+", "+/*", "+*"}

matches_everything(path) if regex.match(`^(\+/)+\*?$`, normal(path))

has_wildcard(path) if endswith(path, "*")

has_wildcard(path) if "+" in split(normal(path), "/")

# Tells whether everything that the pattern matches lies in the area, a path whose + stands for one segment.
lies_in(path, area) if {
	segments := split(normal(path), "/")
	wanted := split(area, "/")
	count(segments) >= count(wanted)
	every index, name in wanted {
		matches_segment(trim_suffix(segments[index], "*"), name)
	}
}

# Tells whether the pattern matches something in the area and more besides.
covers_area(path, area) if {
	endswith(path, "*")
	not matches_everything(path)
	segments := split(trim_suffix(normal(path), "*"), "/")
	wanted := split(area, "/")
	count(segments) <= count(wanted) + 1
	open := count(segments) - 1
	every index, name in array.slice(segments, 0, open) {
		matches_segment(name, wanted[index])
	}
	begins(segments[open], array.concat(wanted, [""])[open])
}

# Tells whether the pattern matches anything in the area.
touches(path, area) if lies_in(path, area)

touches(path, area) if covers_area(path, area)

matches_segment(_, "+")

matches_segment("+", _)

matches_segment(name, name) if name != "+"

begins("", _)

begins(start, name) if {
	start != ""
	startswith(name, start)
}

begins(start, "+") if start != ""

# Tells whether the pattern matches all of a mount's secrets: a wildcard directly below the mount, or below its data/.
covers_mount(path) if {
	regex.match(`^[^/+*{}]+/(\+/)*\*$`, normal(path))
	not startswith(normal(path), "sys/")
}

covers_mount(path) if regex.match(`^[^/+*{}]+/data/(\+/)*\*$`, normal(path))

# Tells whether the pattern is about the settings of mounts that it names, at least by how they begin.
names_mount(path) if regex.match(`^sys/mounts/[^+*]`, normal(path))

# Tells whether the pattern ends in a wildcard directly below the place, whose + stands for any mount.
is_glob_over(path, place) if {
	endswith(path, "*")
	segments := split(normal(path), "/")
	wanted := split(place, "/")
	count(segments) == count(wanted)
	every index, name in array.slice(wanted, 0, count(wanted) - 1) {
		matches_segment(segments[index], name)
	}
}
