package io.hushgate.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.context.AssignmentReader.Notation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentReaderTest {
    private static final String KEYWORD = "password";
    private final AssignmentReader reader = new AssignmentReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "db_password = \"Zk4w9x\"             ~ db_password            ~ EQUALS",
                "String password=\"Zk4w9x\";          ~ password               ~ EQUALS",
                "passwordProd := 'Zk4w9x'             ~ passwordProd           ~ EQUALS",
                "'password' => 'Zk4w9x',              ~ password               ~ EQUALS",
                "config[\"password\"] = \"Zk4w9x\"    ~ password               ~ EQUALS",
                "const password: string = `Zk4w9x`    ~ password               ~ EQUALS",
                "password ||= 'Zk4w9x'                ~ password               ~ EQUALS",
                "export PGPASSWORD=Zk4w9x             ~ PGPASSWORD             ~ EQUALS",
                "spring.datasource.password=Zk4w9x    ~ spring.datasource.password ~ EQUALS",
                "/login?user=me&password=Zk4w9x&x=y   ~ password               ~ EQUALS",
                "--password=Zk4w9x                    ~ password               ~ EQUALS",
                "password: Zk4w9x                     ~ password               ~ COLON",
                "\"password\" : \"Zk4w9x\",           ~ password               ~ COLON",
                "{\\\"password\\\": \\\"Zk4w9x\\\"}   ~ password               ~ COLON",
                "password: \"${PW:-Zk4w9x}\"          ~ password               ~ COLON",
                "password: ${PW:-Zk4w9x}              ~ password               ~ COLON",
                "if password == 'Zk4w9x' {            ~ password               ~ COMPARISON",
                "assert cfg['password'] == 'Zk4w9x'   ~ password               ~ COMPARISON",
                "setPassword(\"Zk4w9x\")              ~ setPassword            ~ ARGUMENT",
                "put(\"password\", \"Zk4w9x\")        ~ password               ~ ARGUMENT",
                "<password>Zk4w9x</password>          ~ password               ~ ELEMENT",
                "mysqladmin --password Zk4w9x         ~ password               ~ WORD",
                "{name: DB_PASSWORD, value: Zk4w9x}   ~ DB_PASSWORD            ~ NAME_VALUE",
                "password = String.valueOf(\"Zk4w9x\")~ password               ~ EQUALS",
                "password = b'Zk4w9x'                 ~ password               ~ EQUALS",
            })
    void readsNameAndValue(String text, String name, Notation notation) {
        assertThat(read(text)).as(text).isEqualTo("Zk4w9x");
        assertThat(text.substring(reader.nameStart(), reader.nameEnd())).isEqualTo(name);
        assertThat(reader.notation()).isEqualTo(notation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "the password of the user is long",
                "password",
                "password =",
                "password: {{ .Values.password }}",
                "password = os.environ[\"PW\"]",
                "password = getenv('Zk4w9x')",
                "password::Zk4w9x",
                "<password>",
                "password(user)",
                "password = \"never closed",
            })
    void readsNothingWhereNothingIsAssigned(String text) {
        assertThat(read(text)).as(text).isEmpty();
    }

    @Test
    void readsTheNextLineOfAnEnvironmentList() {
        assertThat(read("- name: DB_PASSWORD\n  value: Zk4w9x\n")).isEqualTo("Zk4w9x");
        assertThat(reader.notation()).isEqualTo(Notation.NAME_VALUE);
    }

    @Test
    void staysWithinItsBounds() {
        String name = "x".repeat(100) + KEYWORD + "y".repeat(100);
        assertThat(read(name + " = 'Zk4w9x'")).isEmpty();
        assertThat(read("password = '" + "z".repeat(2000) + "'")).isEmpty();
        assertThat(read("password" + " ".repeat(500) + "= 'Zk4w9x'")).isEmpty();
    }

    @Test
    void readsNoByteBeyondTheText() {
        for (String text :
                new String[] {
                    "password: \"", "password = new(", "password ->",
                    "password: \\\"x", "password => b'", "password:\\"
                }) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(reader.read(bytes, 0, bytes.length, 0, KEYWORD.length())).isFalse();
        }
    }

    private String read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = text.toLowerCase(Locale.ROOT).indexOf(KEYWORD);
        return reader.read(bytes, 0, bytes.length, at, at + KEYWORD.length())
                ? text.substring(reader.valueStart(), reader.valueEnd())
                : "";
    }
}
