package io.hushgate.source.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * The text of a PDF as a reader sees it, page after page, and then all of its bytes. The only class
 * that PDFBox hangs on; loaded when the first PDF is met.
 */
final class PdfEntries implements Entries {
    private static final String TEXT = "text";
    private static final byte[] NOTHING = {};

    /** The name under which the file itself is handed on. */
    private static final String ALL = "<all bytes>";

    /** PDFBox holds a document in memory, several times over. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int MOST_CHARACTERS = 8 << 20;

    private final Spool spool;
    private final Kind kind;

    /** Null for a document that is damaged beyond reading. */
    private final byte @Nullable [] text;

    private int at = -1;

    private PdfEntries(Spool spool, Kind kind, byte @Nullable [] text) {
        this.spool = spool;
        this.kind = kind;
        this.text = text;
    }

    /** Opens a document; what cannot be read as one is handed on as its bytes. */
    static PdfEntries open(InputStream in, Budget budget) throws IOException {
        Spool spool = Spool.of(in);
        try {
            SeekableByteChannel channel = spool.channel();
            if (channel.size() > MOST_BYTES) {
                return new PdfEntries(spool, Kind.TOO_LARGE, NOTHING);
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until all of it is there
            }
            return read(spool, bytes.array(), budget);
        } catch (IOException e) {
            spool.close();
            throw e;
        }
    }

    private static PdfEntries read(Spool spool, byte[] document, Budget budget)
            throws LimitProblem {
        try {
            Characters text = text(document, budget);
            return text.isFull()
                    ? new PdfEntries(spool, Kind.TOO_LARGE, NOTHING)
                    : new PdfEntries(spool, Kind.FILE, text.toString().getBytes(UTF_8));
        } catch (LimitProblem limit) {
            throw limit;
        } catch (InvalidPasswordException e) {
            return new PdfEntries(spool, Kind.ENCRYPTED, NOTHING);
        } catch (OutOfMemoryError e) {
            return new PdfEntries(spool, Kind.TOO_LARGE, NOTHING);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new PdfEntries(spool, Kind.FILE, null);
        } catch (LinkageError e) { // a Java without its desktop, which PDFBox draws with
            return new PdfEntries(spool, Kind.UNSUPPORTED, NOTHING);
        }
    }

    private static Characters text(byte[] document, Budget budget) throws IOException {
        Characters text = new Characters(budget);
        try (PDDocument pdf = Loader.loadPDF(new RandomAccessReadBuffer(document))) {
            PDFTextStripper stripper = new PDFTextStripper();
            int pages = pdf.getNumberOfPages();
            for (int page = 1; page <= pages && !text.isFull(); page++) {
                budget.entry();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.writeText(pdf, text);
            }
        }
        return text;
    }

    /** Text up to a bound; what comes after it is dropped. */
    private static final class Characters extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final Budget budget;

        Characters(Budget budget) {
            this.budget = budget;
        }

        boolean isFull() {
            return text.length() >= MOST_CHARACTERS;
        }

        @Override
        public void write(char[] characters, int from, int count) throws IOException {
            budget.unpacked(count);
            text.append(characters, from, Math.min(count, MOST_CHARACTERS - text.length()));
        }

        @Override
        public String toString() {
            return text.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Override
    public boolean next() {
        return ++at < 2;
    }

    @Override
    public String name() {
        return at == 0 ? TEXT : ALL;
    }

    @Override
    public Kind kind() {
        return at == 0 ? kind : Kind.AS_IT_IS;
    }

    @Override
    public InputStream content() throws IOException {
        if (at == 0) {
            return text == null ? damaged() : new ByteArrayInputStream(text);
        }
        spool.channel().position(0);
        return Channels.newInputStream(spool.channel());
    }

    private static InputStream damaged() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("a document that makes no sense");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
