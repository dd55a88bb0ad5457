package io.hushgate.audit.look;

import io.hushgate.audit.inventory.AuditTarget;
import io.hushgate.audit.inventory.Place;
import io.hushgate.report.recorded.CompactJson;
import io.hushgate.report.recorded.Json;
import io.hushgate.run.ScanRequest.Half;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * What the process that looks is told. Variables that hold credentials are named; their values
 * travel by the environment alone.
 *
 * @param cache where clones of repositories are kept
 * @param threads of the scan
 */
public record LookRequest(
        List<Place> places,
        boolean history,
        Set<Half> halves,
        Optional<Path> config,
        Duration time,
        Path cache,
        int threads) {
    public LookRequest {
        places = List.copyOf(places);
        halves = Set.copyOf(halves);
    }

    /** The request for a target. */
    public static LookRequest of(AuditTarget target, Path cache, int threads) {
        return new LookRequest(
                target.places(),
                target.history(),
                target.halves(),
                target.config(),
                target.time(),
                cache,
                threads);
    }

    /** As one line. */
    public String line() {
        return CompactJson.object(json -> {
            json.writeArrayPropertyStart("places");
            places.forEach(place -> write(json, place));
            json.writeEndArray();
            json.writeBooleanProperty("history", history);
            json.writeBooleanProperty("leaks", halves.contains(Half.LEAKS));
            json.writeBooleanProperty("policies", halves.contains(Half.POLICIES));
            CompactJson.optional(json, "config", config.map(Path::toString));
            json.writeNumberProperty("seconds", time.toSeconds());
            json.writeStringProperty("cache", cache.toString());
            json.writeNumberProperty("threads", threads);
        });
    }

    private static void write(JsonGenerator json, Place place) {
        json.writeStartObject();
        json.writeStringProperty("kind", place.kind());
        switch (place) {
            case Place.Files(var path) -> json.writeStringProperty("at", path.toString());
            case Place.Repository(var url, var login) -> {
                json.writeStringProperty("at", url.toString());
                login.ifPresent(names -> {
                    CompactJson.optional(json, "user", names.user());
                    json.writeStringProperty("token", names.token());
                });
            }
            case Place.Image(var reference) -> json.writeStringProperty("at", reference);
            case Place.Logs(var path) -> json.writeStringProperty("at", path.toString());
            case Place.Vault(var path) -> json.writeStringProperty("at", path.toString());
            case Place.Kubernetes(var path) -> json.writeStringProperty("at", path.toString());
        }
        json.writeEndObject();
    }

    /** Reads a line. */
    public static LookRequest read(String line) {
        Json json = Json.parse(line);
        Set<Half> halves = new HashSet<>();
        if (json.flag("leaks")) {
            halves.add(Half.LEAKS);
        }
        if (json.flag("policies")) {
            halves.add(Half.POLICIES);
        }
        return new LookRequest(
                json.list("places").stream().map(LookRequest::place).toList(),
                json.flag("history"),
                halves,
                json.member("config").map(Json::text).map(Path::of),
                Duration.ofSeconds(json.number("seconds")),
                Path.of(json.text("cache")),
                (int) json.number("threads"));
    }

    private static Place place(Json json) {
        String at = json.text("at");
        return switch (json.text("kind")) {
            case "repository" ->
                    new Place.Repository(
                            URI.create(at),
                            json.member("token")
                                    .map(token ->
                                            new Place.Login(
                                                    json.member("user").map(Json::text),
                                                    token.text())));
            case "image" -> new Place.Image(at);
            case "logs" -> new Place.Logs(Path.of(at));
            case "vault" -> new Place.Vault(Path.of(at));
            case "kubernetes" -> new Place.Kubernetes(Path.of(at));
            default -> new Place.Files(Path.of(at));
        };
    }
}
