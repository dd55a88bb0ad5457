package app_test

import data.app

test_admin if app.allow with input as {"user": "anna"}

test_public if app.allow with input.path as "/public"

test_developer if not app.allow with input as {"user": "bert"}
