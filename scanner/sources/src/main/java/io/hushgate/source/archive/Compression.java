package io.hushgate.source.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The decoders of compressed streams, several of which may follow each other in one file. */
public final class Compression {
    /** An xz may ask for a dictionary of 4 GiB; its own tools at their best make one of 64 MiB. */
    private static final int MAX_XZ_KIBIBYTES = 70 * 1024;

    /** Windows of 128 MiB: what {@code zstd --long} makes, and {@code zstd} reads unasked. */
    private static final int MAX_ZSTD_WINDOW_LOG = 27;

    private Compression() {}

    /**
     * Opens a stream and counts what goes in and comes out against a budget.
     *
     * @param packed at its first byte
     */
    public static InputStream unpack(Signature signature, InputStream packed, Budget budget)
            throws IOException {
        InputStream counted = new Counted(packed, budget);
        try {
            return new Unpacked(open(signature, counted), pieceBytes(signature), budget);
        } catch (RuntimeException e) {
            throw new IOException("a header that makes no sense", e);
        }
    }

    /** What goes into a decoder. */
    private static final class Counted extends FilterInputStream {
        private final Budget budget;

        Counted(InputStream in, Budget budget) {
            super(in);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            budget.packed(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = in.read(into, offset, length);
            budget.packed(Math.max(0, got));
            return got;
        }
    }

    /**
     * Opens a stream.
     *
     * @param packed at its first byte
     */
    static InputStream open(Signature signature, InputStream packed) throws IOException {
        return switch (signature) {
            case GZIP -> new GzipStream(packed);
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
            case XZ ->
                    XZCompressorInputStream.builder()
                            .setInputStream(packed)
                            .setDecompressConcatenated(true)
                            .setMemoryLimitKiB(MAX_XZ_KIBIBYTES)
                            .get();
            case ZSTD -> {
                ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(packed);
                zstd.setLongMax(MAX_ZSTD_WINDOW_LOG);
                yield zstd;
            }
            case NONE,
                    ZIP,
                    TAR,
                    SEVEN_ZIP,
                    DEBIAN,
                    JAVA_KEYSTORE,
                    JCE_KEYSTORE,
                    PKCS12,
                    SQLITE,
                    PDF,
                    RAR ->
                    throw new IllegalArgumentException(signature + " is no compressed stream");
        };
    }

    /**
     * How many bytes may be asked for at once. These decoders give nothing of a piece in which the
     * damage begins, so the piece is small.
     */
    static int pieceBytes(Signature signature) {
        return switch (signature) {
            case BZIP2 -> 1 << 10;
            case ZSTD -> 1 << 15;
            case NONE,
                    ZIP,
                    TAR,
                    GZIP,
                    XZ,
                    SEVEN_ZIP,
                    DEBIAN,
                    JAVA_KEYSTORE,
                    JCE_KEYSTORE,
                    PKCS12,
                    SQLITE,
                    PDF,
                    RAR ->
                    Integer.MAX_VALUE;
        };
    }

    /** Tells whether it is one stream of bytes in another form, and no archive. */
    public static boolean is(Signature signature) {
        return switch (signature) {
            case GZIP, BZIP2, XZ, ZSTD -> true;
            case NONE,
                    ZIP,
                    TAR,
                    SEVEN_ZIP,
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
