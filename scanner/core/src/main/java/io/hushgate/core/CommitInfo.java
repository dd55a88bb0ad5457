package io.hushgate.core;

import java.time.Instant;

/** Who made a commit and when. @param author as written in the commit, {@code Name <mail>} */
public record CommitInfo(String id, String author, Instant time) {}
