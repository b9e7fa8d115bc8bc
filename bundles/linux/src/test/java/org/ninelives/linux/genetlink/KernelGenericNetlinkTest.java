package org.ninelives.linux.genetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkWriter;

/** The family that every kernel has, {@code nlctrl}, tells of the others. */
@Tag("kernel")
class KernelGenericNetlinkTest {

    private static final String FAMILY = "nlctrl";

    private GenericNetlinkSocket socket;

    @BeforeEach
    void open() throws Exception {
        socket =
                GenericNetlinkSocket.open(Optional.empty(), FAMILY, Genetlink.CTRL_VERSION)
                        .orElseThrow();
    }

    @AfterEach
    void close() {
        socket.close();
    }

    /** Asks for the number of a family. */
    private static final class Question implements RequestWriter<String> {

        @Override
        public int command(String family) {
            return Genetlink.CTRL_CMD_GETFAMILY;
        }

        @Override
        public void writeAttributes(String family, NetlinkWriter writer) {
            writer.attributeText(Genetlink.CTRL_ATTR_FAMILY_NAME, family);
        }
    }

    @Test
    void aFamilyThatIsNotThereIsNotFound() throws Exception {
        assertThat(GenericNetlinkSocket.open(Optional.empty(), "nl-no-such", 1)).isEmpty();
    }

    @Test
    void aNamespaceThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> GenericNetlinkSocket.open(Optional.of("nl-no-such"), FAMILY, 2))
                .hasMessageContaining("ENOENT");
    }

    @Test
    void oneThingIsAsked() throws Exception {
        List<OptionalInt> answers = new ArrayList<>();
        NetlinkOutcome outcome =
                socket.ask(
                        Genetlink.CTRL_CMD_GETFAMILY,
                        writer -> new Question().writeAttributes(FAMILY, writer),
                        answer -> answers.add(Genetlink.family(answer)));
        assertThat(outcome.errno()).isZero();
        assertThat(answers).containsExactly(OptionalInt.of(Genetlink.GENL_ID_CTRL));
    }

    @Test
    void aQuestionMayBeRefused() throws Exception {
        NetlinkOutcome outcome =
                socket.ask(
                        Genetlink.CTRL_CMD_GETFAMILY,
                        writer -> new Question().writeAttributes("nl-no-such", writer),
                        answer -> {
                            throw new AssertionError("an answer");
                        });
        assertThat(outcome.errno()).isEqualTo(Errno.ENOENT);
    }

    @Test
    void manyThingsAreListed() throws Exception {
        List<OptionalInt> families = new ArrayList<>();
        NetlinkOutcome outcome =
                socket.list(
                        Genetlink.CTRL_CMD_GETFAMILY,
                        writer -> {},
                        answer -> families.add(Genetlink.family(answer)));
        assertThat(outcome.errno()).isZero();
        assertThat(families).contains(OptionalInt.of(Genetlink.GENL_ID_CTRL));
    }

    @Test
    void eachRefusalFindsItsRequest() throws Exception {
        List<String> requests =
                IntStream.range(0, 1000)
                        .mapToObj(i -> i % 3 == 0 ? FAMILY : "nl-no-such-" + i)
                        .toList();
        List<String> refused = new ArrayList<>();
        socket.execute(
                requests,
                new Question(),
                (request, outcome) -> {
                    assertThat(outcome.errno()).isEqualTo(Errno.ENOENT);
                    refused.add(request);
                });
        assertThat(refused)
                .isEqualTo(requests.stream().filter(each -> !each.equals(FAMILY)).toList());
    }

    @Test
    void nothingToDoIsDone() throws Exception {
        socket.execute(
                List.of(),
                new Question(),
                (request, outcome) -> {
                    throw new AssertionError(request);
                });
    }
}
