package org.ninelives.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ninelives.metrics.families.Catalogue;
import org.ninelives.metrics.families.FakeWorld;
import org.ninelives.metrics.families.Happenings;
import org.ninelives.metrics.families.Look;
import org.ninelives.metrics.families.Scenes;

class PageWriterTest {

    private final FakeWorld world = Scenes.oneOfEach();

    private Page page(ExpositionFormatWriter format) throws IOException {
        return PageWriter.write(
                format, new Look(new Catalogue(new Happenings()), () -> world, () -> 0));
    }

    private static String plain(Page page) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        page.writePlain(text);
        assertThat(text.size()).isEqualTo(page.length(false));
        return text.toString(StandardCharsets.UTF_8);
    }

    @Test
    void openMetricsEndsOnceAndAtTheEnd() throws IOException {
        String text = plain(page(OpenMetricsTextFormatWriter.create()));

        assertThat(text).endsWith("\n# EOF\n").containsOnlyOnce("# EOF");
        assertThat(text)
                .contains("# TYPE ninelives_vrrp_adverts_sent counter\n")
                .contains("# HELP ninelives_vrrp_adverts_sent Adverts sent\n")
                .contains("ninelives_vrrp_adverts_sent_total{vrrp_instance=\"VI_1\"} 12.0\n")
                .contains("# TYPE ninelives_vrrp_instance info\n");
    }

    @Test
    void plainTextHasTypesToo() throws IOException {
        String text = plain(page(PrometheusTextFormatWriter.create()));

        assertThat(text)
                .doesNotContain("EOF")
                .contains("# HELP ninelives_vrrp_adverts_sent_total Adverts sent\n")
                .contains("# TYPE ninelives_vrrp_adverts_sent_total counter\n")
                .contains("ninelives_vrrp_adverts_sent_total{vrrp_instance=\"VI_1\"} 12.0\n")
                .contains("# TYPE ninelives_vrrp_instance_info gauge\n");
    }

    @Test
    void namesOfUsersAreEscaped() throws IOException {
        Scenes.router(world, "a\"b\\c\nd\u00e9", "BACKUP");

        assertThat(plain(page(PrometheusTextFormatWriter.create())))
                .contains(
                        "ninelives_vrrp_instance_priority{vrrp_instance=\"a\\\"b\\\\c\\n"
                                + "d\u00e9\"}");
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What it costs is printed; that it stays within this is what counts. */
    @Test
    void twentyThousandServersAreWrittenWithinBounds() throws IOException {
        Scenes.balance(world, 1000, 20);
        Runtime runtime = Runtime.getRuntime();
        page(PrometheusTextFormatWriter.create());
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long begin = cpuNanos();

        Page page = page(PrometheusTextFormatWriter.create());

        System.out.printf(
                "metrics: 1000 x 20 servers: %d ms of processor time, %.1f MB of text, %.1f MB"
                        + " packed, heap %d -> %d MB%n",
                (cpuNanos() - begin) / 1_000_000,
                page.length(false) / 1e6,
                page.length(true) / 1e6,
                before >> 20,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        assertThat(page.length(true)).isLessThan(16 << 20);
    }
}
