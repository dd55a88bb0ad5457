package io.hushgate.report.recorded;

import io.hushgate.core.Address;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import tools.jackson.core.JsonGenerator;

/** Places as the store keeps them: an address with its kind, so that it can be read back. */
final class PlaceJson {
    private PlaceJson() {}

    static void write(JsonGenerator json, Location location) {
        json.writeStartObject();
        json.writeName("address");
        write(json, location.address());
        Region region = location.region();
        json.writeArrayPropertyStart("region");
        json.writeNumber(region.startLine());
        json.writeNumber(region.startColumn());
        json.writeNumber(region.endLine());
        json.writeNumber(region.endColumn());
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Address address) {
        json.writeStartArray();
        switch (address) {
            case Address.File(var path) -> texts(json, "file", path);
            case Address.StandardInput() -> texts(json, "stdin");
            case Address.Staged(var path) -> texts(json, "staged", path);
            case Address.InCommit(var commit, var path) -> texts(json, "commit", commit, path);
            case Address.GitObject(var id) -> texts(json, "object", id);
            case Address.CommitMessage(var commit) -> texts(json, "message", commit);
            case Address.TagMessage(var tag) -> texts(json, "tag", tag);
            case Address.InLayer(var digest, var path) -> texts(json, "layer", digest, path);
            case Address.InImageConfig(var digest, var part) -> texts(json, "image", digest, part);
            case Address.LogStep(var log, var job, var step) -> {
                texts(json, "log", job, step);
                write(json, log);
            }
            case Address.Inside(var outer, var entry) -> {
                texts(json, "inside", entry);
                write(json, outer);
            }
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String... texts) {
        for (String text : texts) {
            json.writeString(text);
        }
    }

    static Location read(Json json) {
        var region = json.list("region").stream().mapToInt(n -> Integer.parseInt(n.text()));
        int[] at = region.toArray();
        return new Location(address(json.get("address")), new Region(at[0], at[1], at[2], at[3]));
    }

    private static Address address(Json json) {
        var parts = json.elements();
        return switch (parts.getFirst().text()) {
            case "file" -> new Address.File(parts.get(1).text());
            case "stdin" -> new Address.StandardInput();
            case "staged" -> new Address.Staged(parts.get(1).text());
            case "commit" -> new Address.InCommit(parts.get(1).text(), parts.get(2).text());
            case "object" -> new Address.GitObject(parts.get(1).text());
            case "message" -> new Address.CommitMessage(parts.get(1).text());
            case "tag" -> new Address.TagMessage(parts.get(1).text());
            case "layer" -> new Address.InLayer(parts.get(1).text(), parts.get(2).text());
            case "image" -> new Address.InImageConfig(parts.get(1).text(), parts.get(2).text());
            case "log" ->
                    new Address.LogStep(
                            address(parts.get(3)), parts.get(1).text(), parts.get(2).text());
            case "inside" -> new Address.Inside(address(parts.get(2)), parts.get(1).text());
            default ->
                    throw new IllegalArgumentException(
                            parts.getFirst().text() + " is no kind of address");
        };
    }
}
