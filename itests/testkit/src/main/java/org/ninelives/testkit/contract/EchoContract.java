package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.EchoProbe.Outcome;
import org.ninelives.api.system.EchoProbe.Question;
import org.ninelives.api.system.Link;

/** Who answers an echo. */
public abstract class EchoContract extends Contract {

    /** Longer than any answer takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

    @BeforeEach
    void wire() throws Exception {
        rig.wire("eth0");
        rig.addAddress("eth0", "10.9.0.1/24");
        rig.addPeerAddress("eth0", "10.9.0.2/24");
        rig.addAddress("eth0", "2001:db8:9::1/64");
        rig.addPeerAddress("eth0", "2001:db8:9::2/64");
        rig.addPeerAddress("eth0", "fe80::9/64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.9.0.2", "2001:db8:9::2"})
    void aHostThatIsThereAnswers(String target) throws Exception {
        ask(question(target, Optional.empty(), PATIENCE));
        rig.until("the answer is told", () -> !outcomes.isEmpty());
        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        a -> assertThat(a.roundTripNanos()).isNotNegative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.9.0.2", "2001:db8:9::2", "fe80::9"})
    void aHostAnswersThroughAnInterface(String target) throws Exception {
        ask(question(target, Optional.of(eth0()), PATIENCE));
        rig.until("the answer is told", () -> !outcomes.isEmpty());
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Answered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.9.0.77", "2001:db8:9::77"})
    void theTimeOfAHostThatIsNotThereEnds(String target) throws Exception {
        ask(question(target, Optional.of(eth0()), Duration.ofMillis(20)));
        rig.until("silence is told", () -> !outcomes.isEmpty());
        assertThat(outcomes).containsExactly(new Outcome.Silent());
    }

    @Test
    void aQuestionThatCannotLeaveIsToldSoLater() throws Exception {
        Link eth0 = eth0();
        rig.setUp("eth0", false);
        List<Outcome> before =
                rig.on(
                        loop,
                        () -> {
                            loop.echo()
                                    .ask(
                                            question("10.9.0.2", Optional.of(eth0), PATIENCE),
                                            outcomes::add);
                            return List.copyOf(outcomes);
                        });
        assertThat(before).as("told within the call").isEmpty();
        rig.until("the refusal is told", () -> !outcomes.isEmpty());
        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Unsent.class,
                        u -> assertThat(u.cause()).hasMessageContaining("10.9.0.2: E"));
    }

    @Test
    void severalQuestionsAreAnsweredEachForItself() throws Exception {
        List<Outcome> silent = new CopyOnWriteArrayList<>();
        rig.on(
                loop,
                () -> {
                    for (int i = 0; i < 10; i++) {
                        loop.echo()
                                .ask(
                                        question("10.9.0.2", Optional.empty(), PATIENCE),
                                        outcomes::add);
                    }
                    Duration brief = Duration.ofMillis(20);
                    loop.echo().ask(question("10.9.0.77", Optional.empty(), brief), silent::add);
                    return null;
                });
        rig.until("all are answered", () -> outcomes.size() == 10 && silent.size() == 1);
        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Answered.class);
        assertThat(silent).containsExactly(new Outcome.Silent());
    }

    @Test
    void whoAsksAgainWhenToldIsToldAgain() throws Exception {
        List<Outcome> second = new ArrayList<>();
        rig.on(
                loop,
                () -> {
                    Question question = question("10.9.0.2", Optional.empty(), PATIENCE);
                    loop.echo().ask(question, first -> loop.echo().ask(question, second::add));
                    return null;
                });
        rig.until("the second answer is told", () -> onLoop(second).size() == 1);
    }

    private List<Outcome> onLoop(List<Outcome> list) {
        try {
            return rig.on(loop, () -> List.copyOf(list));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aTimeoutIsAboveZero(long millis) {
        assertThatThrownBy(() -> question("10.9.0.2", Optional.empty(), Duration.ofMillis(millis)))
                .hasMessageContaining("above zero");
    }

    private void ask(Question question) throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.echo().ask(question, outcomes::add);
                    return null;
                });
    }

    private static Question question(String target, Optional<Link> through, Duration timeout) {
        return new Question(IpAddress.of(target), through, timeout);
    }

    private Link eth0() throws Exception {
        return rig.on(
                loop,
                () -> {
                    loop.links().watch(new RecordingListener());
                    return loop.links().find(new InterfaceName("eth0")).orElseThrow();
                });
    }
}
