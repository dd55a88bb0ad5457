package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.Tars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An image as docker saves it, made for one test. */
final class SavedImage {
    private SavedImage() {}

    /**
     * Writes an image with a token that a later layer deletes, and another in its environment.
     *
     * @return the digest of the lower layer
     */
    static String write(Path file) throws IOException {
        byte[] lower = Tars.of(Map.of("root/app.env", text("T=" + Sample.githubToken("layer"))));
        byte[] upper = Tars.of(Map.of("root/.wh.app.env", new byte[0]));
        String lowerDigest = Tars.digest(lower);
        String config =
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"config\":{\"Env\":[\"GH=%s\"]},\"rootfs\":{\"diff_ids\":[\"%s\",\"%s\"]},\"history\":[{\"created_by\":\"COPY . /root # buildkit\"},{\"created_by\":\"RUN /bin/sh -c rm /root/app.env # buildkit\"}]}"
                        .formatted(Sample.githubToken("env"), lowerDigest, Tars.digest(upper));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/layer.tar", lower);
        files.put("b/layer.tar", upper);
        files.put("c.json", text(config));
        files.put(
                "manifest.json",
                text(
                        "[{\"Config\":\"c.json\",\"RepoTags\":[\"app:1\"],\"Layers\":[\"a/layer.tar\",\"b/layer.tar\"]}]"));
        Files.write(file, Tars.of(files));
        return lowerDigest;
    }

    static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }
}
