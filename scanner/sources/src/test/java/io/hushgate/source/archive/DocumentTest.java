package io.hushgate.source.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats that are neither archives nor compressed, and still hold something else. */
class DocumentTest {
    private static byte[] der(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer value = ByteBuffer.allocate(length + 4);
        value.put((byte) tag).put((byte) 0x82).putShort((short) length);
        for (byte[] part : parts) {
            value.put(part);
        }
        return value.array();
    }

    /** A certificate for a key, which a store wants to see and nobody verifies (RFC 5280). */
    private static Certificate certificate(PublicKey key) throws Exception {
        byte[] algorithm = HexFormat.of().parseHex("300506032b6570"); // Ed25519
        byte[] name = HexFormat.of().parseHex("300c310a300806035504030c0161"); // CN=a
        byte[] day = "260101000000Z".getBytes(StandardCharsets.US_ASCII);
        byte[] dates = der(0x30, der(0x17, day), der(0x17, day));
        byte[] number = der(0x02, new byte[] {1});
        byte[] body = der(0x30, number, algorithm, name, dates, name, key.getEncoded());
        byte[] whole = der(0x30, body, algorithm, der(0x03, new byte[65]));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] javaKeystore(String type, String password) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setKeyEntry(
                "app",
                pair.getPrivate(),
                password.toCharArray(),
                new Certificate[] {certificate(pair.getPublic())});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    @Test
    void theKeysOfAKeystoreWithAWellKnownPasswordAreInTheClear() throws Exception {
        byte[] store = pkcs12("changeit");
        Opened opened = Opened.of("app.p12", store);
        assertThat(opened.skipped()).isEmpty();
        assertThat(opened.texts()).containsOnlyKeys("app.p12!app.pem");
        assertThat(opened.texts().get("app.p12!app.pem")).startsWith("-----BEGIN PRIVATE");
    }

    @ParameterizedTest
    @CsvSource({"JKS,changeit", "JKS,password", "JCEKS,changeit", "JCEKS,secret"})
    void everyKindOfJavaKeystoreIsTriedWithWellKnownPasswords(String type, String password)
            throws Exception {
        Opened opened = Opened.of("store", javaKeystore(type, password));
        assertThat(opened.skipped()).isEmpty();
        assertThat(opened.texts().get("store!app.pem")).startsWith("-----BEGIN PRIVATE");
        assertThat(Opened.of("store", javaKeystore(type, "q8Xw-2pLz71")).skipped())
                .containsExactly("store ENCRYPTED");
    }

    /** Two billion rounds of hashing for each password are not begun. */
    @Test
    void aKeystoreThatAsksForTooManyRoundsIsEncrypted() throws Exception {
        byte[] store = pkcs12("changeit");
        assertThat(DerNumbers.largest(store)).isEqualTo(10_000); // what the JDK asks for
        byte[] rounds = HexFormat.of().parseHex("02022710");
        int at = new String(store, ISO_8859_1).lastIndexOf(new String(rounds, ISO_8859_1));
        byte[] hostile = store.clone();
        hostile[at + 2] = 0x7f;
        assertThat(DerNumbers.largest(hostile)).isEqualTo(0x7f10);
        byte[] octets = der(0x04, der(0x02, new byte[] {0x7f, 1, 1, 1}));
        assertThat(DerNumbers.largest(octets)).isEqualTo(0x7f010101);
        assertThat(DerNumbers.largest(new byte[] {0x30, (byte) 0x84, 0x7f, 0, 0, 0})).isZero();
        byte[] open = HexFormat.of().parseHex("308030800203012345");
        assertThat(DerNumbers.largest(open)).isEqualTo(0x012345);
        byte[] data = HexFormat.of().parseHex("06092a864886f70d010701");
        byte[] asksForMore =
                der(
                        0x30,
                        HexFormat.of().parseHex("020103"),
                        HexFormat.of().parseHex("3009"),
                        data,
                        octets,
                        new byte[64]);
        assertThat(Opened.of("a.p12", asksForMore).skipped()).hasSize(1);
    }

