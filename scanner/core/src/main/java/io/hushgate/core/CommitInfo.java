package io.hushgate.core;

import java.time.Instant;

/** Who made a commit ({@code Name <mail>}) and when. */
public record CommitInfo(String id, String author, Instant time) {}
