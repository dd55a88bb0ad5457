package io.hushgate.rules.gitleaks;

import io.hushgate.core.Location;
import io.hushgate.core.match.Detection;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * What was accepted in files of other scanners: {@code .gitleaksignore} and reports of gitleaks by
 * place, {@code .secrets.baseline} of detect-secrets by SHA-1 in a file, {@code .gitguardian.yaml}
 * by SHA-256, by text or by path. Immutable; keeps hashes, no values.
 */
public final class AcceptedElsewhere {
    /** Nothing. */
    public static final AcceptedElsewhere NONE = new AcceptedElsewhere();

    /** How a remark starts that comes from here. */
    public static final String MARK = "accepted in ";

    private static final String SHA_1 = "SHA-1";
    private static final String SHA_256 = "SHA-256";

    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<PathMatcher, String> paths = new HashMap<>();
    private final Set<String> digests = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();

    private AcceptedElsewhere() {}

    /**
     * Reads files.
     *
     * @param files each of which {@link ForeignFile#isAcceptances} holds for
     * @throws GitleaksProblem when one cannot be used
     */
    public static AcceptedElsewhere read(Collection<Path> files) {
        AcceptedElsewhere accepted = new AcceptedElsewhere();
        for (Path file : files) {
            switch (ForeignFile.kind(file).orElseThrow()) {
                case GITLEAKS_IGNORE -> accepted.addIgnored(file);
                case GITLEAKS_REPORT -> accepted.addReport(file);
                case DETECT_SECRETS_BASELINE -> accepted.addBaseline(file);
                case GITGUARDIAN_SETTINGS -> accepted.addSettings(file);
                case GITLEAKS_RULES, TRIVY_RULES, TRUFFLEHOG_DETECTORS ->
                        throw new GitleaksProblem(file.toString(), "it accepts nothing");
            }
        }
        return accepted;
    }

    /** What a file says that does nothing here. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Tells whether nothing is accepted. */
    public boolean isEmpty() {
        return places.isEmpty() && values.isEmpty() && paths.isEmpty();
    }

    /** The detection with a remark, if it is accepted and nothing else is said of it. */
    public Detection marked(Detection detection) {
        return detection.remark().isEmpty()
                ? acceptedBy(detection).map(by -> detection.with(MARK + by)).orElse(detection)
                : detection;
    }

    private Optional<String> acceptedBy(Detection detection) {
        Location place = detection.location();
        String file = place.address().file();
        String line = file + ":" + place.region().startLine();
        String atPlace =
                places.getOrDefault(
                        line,
                        places.get(place.address().text() + ":" + place.region().startLine()));
        if (atPlace != null) {
            return Optional.of(atPlace);
        }
        Path path = Path.of(place.address().path());
        for (Map.Entry<PathMatcher, String> entry : paths.entrySet()) {
            if (entry.getKey().matches(path)) {
                return Optional.of(entry.getValue());
            }
        }
        for (String algorithm : digests) {
            String hash = detection.secret().read(bytes -> hash(algorithm, bytes));
            String inFile = values.get(file + "\0" + hash);
            String anywhere = values.getOrDefault("\0" + hash, inFile);
            if (anywhere != null) {
                return Optional.of(anywhere);
            }
        }
        return Optional.empty();
    }

    /**
     * Rules have other names here, so that the place decides; a commit's entry names the commit.
     */
    private void addIgnored(Path file) {
        for (String entry : IgnoreFile.read(List.of(file)).entries()) {
            String[] parts = entry.split(":", -1);
            String path = parts[parts.length - 3];
            String place = path + ":" + parts[parts.length - 1];
            places.put(parts.length == 4 ? parts[0] + ":" + place : place, String.valueOf(file));
        }
    }

    private void addReport(Path file) {
        for (Map<String, String> fields : LeakBaseline.entries(file)) {
            String commit = fields.getOrDefault("Commit", "");
            String place =
                    fields.getOrDefault("File", "") + ":" + fields.getOrDefault("StartLine", "");
            places.put(commit.isEmpty() ? place : commit + ":" + place, String.valueOf(file));
        }
    }

    /** {@code results} is an object of files, each a list of {@code hashed_secret} and others. */
    private void addBaseline(Path file) {
        try (JsonParser json =
                new JsonFactory().createParser(ObjectReadContext.empty(), ForeignFile.text(file))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notABaseline(file);
            }
            boolean found = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean results = "results".equals(json.currentName());
                if (json.nextToken() == JsonToken.START_OBJECT && results) {
                    found = true;
                    addResults(json, file);
                } else {
                    json.skipChildren();
                }
            }
            if (!found) {
                throw notABaseline(file);
            }
        } catch (StreamReadException e) {
            throw notABaseline(file);
        }
    }

    private static GitleaksProblem notABaseline(Path file) {
        return new GitleaksProblem(
                file.toString(),
                "it is neither a baseline of detect-secrets nor a report of gitleaks");
    }

    private void addResults(JsonParser json, Path file) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = json.currentName().replace('\\', '/');
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw notABaseline(file);
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> fields = LeakBaseline.fields(json);
                boolean real = "true".equals(fields.get("is_secret"));
                String hash = fields.getOrDefault("hashed_secret", "");
                if (!real && !hash.isEmpty()) {
                    digests.add(SHA_1);
                    values.put(path + "\0" + hash, String.valueOf(file));
                }
            }
        }
    }

    /** Version 2 has everything under {@code secret}, version 1 at the root with dashes. */
    private void addSettings(Path file) {
        Map<?, ?> root = ForeignFile.map(file);
        Map<?, ?> secret = root.get("secret") instanceof Map<?, ?> map ? map : root;
        for (String key : List.of("ignored_matches", "ignored-matches", "matches-ignore")) {
            for (Map<?, ?> match : ForeignFile.maps(secret, key)) {
                addMatch(ForeignFile.text(match, "match"), file);
            }
        }
        for (String key : List.of("ignored_paths", "ignored-paths", "paths-ignore")) {
            for (String glob : ForeignFile.texts(secret, key)) {
                String pattern = glob.startsWith("/") ? glob.substring(1) : glob;
                paths.put(
                        FileSystems.getDefault().getPathMatcher("glob:" + pattern),
                        String.valueOf(file));
                paths.put(
                        FileSystems.getDefault().getPathMatcher("glob:**/" + pattern),
                        String.valueOf(file));
            }
        }
        for (String key : List.of("ignored_detectors", "ignored-detectors")) {
            if (!ForeignFile.texts(secret, key).isEmpty()) {
                warnings.add(
                        "%s: %s names detectors of GitGuardian; it does nothing here"
                                .formatted(file, key));
            }
        }
    }

    /** A hash of 64 digits, or the value itself, of which only the hash is kept. */
    private void addMatch(String match, Path file) {
        if (match.isEmpty()) {
            return;
        }
        boolean hashed = match.matches("[0-9a-f]{64}");
        digests.add(SHA_256);
        String hash = hashed ? match : hash(SHA_256, match.getBytes(StandardCharsets.UTF_8));
        values.put("\0" + hash, String.valueOf(file));
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
