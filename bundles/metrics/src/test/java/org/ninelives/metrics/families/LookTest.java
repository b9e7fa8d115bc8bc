package org.ninelives.metrics.families;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;

/** What beans say is what metrics say. */
class LookTest {

    private final FakeWorld world = Scenes.oneOfEach();
    private final Happenings happenings = new Happenings();

    private List<String> lines(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        new Look(new Catalogue(happenings), () -> world, () -> 0)
                .around(
                        metric -> {
                            if (metric.getMetadata().getName().equals(name)) {
                                lines(metric).forEach(lines::add);
                            }
                        });
        return lines;
    }

    private static Stream<String> lines(MetricSnapshot metric) {
        return metric.getDataPoints().stream()
                .map(
                        point ->
                                point.getLabels()
                                        + switch (point) {
                                            case GaugeDataPointSnapshot gauge ->
                                                    " " + gauge.getValue();
                                            case CounterDataPointSnapshot counter ->
                                                    " " + counter.getValue();
                                            case HistogramDataPointSnapshot histogram ->
                                                    " %s, sum %s"
                                                            .formatted(
                                                                    buckets(histogram),
                                                                    histogram.getSum());
                                            default -> "";
                                        });
    }

    private static List<String> buckets(HistogramDataPointSnapshot histogram) {
        return histogram.getClassicBuckets().stream()
                .map(bucket -> bucket.getUpperBound() + ": " + bucket.getCount())
                .toList();
    }

    @Test
    void howLateALoopIsFallsIntoBuckets() throws IOException {
        assertThat(lines("ninelives_loop_lateness_seconds"))
                .containsExactly("{loop=\"vrrp\"} [1.0E-4: 30, 0.05: 1, Infinity: 1], sum 5.03006");
        assertThat(lines("ninelives_loop_lateness_seconds_max"))
                .containsExactly("{loop=\"vrrp\"} 5.0");
        assertThat(lines("ninelives_loop_busy_seconds")).containsExactly("{loop=\"vrrp\"} 2.5");
    }

    @Test
    void anAdvertThatNeverWasHasNoAge() throws IOException {
        assertThat(lines("ninelives_vrrp_advert_sent_age_seconds"))
                .containsExactly("{vrrp_instance=\"VI_1\"} 0.25");
        assertThat(lines("ninelives_vrrp_advert_received_age_seconds")).isEmpty();
    }

    @Test
    void theStateOfAVirtualRouterIsOneOfFour() throws IOException {
        assertThat(lines("ninelives_vrrp_instance_state"))
                .containsExactly(
                        "{state=\"BACKUP\",vrrp_instance=\"VI_1\"} 0.0",
                        "{state=\"FAULT\",vrrp_instance=\"VI_1\"} 0.0",
                        "{state=\"INIT\",vrrp_instance=\"VI_1\"} 0.0",
                        "{state=\"MASTER\",vrrp_instance=\"VI_1\"} 1.0");
    }

    @Test
    void timesAreSeconds() throws IOException {
        assertThat(lines("ninelives_vrrp_instance_last_transition_timestamp_seconds"))
                .containsExactly("{vrrp_instance=\"VI_1\"} 1.7000000005E9");
        assertThat(lines("ninelives_track_script_last_duration_seconds"))
                .containsExactly("{tracker=\"chk\"} 0.25");
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws IOException {
        assertThat(lines("ninelives_vrrp_instance_master_priority")).isEmpty();
        assertThat(lines("ninelives_real_server_drain_remaining_seconds")).isEmpty();
    }

    @Test
    void aScriptIsATrackerToo() throws IOException {
        assertThat(lines("ninelives_tracker_value"))
                .containsExactly(
                        "{kind=\"kind\",tracker=\"name\"} 1.0",
                        "{kind=\"script\",tracker=\"chk\"} 1.0");
    }

    @Test
    void looksAreCountedByTheirOutcome() throws IOException {
        assertThat(lines("ninelives_check_looks"))
                .containsExactly(
                        "{check=\"1 TCP_CHECK\",outcome=\"failed\",real_server="
                                + "\"[192.168.0.1]:tcp:8080\",virtual_server=\"[10.1.0.1]:tcp:80\"}"
                                + " 3.0",
                        "{check=\"1 TCP_CHECK\",outcome=\"passed\",real_server="
                                + "\"[192.168.0.1]:tcp:8080\",virtual_server=\"[10.1.0.1]:tcp:80\"}"
                                + " 7.0");
    }

    @Test
    void aBeanThatIsThereTwiceCountsOnce() throws IOException {
        Scenes.router(world, "VI_1", "BACKUP");

        assertThat(lines("ninelives_vrrp_instance_priority"))
                .containsExactly("{vrrp_instance=\"VI_1\"} 150.0");
    }

    @Test
    void whatDoesNotAnswerIsLeftOutAndSaidSo() throws IOException {
        world.with(
                VrrpInstanceMXBean.class,
                Map.of("getStatus", new IllegalStateException("the vrrp loop has not answered")));

        assertThat(lines("ninelives_vrrp_instance_priority")).isEmpty();
        assertThat(lines("ninelives_real_server_up")).hasSize(1);
        assertThat(lines("ninelives_collector_success"))
                .contains("{collector=\"vrrp_instance\"} 0.0", "{collector=\"real_server\"} 1.0");
    }

    @Test
    void whatHappensIsCounted() throws IOException {
        happenings.count(new ReloadEvent("REFUSED", "no"));
        happenings.count(new ReloadEvent("APPLIED", "yes"));
        happenings.count(new ReloadEvent("APPLIED", "yes"));
        for (long late : new long[] {700, 4200, 900}) {
            happenings.count(
                    new VrrpEvent.Late(
                            FakeWorld.sample(VrrpSubject.class, Map.of()),
                            VrrpState.MASTER,
                            late,
                            "late"));
        }

        assertThat(lines("ninelives_reloads"))
                .containsExactly("{result=\"APPLIED\"} 2.0", "{result=\"REFUSED\"} 1.0");
        assertThat(lines("ninelives_events"))
                .containsExactly("{type=\"late\"} 3.0", "{type=\"reload\"} 3.0");
        assertThat(lines("ninelives_vrrp_late_seconds_max")).containsExactly("{} 4.2");
    }

    @Test
    void withoutAnythingToTellThereIsTheProcess() throws IOException {
        List<String> names = new ArrayList<>();
        new Look(new Catalogue(happenings), FakeWorld::new, () -> 0)
                .around(
                        metric -> {
                            if (!metric.getDataPoints().isEmpty()) {
                                names.add(metric.getMetadata().getName());
                            }
                        });

        assertThat(names).contains("process_cpu_seconds", "jvm_memory_used_bytes");
        assertThat(names).doesNotContain("ninelives_vrrp_instance_state");
    }
}
