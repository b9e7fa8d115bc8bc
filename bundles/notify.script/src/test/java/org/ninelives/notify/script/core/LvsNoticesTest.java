package org.ninelives.notify.script.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.notify.script.Subjects.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.notify.script.Servers;
import org.ninelives.notify.script.settings.FifoKind;

/** What scripts and FIFOs are told of virtual servers; the lines are those of keepalived 2.2.7. */
class LvsNoticesTest {

    @ParameterizedTest
    @CsvSource({
        "[10.9.0.1]:tcp:80, true, RS [192.0.2.9]:tcp:80 [10.9.0.1]:tcp:80 UP",
        "[10.9.0.1]:tcp:80, false, RS [192.0.2.9]:tcp:80 [10.9.0.1]:tcp:80 DOWN",
        "FWM 100, false, RS [192.0.2.9]:tcp:80 FWM 100 DOWN",
        "[G]:0, true, RS [192.0.2.9]:tcp:80 [G]:0 UP",
        "[2001:db8::1]:udp:53, true, RS [192.0.2.9]:tcp:80 [2001:db8::1]:udp:53 UP"
    })
    void aRealServerIsALine(String virtualServer, boolean up, String line) {
        assertThat(lines(Servers.state(virtualServer, up, false, Optional.empty())))
                .containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource({
        "[10.9.0.1]:tcp:80, true, VS [10.9.0.1]:tcp:80 UP",
        "FWM 100, false, VS FWM 100 DOWN",
        "[G]:0, false, VS [G]:0 DOWN"
    })
    void aQuorumIsALine(String virtualServer, boolean up, String line) {
        assertThat(lines(Servers.quorum(virtualServer, up, false, Optional.empty())))
                .containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource({
        "[my group]:0, VS [my\\040group]:0 UP",
        "'[a]b\"c\\]:0', VS [a\\135b\\042c\\134]:0 UP"
    })
    void theNameOfAGroupEndsWhereAReaderExpectsIt(String name, String line) {
        assertThat(lines(Servers.quorum(name, true, false, Optional.empty())))
                .containsExactly(line);
    }

    @Test
    void aLineStaysOneLine() {
        assertThat(lines(Servers.quorum("[a\nb]:0", true, false, Optional.empty())))
                .containsExactly("VS [a\\012b]:0 UP");
    }

    @Test
    void theScriptIsToldFirstAndWithoutFurtherWords() {
        List<Notice> notices = LvsNotices.of(Servers.down(Optional.of(script("/down now"))));
        assertThat(notices).hasSize(2);
        Notice.Call call = (Notice.Call) notices.getFirst();
        assertThat(call.commands())
                .containsExactly(
                        new Notice.Command(
                                "notify_down of real_server [192.0.2.9]:tcp:80 of virtual_server"
                                        + " [192.0.2.1]:tcp:80",
                                script("/down now"),
                                List.of()));
        assertThat(call).hasToString("RS [192.0.2.9]:tcp:80 [192.0.2.1]:tcp:80 DOWN");
        assertThat(call.environment())
                .isEqualTo(
                        Map.of(
                                "NINELIVES_KIND", "RS",
                                "NINELIVES_NAME", "[192.0.2.9]:tcp:80",
                                "NINELIVES_VIRTUAL_SERVER", "[192.0.2.1]:tcp:80",
                                "NINELIVES_STATE", "DOWN",
                                "NINELIVES_STOPPING", "",
                                "NINELIVES_REASON", "no answer",
                                "NINELIVES_WEIGHT", "",
                                "NINELIVES_QUORUM", ""));
    }

    @Test
    void theScriptOfAQuorumHearsItsNumbers() {
        Notice.Call call = call(quorum(true));
        assertThat(call.commands().getFirst().label())
                .isEqualTo("quorum_up of virtual_server [192.0.2.1]:tcp:80");
        assertThat(call.environment())
                .containsEntry("NINELIVES_KIND", "VS")
                .containsEntry("NINELIVES_NAME", Servers.VIRTUAL)
                .containsEntry("NINELIVES_STATE", "UP")
                .containsEntry("NINELIVES_STOPPING", "1")
                .containsEntry("NINELIVES_WEIGHT", "3")
                .containsEntry("NINELIVES_QUORUM", "2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thoseOfTheStopAreTheLast(boolean stopping) {
        Notice.Turn turn = stopping ? Notice.Turn.LAST : Notice.Turn.STATE;
        assertThat(call(quorum(stopping)).turn()).isEqualTo(turn);
        assertThat(
                        call(Servers.state(
                                        Servers.VIRTUAL,
                                        false,
                                        stopping,
                                        Optional.of(script("/down"))))
                                .turn())
                .isEqualTo(turn);
    }

    private static LvsEvent quorum(boolean stopping) {
        return Servers.quorum(Servers.VIRTUAL, true, stopping, Optional.of(script("/up")));
    }

    private static Notice.Call call(LvsEvent event) {
        return (Notice.Call) LvsNotices.of(event).getFirst();
    }

    private static List<String> lines(LvsEvent event) {
        return LvsNotices.of(event).stream()
                .map(Notice.Line.class::cast)
                .peek(line -> assertThat(line.about()).isEqualTo(FifoKind.LVS))
                .map(Notice.Line::text)
                .toList();
    }
}
