package io.hushgate.source.archive;

import io.hushgate.core.Address;
import java.io.IOException;
import java.io.InputStream;

/** Opens containers; the only class that the decoders hang on, loaded when the first one is met. */
final class Containers {
    private Containers() {}

    /**
     * Opens a container at its first byte.
     *
     * @param in left open
     */
    static Entries open(Signature signature, InputStream in, Address address, Budget budget)
            throws IOException {
        try {
            return switch (signature) {
                case GZIP, BZIP2, XZ, ZSTD ->
                        new SingleEntry(
                                new Unpacked(
                                        Compression.open(signature, in),
                                        Compression.pieceBytes(signature),
                                        budget),
                                EntryName.stem(address.path()));
                case TAR -> new TarEntries(in);
                case ZIP -> new ZipEntries(in);
                case DEBIAN -> new DebianEntries(in);
                case SEVEN_ZIP -> SevenZipEntries.open(in);
                case JAVA_KEYSTORE, JCE_KEYSTORE, PKCS12 ->
                        KeystoreEntries.open(signature, in, budget);
                case SQLITE -> SqliteEntries.open(in);
                case PDF -> PdfEntries.open(in, budget);
                case NONE, RAR -> throw new IllegalArgumentException(signature + " is not opened");
            };
        } catch (RuntimeException e) {
            throw new IOException("a header that makes no sense", e);
        } catch (OutOfMemoryError e) {
            throw LimitProblem.ofMemory();
        }
    }

    /** Tells whether what comes out has to be counted by whoever reads the entries. */
    static boolean isUncounted(Signature signature) {
        return switch (signature) {
            case ZIP, SEVEN_ZIP -> true;
            case NONE,
                    TAR,
                    GZIP,
                    BZIP2,
                    XZ,
                    ZSTD,
                    DEBIAN,
                    JAVA_KEYSTORE,
                    JCE_KEYSTORE,
                    PKCS12,
                    SQLITE,
                    PDF,
                    RAR ->
                    false;
        };
    }
}
