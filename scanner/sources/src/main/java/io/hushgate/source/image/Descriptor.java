package io.hushgate.source.image;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a manifest says of a blob (OCI Image Specification, descriptor).
 *
 * @param digest of the blob; in a docker archive, where none is given, that of the unpacked layer
 * @param digestSaid whether the digest is what a manifest says, which the blob is held to; else it
 *     is only a name
 * @param path where it lies in a docker archive; empty elsewhere
 * @param size in bytes; -1 where it is not said
 * @param foreign whether it may be kept elsewhere, at URLs that nobody asks here
 */
record Descriptor(
        Digest digest,
        boolean digestSaid,
        String mediaType,
        String path,
        long size,
        boolean foreign,
        String platform,
        Map<String, String> annotations) {
    /** Reads a descriptor; empty when it names no digest. */
    static Optional<Descriptor> read(Json json) {
        String type = json.get("mediaType").text();
        boolean foreign =
                type.contains("foreign")
                        || type.contains("nondistributable")
                        || !json.get("urls").elements().isEmpty();
        return Digest.parse(json.get("digest").text())
                .map(digest ->
                        new Descriptor(
                                digest,
                                true,
                                type,
                                "",
                                json.get("size").number(),
                                foreign,
                                platform(json.get("platform")),
                                texts(json.get("annotations"))));
    }

    /** A blob of which only the digest is known. */
    static Descriptor of(Digest digest) {
        return new Descriptor(digest, true, "", "", -1, false, "", Map.of());
    }

    /** A file of a docker archive. */
    static Descriptor inArchive(Digest digest, String path) {
        return new Descriptor(digest, true, "", path, -1, false, "", Map.of());
    }

    /** A file of a docker archive that says no digest of it: it is called by where it lies. */
    static Descriptor inArchive(String path) {
        Digest name = Digest.sha256(path.getBytes(StandardCharsets.UTF_8));
        return new Descriptor(name, false, "", path, -1, false, "", Map.of());
    }

    /** {@code os/architecture} or {@code os/architecture/variant}; empty where it is not said. */
    static String platform(Json json) {
        String os = json.get("os").text();
        String architecture = json.get("architecture").text();
        String variant = json.get("variant").text();
        if (os.isEmpty() && architecture.isEmpty()) {
            return "";
        }
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }

    static Map<String, String> texts(Json object) {
        Map<String, String> texts = new TreeMap<>();
        object.members().forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }
}
