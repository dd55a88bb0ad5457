package io.hushgate.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why somebody accepted a finding or violation, who answers for it, and until when.
 *
 * @param ticket where the acceptance was discussed
 * @param expires the last day on which it counts
 */
public record Suppression(
        String reason, String owner, Optional<String> ticket, Optional<LocalDate> expires) {}
