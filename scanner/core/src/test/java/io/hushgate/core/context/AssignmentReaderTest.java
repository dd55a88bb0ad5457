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
                "db_password = \"PLACEHOLDER\"             ~ db_password            ~ EQUALS",
                "String password=\"PLACEHOLDER\";          ~ password               ~ EQUALS",
                "passwordProd := 'PLACEHOLDER'             ~ passwordProd           ~ EQUALS",
                "'password' => 'PLACEHOLDER',              ~ password               ~ EQUALS",
                "config[\"password\"] = \"PLACEHOLDER\"    ~ password               ~ EQUALS",
                "const password: string = `PLACEHOLDER`    ~ password               ~ EQUALS",
                "password ||= 'PLACEHOLDER'                ~ password               ~ EQUALS",
                "export PGPASSWORD=PLACEHOLDER             ~ PGPASSWORD             ~ EQUALS",
                "spring.datasource.password=PLACEHOLDER    ~ spring.datasource.password ~ EQUALS",
                "/login?user=me&password=PLACEHOLDER&x=y   ~ password               ~ EQUALS",
                "--password=PLACEHOLDER                    ~ password               ~ EQUALS",
                "password: PLACEHOLDER                     ~ password               ~ COLON",
                "\"password\" : \"PLACEHOLDER\",           ~ password               ~ COLON",
                "{\\\"password\\\": \\\"PLACEHOLDER\\\"}   ~ password               ~ COLON",
                "password: \"${PW:-PLACEHOLDER}\"          ~ password               ~ COLON",
                "password: ${PW:-PLACEHOLDER}              ~ password               ~ COLON",
                "if password == 'PLACEHOLDER' {            ~ password               ~ COMPARISON",
                "assert cfg['password'] == 'PLACEHOLDER'   ~ password               ~ COMPARISON",
                "setPassword(\"PLACEHOLDER\")              ~ setPassword            ~ ARGUMENT",
                "put(\"password\", \"PLACEHOLDER\")        ~ password               ~ ARGUMENT",
                "<password>PLACEHOLDER</password>          ~ password               ~ ELEMENT",
                "mysqladmin --password PLACEHOLDER         ~ password               ~ WORD",
                "{name: DB_PASSWORD, value: PLACEHOLDER}   ~ DB_PASSWORD            ~ NAME_VALUE",
                "password = String.valueOf(\"PLACEHOLDER\")~ password               ~ EQUALS",
                "password = b'PLACEHOLDER'                 ~ password               ~ EQUALS",
                "password = PLACEHOLDER                    ~ password               ~ EQUALS",
                "set \"password\" = \"PLACEHOLDER\"       ~ password               ~ EQUALS",
                "$env:DB_PASSWORD = 'PLACEHOLDER'          ~ DB_PASSWORD            ~ EQUALS",
                "ENV DB_PASSWORD=PLACEHOLDER               ~ DB_PASSWORD            ~ EQUALS",
                "ARG db_password=PLACEHOLDER               ~ db_password            ~ EQUALS",
                "my $password = 'PLACEHOLDER';             ~ password               ~ EQUALS",
                "@password = 'PLACEHOLDER'                 ~ password               ~ EQUALS",
                "password ?= PLACEHOLDER                   ~ password               ~ EQUALS",
                "password <- 'PLACEHOLDER'                 ~ password               ~ EQUALS",
                "let password: &str = \"PLACEHOLDER\";    ~ password               ~ EQUALS",
                "Server=x;Uid=y;password=PLACEHOLDER;       ~ password               ~ EQUALS",
                "password_ -> 'PLACEHOLDER'                ~ password_              ~ EQUALS",
                ":password => 'PLACEHOLDER',               ~ password               ~ EQUALS",
                "password => PLACEHOLDER                   ~ password               ~ EQUALS",
                "variable \"db_password\" { default = \"PLACEHOLDER\" } ~ db_password ~ NAME_VALUE",
                "<add key=\"password\" value=\"PLACEHOLDER\"/> ~ password          ~ NAME_VALUE",
                "<entry key=\"x.password\">PLACEHOLDER</entry> ~ x.password         ~ ELEMENT",
            })
    void readsNameAndValue(String text, String name, Notation notation) {
        assertThat(read(text)).as(text).isEqualTo("PLACEHOLDER");
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
                "password = getenv('PLACEHOLDER')",
                "password::PLACEHOLDER",
                "<password>",
                "password(user)",
                "password = \"never closed",
            })
    void readsNothingWhereNothingIsAssigned(String text) {
        assertThat(read(text)).as(text).isEmpty();
    }

    @Test
    void readsTheNextLineOfAnEnvironmentList() {
        assertThat(read("- name: DB_PASSWORD\n  value: PLACEHOLDER\n")).isEqualTo("PLACEHOLDER");
        assertThat(reader.notation()).isEqualTo(Notation.NAME_VALUE);
    }

    @Test
    void staysWithinItsBounds() {
        String name = "x".repeat(100) + KEYWORD + "y".repeat(100);
        assertThat(read(name + " = 'PLACEHOLDER'")).isEmpty();
        assertThat(read("password = '" + "z".repeat(2000) + "'")).isEmpty();
        assertThat(read("password" + " ".repeat(500) + "= 'PLACEHOLDER'")).isEmpty();
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

    private static final String SAMPLE = String.join("", "Zk", "4w", "9x");

    /**
     * Reads with a value in the place of the word PLACEHOLDER, which itself would look like a
     * stand-in.
     */
    private String read(String form) {
        String text = form.replace("PLACEHOLDER", SAMPLE);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = text.toLowerCase(Locale.ROOT).indexOf(KEYWORD);
        return reader.read(bytes, 0, bytes.length, at, at + KEYWORD.length())
                ? text.substring(reader.valueStart(), reader.valueEnd())
                        .replace(SAMPLE, "PLACEHOLDER")
                : "";
    }
}
