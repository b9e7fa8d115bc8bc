package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.labs.StatusPage.FOCUS;
import static org.ninelives.labs.StatusPage.ROUTER;
import static org.ninelives.labs.StatusPage.SERVER;
import static org.ninelives.labs.StatusPage.URL;
import static org.ninelives.labs.StatusPage.VIP;
import static org.ninelives.labs.StatusPage.escape;
import static org.ninelives.labs.StatusPage.login;
import static org.ninelives.labs.StatusPage.open;
import static org.ninelives.labs.StatusPage.start;
import static org.ninelives.labs.StatusPage.tabTo;
import static org.ninelives.labs.StatusPage.visit;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The status page in a real browser, on the node that serves it. */
@LabTest
@ExtendWith(Evidence.class)
class StatusPageTest {
    /** Pictures of the documentation are made anew with -Dpage.pictures=renew. */
    private static final boolean RENEW = "renew".equals(System.getProperty("page.pictures"));

    private static final Path DOC = Path.of("../../distribution/doc").toAbsolutePath().normalize();

    private static void picture(Browser browser, String name, int width, int height) {
        if (RENEW) {
            browser.size(width, height);
            browser.picture(DOC.resolve(name));
        }
    }

    @Test
    void aFailoverIsSeenWithoutLoadingThePageAgain() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            Router b = start(lab, "b", text -> text);
            lab.awaitBackup(b, a);
            try (Browser browser = visit(lab, b, "monitor")) {
                browser.awaitText(ROUTER, "BACKUP");
                browser.js("window.mark = 1");

                lab.cut("a", "eth0");
                browser.awaitText(ROUTER, "MASTER");
                browser.awaitText("#events li", "Entering MASTER STATE");
                assertThat(browser.js("return window.mark")).isEqualTo("1");
                assertThat(browser.js("return document.querySelector('#events ol').ariaLive"))
                        .isEqualTo("polite");

                lab.mend("a", "eth0");
                browser.awaitText(ROUTER, "BACKUP");
                b.kill9();
                browser.awaitText(".top [role=status]", "connection lost");
            }
        }
    }

    @Test
    void monitorLooksAndMayNotAct() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "monitor")) {
                browser.awaitText(ROUTER, "MASTER");
                tabTo(browser, "Explain");
                browser.press("ENTER");
                browser.awaitText("dialog li", "MASTER for");
                assertThat(browser.js("return document.querySelectorAll('dialog .buttons').length"))
                        .isEqualTo("0");
                escape(browser);
                assertThat(browser.js("return " + FOCUS)).isEqualTo("Explain");

                assertThat(
                                browser.js(
                                        """
                                        const x = new XMLHttpRequest();
                                        x.open('POST', '/api/act', false);
                                        x.setRequestHeader('Authorization',
                                            'Bearer ' + sessionStorage.getItem('ninelives.token'));
                                        x.send(new URLSearchParams([
                                            ['bean', 'org.ninelives:type=VrrpInstance,name="VI_1"'],
                                            ['operation', 'resign']]));
                                        return x.status + ' ' + x.responseText;
                                        """))
                        .startsWith("409 Access denied! monitor may only read");
                a.log()
                        .await(
                                "JMX audit: monitor at 127.0.0.1:"
                                    + " org.ninelives:type=VrrpInstance,name=\"VI_1\": resign():"
                                    + " refused: monitor may only read");
            }
        }
    }

    @Test
    void controlDrainsAServerWithTheKeyboardAlone() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "control")) {
                browser.awaitText(SERVER + " .state", "UP");
                browser.js("document.querySelector('" + SERVER + " button').focus()");
                browser.press("ENTER");
                browser.awaitText("dialog", "MISC_CHECK");
                tabTo(browser, "Drain…");
                browser.press("ENTER");
                browser.awaitText("dialog form", "Within how many seconds");
                tabTo(browser, "Confirm: Drain");
                browser.press("ENTER");

                browser.awaitText("dialog [role=status]", "Drain: done");
                browser.awaitText(SERVER + " .state", "DRAIN");
                browser.awaitText("#overrides", "drain of");
                a.log()
                        .await(
                                "JMX audit: control at 127.0.0.1: org.ninelives:type=RealServer,"
                                    + "virtualServer=\"[10.0.0.44]:tcp:80\",name=\"[10.0.0.1]:tcp:80\":"
                                    + " drain(seconds=0): done");
                tabTo(browser, "Undrain…");
                escape(browser);
                picture(browser, "status-page.png", 1280, 1000);
                picture(browser, "status-page-phone.png", 390, 844);
            }
        }
    }

    @Test
    void aReloadIsPlannedConfirmedAndTakenBack() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "control")) {
                browser.awaitText(ROUTER, "110");
                Labs.edited(lab, "a", text -> text.replace("priority 100", "priority 120"));
                browser.click("#configuration button", "Plan a reload");
                browser.awaitText("dialog li", "priority 100 -> 120");
                browser.click("dialog button", "Confirm: reload this");
                browser.awaitText("dialog .state", "APPLIED");
                browser.awaitText(ROUTER, "130");
                escape(browser);

                browser.click("#configuration button", "History");
                browser.click("dialog button", "Roll back");
                browser.click("dialog button", "Confirm: Roll back");
                browser.awaitText(ROUTER, "110");
                a.log().await("org.ninelives:type=Configuration: rollback(): done");
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            try (Browser browser = new Browser(lab, a.node())) {
                browser.open(URL);
                login(browser, "control", "guess");
                browser.awaitText("[role=alert]", "Wrong user or password");
                a.log().await("Status page login of control from 127.0.0.1 refused: ");
                assertThat(browser.js("return sessionStorage.length")).isEqualTo("0");
            }
        }
    }

    /** What a thousand servers cost the browser is printed; the machine may be slow. */
    @Test
    void aThousandServersAreFoundAndFollowed() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", StatusPageTest::withThousandServers);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "control")) {
                browser.awaitText("#servers output", "1002 of 1002");
                assertThat(
                                browser.js(
                                        "return document.querySelectorAll('#servers tbody"
                                                + " tr').length"))
                        .isEqualTo("50");
                measure(browser);
                for (int i = 1; i <= 30; i++) {
                    setWeight(browser, i);
                }
                browser.js("document.querySelector('#servers input[type=search]').focus()");
                browser.type("10.2.7.9");
                browser.awaitText("#servers output", "11 of 1002");
                browser.awaitText("#overrides h2", "30");

                String measured = browser.js("return window.measured()");
                System.out.println("lab: status page, 1002 real servers: " + measured);
                Evidence.note(measured);
            }
        }
    }

    private static String withThousandServers(String text) {
        StringBuilder all = new StringBuilder(text);
        for (int virtual = 1; virtual <= 10; virtual++) {
            all.append("virtual_server 10.1.0.%d 80 {%n    protocol TCP%n".formatted(virtual));
            for (int real = 1; real <= 100; real++) {
                all.append("    real_server 10.2.%d.%d 80 {%n    }%n".formatted(virtual, real));
            }
            all.append("}\n");
        }
        return all.toString();
    }

    private static void measure(Browser browser) {
        browser.js(
                """
                const frames = [], tasks = [];
                let last = performance.now();
                const frame = now => { frames.push(now - last); last = now; requestAnimationFrame(frame); };
                requestAnimationFrame(frame);
                new PerformanceObserver(list => list.getEntries().forEach(e => tasks.push(e.duration)))
                    .observe({ type: 'longtask' });
                window.measured = () => {
                    frames.sort((x, y) => x - y);
                    const at = part => Math.round(frames[Math.floor(part * (frames.length - 1))]);
                    return frames.length + ' frames, median ' + at(0.5) + ' ms, 99 % ' + at(0.99) + ' ms, longest '
                        + at(1) + ' ms; ' + tasks.length + ' tasks over 50 ms, longest '
                        + Math.round(Math.max(0, ...tasks)) + ' ms';
                };
                """);
    }

    private static void setWeight(Browser browser, int real) {
        browser.js(
                """
                fetch('/api/act', { method: 'POST',
                    headers: { Authorization: 'Bearer ' + sessionStorage.getItem('ninelives.token') },
                    body: new URLSearchParams([
                        ['bean', 'org.ninelives:type=RealServer,virtualServer="[10.1.0.1]:tcp:80",name="[10.2.1.%d]:tcp:80"'],
                        ['operation', 'overrideWeight'],
                        ['value', '7'], ['value', '0'], ['value', 'UNTIL_RESTART']]) });
                """
                        .formatted(real));
    }

    @Test
    void nothingIsServedUnlessAskedFor() {
        try (Lab lab = open()) {
            Router a =
                    lab.startDirector(
                            "a",
                            Labs.edited(
                                    lab,
                                    "a",
                                    text -> text.replaceAll("(?m)^ *status_page_address.*$", "")));
            lab.awaitMaster(a, VIP);
            a.log().await("Startup complete");

            assertThat(a.node().run(List.of("netstat", "-ltn"), "").output())
                    .doesNotContain(":9113");
            Labs.edited(lab, "a", text -> text);
            a.reload();
            a.log().await("Serving the status page at http://127.0.0.1:9113/");
            Labs.edited(lab, "a", text -> text.replace("127.0.0.1:9113", "10.0.0.1:9113"));
            a.reload();
            a.log().await("status_page_address: 10.0.0.1 is not a loopback address");
        }
    }
}
