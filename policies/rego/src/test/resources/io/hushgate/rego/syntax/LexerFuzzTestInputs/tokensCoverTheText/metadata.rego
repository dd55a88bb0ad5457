# METADATA
# title: x
# custom: {a: &a [1], b: *a}
package a
