# METADATA
# description: Which files git or a build of images leaves out.
package hushgate.files

# Tells whether an ignore file of the kind leaves the path out: by its name, by a directory above it, or by *.
is_ignored(kind, path) if {
	some file in data.estate.repository_files
	file.kind == kind
	some line in file.lines
	matches(line, trim_prefix(path, "./"))
}

matches(line, path) if {
	pattern := trim_suffix(trim_prefix(trim_prefix(line, "/"), "**/"), "/")
	some candidate in candidates(path)
	glob.match(pattern, ["/"], candidate)
}

# The path, its name, and every directory above it.
candidates(path) := ({path, parts[count(parts) - 1]} | {concat("/", array.slice(parts, 0, n)) |
	some n in numbers.range(1, count(parts))
}) | {part | some part in parts} if {
	parts := split(path, "/")
}