    private static byte[] pkcs12(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        javax.crypto.SecretKey key = new javax.crypto.spec.SecretKeySpec(new byte[16], "AES");
        store.setEntry(
                "app",
                new KeyStore.SecretKeyEntry(key),
                new KeyStore.PasswordProtection(password.toCharArray()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    @Test
    void aKeystoreWithAnotherPasswordIsEncrypted() throws Exception {
        assertThat(Opened.of("a.p12", pkcs12("q8Xw-2pLz71")).skipped())
                .containsExactly("a.p12 ENCRYPTED");
        assertThat(Signature.of(javaKeystore("JKS", "changeit"), 0, 100))
                .isEqualTo(Signature.JAVA_KEYSTORE);
    }

    private static byte[] pdf(String text, String password) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            if (!password.isEmpty()) {
                document.protect(
                        new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void theTextOfAPdfIsReadAndThenItsBytes() throws IOException {
        byte[] pdf = pdf("the password is in here", "");
        Opened opened = Opened.of("a.pdf", pdf);
        assertThat(opened.skipped()).isEmpty();
        assertThat(opened.texts()).containsOnlyKeys("a.pdf!text", "a.pdf!<all bytes>");
        assertThat(opened.texts().get("a.pdf!text")).contains("the password is in here");
        assertThat(opened.texts().get("a.pdf!<all bytes>")).startsWith("%PDF-");
    }

    @Test
    void ofAPdfThatIsClosedOrDamagedTheBytesAreReadAndTheRestIsNamed() throws IOException {
        Opened closed = Opened.of("a.pdf", pdf("x", "q8Xw-2pLz71"));
        assertThat(closed.skipped()).containsExactly("a.pdf!text ENCRYPTED");
        assertThat(closed.texts()).containsOnlyKeys("a.pdf!<all bytes>");
        byte[] whole = pdf("x", "");
        for (int length = 6; length < whole.length; length += 97) {
            Opened cut = Opened.of("a.pdf", Arrays.copyOf(whole, length));
            assertThat(cut.texts()).containsKey("a.pdf!<all bytes>");
        }
        for (int at = 5; at < whole.length; at += 11) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0xff;
            assertThat(Opened.of("a.pdf", damaged).texts()).containsKey("a.pdf!<all bytes>");
        }
    }

    /** A database of two pages: the schema with one table, and the rows of that. */
    private static byte[] database(String sql, List<String[]> rows) {
        ByteBuffer file = ByteBuffer.allocate(2 * 1024);
        file.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
        file.putShort(16, (short) 1024);
        file.putInt(56, 1);
        byte[] schema = row("table", "t", "t", (byte) 2, sql);
        leaf(file, 0, 100, List.of(schema));
        leaf(file, 1024, 0, rows.stream().map(row -> row((Object[]) row)).toList());
        return file.array();
    }

    private static void leaf(ByteBuffer file, int page, int header, List<byte[]> rows) {
        file.put(page + header, (byte) 0x0d);
        file.putShort(page + header + 3, (short) rows.size());
        int end = 1024;
        for (int i = 0; i < rows.size(); i++) {
            end -= rows.get(i).length + 3;
            file.putShort(page + header + 8 + 2 * i, (short) end);
            int length = rows.get(i).length;
            file.put(page + end, (byte) (0x80 | length >> 7));
            file.put(page + end + 1, (byte) (length & 0x7f));
            file.put(page + end + 2, (byte) (i + 1));
            file.put(page + end + 3, rows.get(i));
        }
    }

    private static byte[] row(Object... cells) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Object cell : cells) {
            if (cell instanceof Byte number) {
                header.write(1);
                body.write(number);
            } else {
                byte[] text = cell.toString().getBytes(StandardCharsets.UTF_8);
                int type = 13 + 2 * text.length;
                if (type > 127) {
                    header.write(0x80 | type >> 7);
                }
                header.write(type & 0x7f);
                body.writeBytes(text);
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(header.size() + 1);
        all.writeBytes(header.toByteArray());
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    @Test
    void theCellsOfADatabaseHaveTheNamesOfTheirColumns() {
        byte[] database =
                database(
                        "CREATE TABLE t (\"user\" TEXT, password TEXT NOT NULL, PRIMARY KEY (user))",
                        List.<String[]>of(
                                new String[] {"ann", "one"}, new String[] {"bob", "two"}));
        Opened opened = Opened.of("app.db", database);
        assertThat(opened.skipped()).isEmpty();
        assertThat(opened.texts())
                .containsEntry("app.db!t", "user=ann\npassword=one\nuser=bob\npassword=two\n")
                .containsKey("app.db!<all bytes>");
    }

    @Test
    void aTableOfSettingsIsReadAsSettings() {
        byte[] database =
                database(
                        "CREATE TABLE t (key, value)",
                        List.<String[]>of(new String[] {"db_password", "one"}));
        assertThat(Opened.of("app.db", database).texts())
                .containsEntry("app.db!t", "db_password=one\n");
    }

    /** Found by fuzzing: the sum of three lengths was a small number again. */
    @Test
    void lengthsThatAddUpToNothingTakeNoMemory() {
        ByteBuffer record = ByteBuffer.allocate(40);
        record.put((byte) 28);
        long quarter = (1L << 62) + 12;
        for (long type : new long[] {Long.MAX_VALUE, quarter, quarter + 2L * Integer.MAX_VALUE}) {
            for (int i = 0; i < 8; i++) {
                record.put((byte) (0x80 | type >>> (57 - 7 * i)));
            }
            record.put((byte) type);
        }
        byte[] file = database("CREATE TABLE t (a, b, c)", List.of());
        ByteBuffer pages = ByteBuffer.wrap(file);
        leaf(pages, 1024, 0, List.of(record.array()));
        Opened opened = Opened.of("app.db", file);
        assertThat(opened.skipped()).isEmpty();
        assertThat(opened.texts()).containsKey("app.db!t");
    }

    @Test
    void everyDamageOfADatabaseIsAnswered() {
        byte[] database =
                database(
                        "CREATE TABLE t (key, value)",
                        List.<String[]>of(new String[] {"db_password", "one"}));
        for (int at = 16; at < database.length; at++) {
            byte[] damaged = database.clone();
            damaged[at] ^= (byte) 0xff;
            assertThat(Opened.of("app.db", damaged).coverage()).isNotNull();
        }
        for (int length = 101; length < database.length; length += 13) {
            Opened cut = Opened.of("app.db", java.util.Arrays.copyOf(database, length));
            assertThat(cut.texts()).isNotEmpty();
        }
    }
}
