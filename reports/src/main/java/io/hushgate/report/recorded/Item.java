package io.hushgate.report.recorded;

import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.report.FindingMembers;
import java.util.List;

/** What there is to say of an issue, and who owns its place. */
public sealed interface Item {
    /**
     * A leaked credential.
     *
     * @param owners as the target's code owners file names them; may be empty
     */
    record Leak(Finding finding, List<String> owners) implements Item {
        public Leak {
            owners = List.copyOf(owners);
        }
    }

    /** A policy's complaint. */
    record Complaint(Violation violation, List<String> owners) implements Item {
        public Complaint {
            owners = List.copyOf(owners);
        }
    }

    /** The owners of its place. */
    List<String> owners();

    /** How bad it is. */
    default Severity severity() {
        return switch (this) {
            case Leak(var finding, _) -> finding.severity();
            case Complaint(var violation, _) -> violation.severity();
        };
    }

    /** What it is, in a few words. */
    default String title() {
        return switch (this) {
            case Leak(var finding, _) -> finding.title();
            case Complaint(var violation, _) -> violation.title();
        };
    }

    /** Every place it lies at; the first is shown. */
    default List<Location> places() {
        return switch (this) {
            case Leak(var finding, _) -> finding.occurrences();
            case Complaint(var violation, _) -> List.of(violation.location());
        };
    }

    /** As one line of JSON; equal items give equal bytes. */
    default String body() {
        return CompactJson.object(json -> {
            FindingMembers.texts(json, "owners", owners());
            switch (this) {
                case Leak(var finding, _) -> {
                    json.writeName("finding");
                    FindingJson.write(json, finding);
                }
                case Complaint(var violation, _) -> {
                    json.writeName("violation");
                    ViolationJson.write(json, violation);
                }
            }
        });
    }

    /**
     * Reads what {@link #body} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Item read(String body) {
        Json json = Json.parse(body);
        List<String> owners = json.texts("owners");
        return json.member("finding").isPresent()
                ? new Leak(FindingJson.read(json.get("finding")), owners)
                : new Complaint(ViolationJson.read(json.get("violation")), owners);
    }
}
