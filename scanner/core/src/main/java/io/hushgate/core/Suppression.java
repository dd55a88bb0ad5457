package io.hushgate.core;

import java.time.LocalDate;
import java.util.Optional;

/** Why somebody accepted a finding or violation, who answers for it, and until when. */
public record Suppression(String reason, String owner, Optional<LocalDate> expires) {}
