package io.hushgate.source.image;

import io.hushgate.source.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The blobs of an OCI layout in a directory. Opens regular files and follows no link. */
final class DirectoryBlobs implements Blobs {
    private final Path directory;

    DirectoryBlobs(Path directory) {
        this.directory = directory;
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        Path file =
                directory
                        .resolve("blobs")
                        .resolve(blob.digest().algorithm())
                        .resolve(blob.digest().hex());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new MissingBlob(blob.digest().text());
        }
        return Channels.newInputStream(
                FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    @Override
    public byte[] document(String name) throws IOException {
        try {
            return RegularFile.bytes(directory.resolve(name), Json.MAX_BYTES);
        } catch (NoSuchFileException e) {
            throw new MissingBlob(name);
        }
    }

    @Override
    public void close() {}
}
