package io.hushgate.source.git;

import io.hushgate.source.git.store.ObjectId;

/** A name and the object it points to: a commit or an annotated tag, seldom something else. */
record Ref(String name, ObjectId id) {}
