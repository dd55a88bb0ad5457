package io.hushgate.source.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Formats that are neither archives nor compressed, and still hold something else. */
class DocumentTest {
    /** A key entry needs a certificate, and a store does not look at it. */
    private static final class AnyCertificate extends Certificate {
        private final PrivateKey key;

        AnyCertificate(PrivateKey key) {
            super("X.509");
            this.key = key;
        }

        @Override
        public byte[] getEncoded() {
            return key.getEncoded();
        }

        @Override
        public void verify(java.security.PublicKey by) {}

        @Override
        public void verify(java.security.PublicKey by, String provider) {}

        @Override
        public String toString() {
            return "any";
        }

        @Override
        public java.security.PublicKey getPublicKey() {
            throw new UnsupportedOperationException();
        }
    }

    private static byte[] javaKeystore(String password) throws Exception {
        PrivateKey key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry(
                "app", key, password.toCharArray(), new Certificate[] {new AnyCertificate(key)});
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
        assertThat(Signature.of(javaKeystore("changeit"), 0, 100))
                .isEqualTo(Signature.JAVA_KEYSTORE);
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
