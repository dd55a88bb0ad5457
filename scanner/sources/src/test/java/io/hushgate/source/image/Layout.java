package io.hushgate.source.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.source.archive.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Blobs of images, made in memory: what a layout, an archive or a registry is filled with. */
final class Layout {
    private final Map<String, byte[]> blobs = new LinkedHashMap<>();
    private final List<String> manifests = new ArrayList<>();

    /** A layer of files with text, whiteouts among them. */
    static byte[] layer(String... pairs) {
        return Made.tar(Made.files(pairs));
    }

    /** A layer with a file of a mode, a directory and a hard link. */
    static byte[] layerOf(List<TarArchiveEntry> entries, Map<String, String> contents) {
        Map<TarArchiveEntry, byte[]> all = new LinkedHashMap<>();
        for (TarArchiveEntry entry : entries) {
            byte[] content = contents.getOrDefault(entry.getName(), "").getBytes(UTF_8);
            entry.setSize(content.length);
            all.put(entry, content);
        }
        return Made.tarOf(all, TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static TarArchiveEntry file(String name, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(0100000 | mode);
        return entry;
    }

    static TarArchiveEntry hardLink(String name, String to) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_LINK);
        entry.setLinkName(to);
        return entry;
    }

    /** Keeps a blob and gives its digest. */
    String add(byte[] bytes) {
        String digest = Digest.sha256(bytes).text();
        blobs.put(digest, bytes);
        return digest;
    }

    Map<String, byte[]> blobs() {
        return blobs;
    }

    static String descriptor(String type, String digest, long size, String more) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}"
                .formatted(type, digest, size, more);
    }

    /** A configuration with a history entry for each layer. */
    static String config(String platform, List<byte[]> plain, String config, String... createdBy) {
        String[] parts = platform.split("/");
        List<String> diffIds =
                plain.stream().map(layer -> '"' + Digest.sha256(layer).text() + '"').toList();
        List<String> history = new ArrayList<>();
        for (String by : createdBy) {
            boolean empty = by.startsWith("ENV") || by.startsWith("CMD") || by.contains("#(nop)");
            history.add(
                    "{\"created_by\":\"%s\"%s}"
                            .formatted(by, empty ? ",\"empty_layer\":true" : ""));
        }
        return "{\"os\":\"%s\",\"architecture\":\"%s\",\"config\":{%s},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[%s]},\"history\":[%s]}"
                .formatted(
                        parts[0],
                        parts[1],
                        config,
                        String.join(",", diffIds),
                        String.join(",", history));
    }

    /**
     * Adds an image to the index.
     *
     * @param packed the layers as they are kept
     * @return the digest of its manifest
     */
    String image(String config, List<byte[]> packed, String annotations, String platform) {
        String configDigest = add(config.getBytes(UTF_8));
        List<String> layers = new ArrayList<>();
        for (byte[] layer : packed) {
            layers.add(
                    descriptor(
                            "application/vnd.oci.image.layer.v1.tar+gzip",
                            add(layer),
                            layer.length,
                            ""));
        }
        String manifest =
                "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s],\"annotations\":{%s}}"
                        .formatted(
                                descriptor(
                                        "application/vnd.oci.image.config.v1+json",
                                        configDigest,
                                        config.length(),
                                        ""),
                                String.join(",", layers),
                                annotations);
        return manifest(manifest, platform);
    }

    /** Adds a manifest or index to the index. */
    String manifest(String json, String platform) {
        String digest = add(json.getBytes(UTF_8));
        String[] parts = platform.split("/");
        String more =
                platform.isEmpty()
                        ? ""
                        : ",\"platform\":{\"os\":\"%s\",\"architecture\":\"%s\"}"
                                .formatted(parts[0], parts[1]);
        manifests.add(
                descriptor(
                        "application/vnd.oci.image.manifest.v1+json", digest, json.length(), more));
        return digest;
    }

    String index() {
        return "{\"schemaVersion\":2,\"manifests\":[%s]}".formatted(String.join(",", manifests));
    }

    /** Writes an OCI layout. */
    Path write(Path directory) throws IOException {
        Path sha256 = Files.createDirectories(directory.resolve("blobs/sha256"));
        for (var blob : blobs.entrySet()) {
            Files.write(sha256.resolve(blob.getKey().substring(7)), blob.getValue());
        }
        Files.writeString(directory.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(directory.resolve("index.json"), index());
        return directory;
    }

    /** Writes an OCI layout as one tar. */
    Path writeTar(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        blobs.forEach((digest, bytes) -> files.put("blobs/sha256/" + digest.substring(7), bytes));
        files.put("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(UTF_8));
        files.put("index.json", index().getBytes(UTF_8));
        return Files.write(file, Made.tar(files));
    }

    /** Writes what {@code docker save} wrote before it knew OCI layouts. */
    static Path writeDockerArchive(Path file, String tag, String config, List<byte[]> layers)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String path = "layer%d/layer.tar".formatted(i);
            paths.add('"' + path + '"');
            files.put(path, layers.get(i));
        }
        files.put("abc.json", config.getBytes(UTF_8));
        String manifest =
                "[{\"Config\":\"abc.json\",\"RepoTags\":[\"%s\"],\"Layers\":[%s]}]"
                        .formatted(tag, String.join(",", paths));
        files.put("manifest.json", manifest.getBytes(UTF_8));
        return Files.write(file, Made.tar(files));
    }
}
