package io.hushgate.source.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "",
            value = {
                "/bin/sh -c #(nop) ENV A=b|ENV|ENV A=b",
                "/bin/sh -c #(nop)  CMD [\"sh\"]|CMD|CMD [\"sh\"]",
                "/bin/sh -c apt-get update|RUN|RUN apt-get update",
                "RUN /bin/sh -c make # buildkit|RUN|RUN make # buildkit",
                "COPY a b # buildkit|COPY|COPY a b # buildkit",
            })
    void buildersWordsAreTakenOff(String createdBy, String verb, String text) {
        Instruction instruction = Instruction.of(createdBy);
        assertThat(instruction.verb()).isEqualTo(verb);
        assertThat(instruction.text()).isEqualTo(text);
        String operands = text.substring(verb.length() + 1).replace(" # buildkit", "");
        assertThat(instruction.operands()).isEqualTo(operands);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "|1 A=1 /bin/sh -c make;ARG A=1/RUN make",
                "|2 A=1 B=two words /bin/sh -c make;ARG A=1/ARG B=two words/RUN make",
                "|2 A=one two B=3 /bin/sh -c make;ARG A=one two/ARG B=3/RUN make",
                "RUN |2 A=\"x y\" B=3 /bin/sh -c make # buildkit;ARG A=\"x y\"/ARG B=3/RUN make # buildkit",
                "|3 A=1;ARG A=1/RUN",
                "|9999;RUN",
            })
    void argumentsBecomeLinesOfTheirOwn(String createdBy, String lines) {
        assertThat(Instruction.of(createdBy).text())
                .isEqualTo(lines.replace('/', '\n').replace("\nbin\nsh", "/bin/sh"));
    }
}
