package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Attribution;
import io.hushgate.core.Finding;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Location;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was found as checks see it, {@code input.findings}: by fingerprint and place, never a value.
 */
final class FoundInput {
    /** Places of one finding that are told; a value in a history may have thousands. */
    private static final int MOST_PLACES = 1000;

    private final RegoObject document;
    private final Map<String, Address> addresses;

    private FoundInput(RegoObject document, Map<String, Address> addresses) {
        this.document = document;
        this.addresses = addresses;
    }

    /**
     * @param holders whom or what a value speaks for, where it says so itself
     * @param modes the rights of files, {@code 0644}, where they say anything
     */
    static FoundInput of(
            List<Finding> findings,
            Function<Fingerprint, Optional<String>> holders,
            Function<Address, Optional<String>> modes) {
        Map<String, Address> addresses = new HashMap<>();
        RegoArray.Builder rendered = RegoArray.builder();
        for (Finding finding : findings) {
            String holder = holders.apply(finding.fingerprint()).orElse("");
            rendered.add(finding(finding, holder, modes));
            finding.occurrences().stream()
                    .limit(MOST_PLACES)
                    .map(Location::address)
                    .forEach(address -> addresses.put(address.text(), address));
        }
        return new FoundInput(
                RegoObject.builder().put("findings", rendered.build()).build(), addresses);
    }

    RegoObject document() {
        return document;
    }

    /** The address that a check names by its text, if a finding is there. */
    Optional<Address> address(String text) {
        return Optional.ofNullable(addresses.get(text));
    }

    private static Value finding(
            Finding finding, String holder, Function<Address, Optional<String>> modes) {
        return RegoObject.builder()
                .put("rule", RegoString.of(finding.rule().text()))
                .put("title", RegoString.of(finding.title()))
                .put("severity", RegoString.of(finding.severity().label()))
                .put("confidence", RegoString.of(finding.confidence().label()))
                .put("grade", RegoString.of(finding.grade().label()))
                .put("fingerprint", RegoString.of(finding.fingerprint().hex()))
                .put("holder", RegoString.of(holder))
                .put("state", RegoString.of(finding.state().label()))
                .put(
                        "history",
                        finding.attribution().map(FoundInput::history).orElse(RegoNull.NULL))
                .put(
                        "places",
                        RegoArray.of(
                                finding.occurrences().stream()
                                        .limit(MOST_PLACES)
                                        .map(place -> place(place, modes.apply(place.address())))
                                        .toList()))
                .build();
    }

    private static Value history(Attribution attribution) {
        return RegoObject.builder().put("in_head", RegoBoolean.of(attribution.inHead())).build();
    }

    private static Value place(Location place, Optional<String> mode) {
        RegoObject.Builder told =
                RegoObject.builder()
                        .put("file", RegoString.of(place.address().text()))
                        .put("line", RegoNumber.of(place.region().startLine()))
                        .put("column", RegoNumber.of(place.region().startColumn()))
                        .put("past", RegoBoolean.of(place.isPast()));
        mode.ifPresent(rights -> told.put("mode", RegoString.of(rights)));
        return told.build();
    }
}
