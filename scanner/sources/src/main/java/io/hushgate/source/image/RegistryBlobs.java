package io.hushgate.source.image;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
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
    private final Patience patience;

    RegistryBlobs(Reference reference, Credentials credentials, Patience patience) {
        this.reference = reference;
        this.client = new RegistryClient(reference, credentials, patience);
        this.patience = patience;
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
        try (InputStream in = manifestBody(name)) {
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

    private InputStream manifestBody(String version) throws IOException {
        InputStream body =
                client.get(client.uri("manifests/" + version), Map.of("Accept", MANIFESTS)).body();
        return WatchedBody.ofDocument(body, reference.registry(), patience);
    }

    private HttpResponse<InputStream> blob(Descriptor blob, Map<String, String> headers)
            throws IOException {
        return client.get(client.uri("blobs/" + blob.digest()), headers);
    }

    private InputStream watched(HttpResponse<InputStream> response) {
        return WatchedBody.ofBlob(response.body(), reference.registry(), patience);
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        boolean manifest =
                blob.mediaType().contains("manifest") || blob.mediaType().contains("index");
        if (manifest || blob.mediaType().isEmpty()) {
            return manifestBody(blob.digest().text());
        }
        if (blob.foreign() && !has(blob)) {
            throw new MissingBlob(blob.digest().text());
        }
        return new Resumed(blob);
    }

    private boolean has(Descriptor blob) {
        try (InputStream _ = blob(blob, Map.of("Range", "bytes=0-0")).body()) {
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
            this.in = watched(blob(blob, Map.of()));
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
                } catch (RegistryProblem late) {
                    throw late;
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
                    blob(blob, Map.of("Range", "bytes=%d-".formatted(done)));
            in = watched(response);
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
