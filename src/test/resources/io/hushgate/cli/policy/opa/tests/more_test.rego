package more_test

import data.app

test_wrong if {
	x := "bert"
	app.allow with input.user as x
}

test_clash if app.clash with input.xs as [1, 2]

test_case[name] if {
	some name, n in {"one": 1, "two": 2}
	n == 1
}

todo_test_later if false

test_said if {
	print("hello")
	true
}
