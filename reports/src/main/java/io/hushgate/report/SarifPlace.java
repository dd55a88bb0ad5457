package io.hushgate.report;

import io.hushgate.core.Location;
import io.hushgate.core.Region;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Places in SARIF: a relative URI and a region, and the commit where there is one. */
final class SarifPlace {
    private SarifPlace() {}

    /** The place that viewers show. */
    static void only(JsonGenerator json, Location location) {
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        physical(json, location);
        json.writeEndObject();
        json.writeEndArray();
    }

    /** One of the places that are named beside it. */
    static void related(JsonGenerator json, int id, Location location, String message) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        physical(json, location);
        SarifReport.text(json, "message", message);
        json.writeEndObject();
    }

    private static void physical(JsonGenerator json, Location location) {
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(location));
        json.writeEndObject();
        Region region = location.region();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", region.startLine());
        json.writeNumberProperty("startColumn", region.startColumn());
        json.writeNumberProperty("endLine", region.endLine());
        json.writeNumberProperty("endColumn", region.endColumn());
        json.writeEndObject();
        json.writeEndObject();
        AddressParts.commit(location.address()).ifPresent(commit -> logical(json, commit));
    }

    private static void logical(JsonGenerator json, String commit) {
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("name", commit);
        json.writeStringProperty("kind", "commit");
        json.writeEndObject();
        json.writeEndArray();
    }

    /**
     * A relative URI reference (RFC 3986 section 4.2) of the path, or of the address where there is
     * no path.
     */
    private static String uri(Location location) {
        String path = location.address().path();
        return encode(path.isEmpty() ? location.address().text() : path);
    }

    private static String encode(String path) {
        StringBuilder uri = new StringBuilder(path.length() + 8);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean unreserved =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-._~/@!$&'()*+,=".indexOf(c) >= 0;
            if (unreserved) {
                uri.append(c);
            } else {
                uri.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
