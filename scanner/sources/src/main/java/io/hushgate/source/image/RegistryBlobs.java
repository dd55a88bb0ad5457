package io.hushgate.source.image;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The blobs of an image in a registry. What breaks off is asked for again from where it broke. */
final class RegistryBlobs implements Blobs {
    private static final String MANIFESTS =
            String.join(
                    ", ",
                    "application/vnd.oci.image.index.v1+json",
                    "application/vnd.oci.image.manifest.v1+json",
                    "application/vnd.docker.distribution.manifest.list.v2+json",
                    "application/vnd.docker.distribution.manifest.v2+json",
                    "application/vnd.docker.distribution.manifest.v1+prettyjws;q=0.5");
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final int MOST_RESUMED = 3;

    private final Reference reference;
    private final RegistryClient client;

    RegistryBlobs(Reference reference, Credentials credentials) {
        this.reference = reference;
        this.client = new RegistryClient(reference, credentials, Duration.ofMillis(500));
    }

    /**
     * What the reference leads to: the digest in it, or that of what the registry has under its tag
     * now.
     */
    Descriptor root() throws IOException {
        Optional<Digest> given = Digest.parse(reference.version());
        return given.isPresent()
                ? manifest(given.get())
                : manifest(Digest.sha256(document(reference.version())));
    }

    /** A manifest is asked for in another place than other blobs. */
    private static Descriptor manifest(Digest digest) {
        return new Descriptor(digest, true, MANIFEST, "", -1, false, "", Map.of());
    }

    @Override
    public byte[] document(String name) throws IOException {
        try (InputStream in = body("manifests/" + name, Map.of("Accept", MANIFESTS))) {
            byte[] bytes = in.readNBytes(Json.MAX_BYTES + 1);
            if (bytes.length > Json.MAX_BYTES) {
                throw new RegistryProblem("a manifest of more than 8 MiB");
            }
            return bytes;
        }
    }

    @Override
    public boolean areNamedByDigest() {
        return true;
    }

    private InputStream body(String what, Map<String, String> headers) throws IOException {
        return client.get(client.uri(what), headers).body();
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        boolean manifest =
                blob.mediaType().contains("manifest") || blob.mediaType().contains("index");
        if (manifest || blob.mediaType().isEmpty()) {
            return body("manifests/" + blob.digest(), Map.of("Accept", MANIFESTS));
        }
        if (blob.foreign() && !has(blob)) {
            throw new MissingBlob(blob.digest().text());
        }
        return new Resumed(blob);
    }

    private boolean has(Descriptor blob) {
        try (InputStream _ = body("blobs/" + blob.digest(), Map.of("Range", "bytes=0-0"))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {}

    /** A blob that is read to its end over as many answers as it takes. */
    private final class Resumed extends InputStream {
        private final Descriptor blob;
        private InputStream in;
        private long done;
        private int resumed;

        Resumed(Descriptor blob) throws IOException {
            this.blob = blob;
            this.in = body("blobs/" + blob.digest(), Map.of());
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (true) {
                try {
                    int got = in.read(into, offset, length);
                    if (got >= 0 || blob.size() < 0 || done >= blob.size()) {
                        done += Math.max(0, got);
                        return got;
                    }
                } catch (IOException e) {
                    if (resumed == MOST_RESUMED) {
                        throw new RegistryProblem("the registry broke off again and again");
                    }
                }
                if (resumed++ == MOST_RESUMED) {
                    return -1; // its digest tells that it is not all
                }
                resume();
            }
        }

        private void resume() throws IOException {
            in.close();
            HttpResponse<InputStream> response =
                    client.get(
                            client.uri("blobs/" + blob.digest()),
                            Map.of("Range", "bytes=%d-".formatted(done)));
            in = response.body();
            if (response.statusCode() == 200) {
                in.skipNBytes(done);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
