package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An image as docker saves it, made for one test. */
final class SavedImage {
    private SavedImage() {}

    /**
     * Writes an image with a token that a later layer deletes, and another in its environment.
     *
     * @return the digest of the lower layer
     */
    static String write(Path file) throws IOException {
        byte[] lower = tar(Map.of("root/app.env", text("T=" + Sample.githubToken("layer"))));
        byte[] upper = tar(Map.of("root/.wh.app.env", new byte[0]));
        String lowerDigest = digest(lower);
        String config =
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"config\":{\"Env\":[\"GH=%s\"]},\"rootfs\":{\"diff_ids\":[\"%s\",\"%s\"]},\"history\":[{\"created_by\":\"COPY . /root # buildkit\"},{\"created_by\":\"RUN /bin/sh -c rm /root/app.env # buildkit\"}]}"
                        .formatted(Sample.githubToken("env"), lowerDigest, digest(upper));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/layer.tar", lower);
        files.put("b/layer.tar", upper);
        files.put("c.json", text(config));
        files.put(
                "manifest.json",
                text(
                        "[{\"Config\":\"c.json\",\"RepoTags\":[\"app:1\"],\"Layers\":[\"a/layer.tar\",\"b/layer.tar\"]}]"));
        Files.write(file, tar(files));
        return lowerDigest;
    }

    static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (var file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
