package org.ninelives.page.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Sessions sessions = new Sessions(nanos::get);
    private final FakeUser user = new FakeUser("control", true);

    private void pass(long minutes) {
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(minutes));
    }

    @Test
    void itIsKnownByItsWordAlone() {
        String token = sessions.begin(user);
        String other = sessions.begin(new FakeUser("monitor", false));

        assertThat(token).hasSize(32).isNotEqualTo(other);
        assertThat(sessions.user("Bearer " + token)).hasValue(user);
        assertThat(sessions.user("Bearer " + token + "x")).isEmpty();
        assertThat(sessions.user("Bearer ")).isEmpty();
        assertThat(sessions.user("")).isEmpty();
        assertThat(sessions.user("Basic " + token)).isEmpty();
    }

    @Test
    void itEndsWithoutUseAndAfterHalfADay() {
        String token = sessions.begin(user);
        pass(29);
        assertThat(sessions.user("Bearer " + token)).isPresent();
        pass(31);
        assertThat(sessions.user("Bearer " + token)).isEmpty();

        String used = sessions.begin(user);
        for (int i = 0; i < 35; i++) {
            pass(20);
            assertThat(sessions.user("Bearer " + used)).as("after %d", i).isPresent();
        }
        pass(25);
        assertThat(sessions.user("Bearer " + used)).isEmpty();
    }

    @Test
    void itEndsWithTheRoleOfItsUser() {
        String token = sessions.begin(user);
        user.takeRole();

        assertThat(sessions.user("Bearer " + token)).isEmpty();
    }

    @Test
    void whoLogsOutIsOut() {
        String token = sessions.begin(user);
        sessions.end("Bearer " + token);

        assertThat(sessions.user("Bearer " + token)).isEmpty();
    }

    @Test
    void theOldestGoesWhereThereAreTooMany() {
        String first = sessions.begin(user);
        for (int i = 0; i < 64; i++) {
            sessions.begin(user);
        }

        assertThat(sessions.user("Bearer " + first)).isEmpty();
    }
}
