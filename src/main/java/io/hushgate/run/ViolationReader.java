package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns what a check says into violations. A result is an object with {@code message} (or
 * conftest's {@code msg}), and may have {@code at} ({@code file}, {@code line}, {@code column},
 * {@code confidence}; or conftest's {@code _loc}), {@code severity} and {@code related}; a bare
 * string is a message.
 */
final class ViolationReader {
    private final Function<String, Address> addresses;

    /** With the way from a file as facts name it to its address. */
    ViolationReader(Function<String, Address> addresses) {
        this.addresses = addresses;
    }

    /** Reads one result; empty when it is neither a string nor an object with a message. */
    Optional<Violation> read(PolicyCheck check, Value result) {
        if (result instanceof RegoString message) {
            return Optional.of(violation(check, message.value(), RegoObject.EMPTY));
        }
        if (!(result instanceof RegoObject object)) {
            return Optional.empty();
        }
        return text(object, "message")
                .or(() -> text(object, "msg"))
                .map(message -> violation(check, message, object));
    }

    private Violation violation(PolicyCheck check, String message, RegoObject result) {
        RegoObject place =
                object(result, "at").or(() -> object(result, "_loc")).orElse(RegoObject.EMPTY);
        Severity severity = text(result, "severity").flatMap(Severity::of).orElse(check.severity());
        return new Violation(
                text(result, "id").orElse(check.id()),
                check.title(),
                severity,
                atMost(check.confidence(), text(place, "confidence")),
                message,
                location(place),
                related(result),
                check.remedy(),
                check.references(),
                Optional.empty());
    }

    /** A check is never surer than the facts that it rests on. */
    private static Confidence atMost(Confidence confidence, Optional<String> fact) {
        Confidence limit = fact.flatMap(Confidence::of).orElse(Confidence.HIGH);
        return confidence.atLeast(limit) ? limit : confidence;
    }

    private List<Violation.RelatedLocation> related(RegoObject result) {
        List<Violation.RelatedLocation> related = new ArrayList<>();
        if (result.get("related") instanceof RegoArray places) {
            for (Value place : places) {
                if (place instanceof RegoObject entry) {
                    RegoObject at = object(entry, "at").orElse(RegoObject.EMPTY);
                    String message = text(entry, "message").orElse("belongs to it");
                    related.add(new Violation.RelatedLocation(location(at), message));
                }
            }
        }
        return related;
    }

    private Location location(RegoObject place) {
        String file = text(place, "file").orElse("");
        return new Location(
                addresses.apply(file), Region.at(number(place, "line"), number(place, "column")));
    }

    private static int number(RegoObject object, String key) {
        if (object.get(key) instanceof RegoNumber number && number.isLong()) {
            return Math.clamp(number.longValue(), 1, Integer.MAX_VALUE);
        }
        return 1;
    }

    private static Optional<String> text(RegoObject object, String key) {
        return object.get(key) instanceof RegoString text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private static Optional<RegoObject> object(RegoObject object, String key) {
        return object.get(key) instanceof RegoObject inner ? Optional.of(inner) : Optional.empty();
    }
}
