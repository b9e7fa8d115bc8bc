package org.ninelives.check.dns.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/** Questions as they go over the wire; dnsjava reads them back. */
class QuestionTest {

    @Test
    void theBytesAreThoseOfKeepalived() {
        Question question = new Question(QueryType.A, DomainName.of("example.org"));
        assertThat(HexFormat.of().formatHex(question.message(0x9fc3)))
                .isEqualTo("9fc301000001000000000000076578616d706c65036f72670000010001");
    }

    @ParameterizedTest
    @EnumSource
    void anotherReaderUnderstandsEachType(QueryType type) throws IOException {
        Question question = new Question(type, DomainName.of("www.example.org."));
        Message message = new Message(question.message(65535));
        assertThat(message.getHeader().getID()).isEqualTo(65535);
        assertThat(message.getQuestion().getName()).hasToString("www.example.org.");
        assertThat(Type.string(message.getQuestion().getType())).isEqualTo(type.name());
        assertThat(question).hasToString(type + " www.example.org");
    }

    @Test
    void theRootIsAName() throws IOException {
        Question question = new Question(QueryType.SOA, DomainName.of("."));
        assertThat(new Message(question.message(0)).getQuestion().getName()).hasToString(".");
        assertThat(question).hasToString("SOA .");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a..b   | a..b has an empty label, two dots in a row",
                ".a     | .a has an empty label, two dots in a row",
                "..     | .. has an empty label, two dots in a row",
                "grün.x | grün.x has characters that no domain name has; write it in ASCII (xn--)"
            })
    void whatIsNoNameIsTold(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainName.of(text))
                .withMessage(message);
    }

    @Test
    void labelsAndNamesAreBounded() throws IOException {
        String label = "x".repeat(63);
        String longest = label + "." + label + "." + label + "." + "x".repeat(61);
        Question question = new Question(QueryType.A, DomainName.of(longest));
        assertThat(new Message(question.message(1)).getQuestion().getName())
                .hasToString(longest + ".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainName.of(longest + "x"))
                .withMessageEndingWith("is longer than a domain name, more than 255 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainName.of("a." + label + "x"))
                .withMessageEndingWith("has a label of more than 63 characters: " + label + "x");
    }
}
