package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.labs.StatusPage.ROUTER;
import static org.ninelives.labs.StatusPage.SERVER;
import static org.ninelives.labs.StatusPage.URL;
import static org.ninelives.labs.StatusPage.VIP;
import static org.ninelives.labs.StatusPage.escape;
import static org.ninelives.labs.StatusPage.login;
import static org.ninelives.labs.StatusPage.open;
import static org.ninelives.labs.StatusPage.start;
import static org.ninelives.labs.StatusPage.visit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the status page can be read and handled: by day and night, on a phone, and unseen. */
@LabTest
@ExtendWith(Evidence.class)
class StatusPageLooksTest {

    private static final int PHONE = 360;

    /** Pictures are kept in this folder with -Dpage.looks=FOLDER, for people to judge. */
    private static final String LOOKS = System.getProperty("page.looks", "");

    private static final String LONG_NAMES =
            """
            vrrp_instance a_virtual_router_with_a_name_that_no_phone_has_room_for_in_a_line {
                interface eth0
                virtual_router_id 52
                priority 100
                virtual_ipaddress {
                    2001:db8:1234:5678:9abc:def0:1234:5678/64
                }
            }
            virtual_server 2001:db8:1234:5678:9abc:def0:1234:5678 443 {
                protocol TCP
                real_server 2001:db8:abcd:ef01:2345:6789:abcd:ef01 8443 {
                    weight 100
                }
            }
            """;

    private static void picture(Browser browser, String name) {
        if (!LOOKS.isEmpty()) {
            browser.picture(Path.of(LOOKS, name + ".png").toAbsolutePath());
        }
    }

    private static String script(Lab lab, String name) {
        try {
            return Files.readString(lab.file(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The script answers how much it looked at, then a line for each thing that is wrong. */
    private static void assertNothingWrong(Lab lab, Browser browser, String script, String where) {
        // Colours fade into one another when the scheme or a state changes.
        browser.await(
                "nothing moves",
                "document.getAnimations().every(a => a.effect.getTiming().iterations ==="
                        + " Infinity)");
        List<String> told = browser.js(script(lab, script)).lines().toList();
        Evidence.note("%s, %s: %s looked at".formatted(script, where, told.getFirst()));
        assertThat(Integer.parseInt(told.getFirst())).as(where).isPositive();
        assertThat(told.subList(1, told.size())).as(script + ": " + where).isEmpty();
    }

    /** States of all colours, something set by hand, and a server that is down. */
    private static Browser colourful(Lab lab, Router a) {
        Browser browser = visit(lab, a, "control");
        browser.awaitText(SERVER + " .state", "UP");
        browser.awaitText("#servers tr:nth-child(2) .state", "DOWN");
        browser.click(SERVER + " button", "Open");
        browser.awaitText("dialog li", "MISC_CHECK");
        browser.click("dialog button", "Drain");
        browser.click("dialog button", "Confirm: Drain");
        browser.awaitText("dialog [role=status]", "Drain: done");
        escape(browser);
        browser.awaitText(SERVER + " .state", "DRAIN");
        browser.awaitText("#overrides", "drain of");
        return browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextStandsOutInBothSchemes(String scheme) {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = new Browser(lab, a.node())) {
                browser.wish("prefers-color-scheme", scheme);
                browser.open(URL);
                login(browser, "control", "guess");
                browser.awaitText("[role=alert]", "Wrong user or password");
                assertNothingWrong(lab, browser, "contrast.js", scheme + ", login");
                picture(browser, scheme + "-login");
            }
            try (Browser browser = colourful(lab, a)) {
                browser.wish("prefers-color-scheme", scheme);
                browser.await(
                        "the scheme is " + scheme,
                        "matchMedia('(prefers-color-scheme: " + scheme + ")').matches");
                assertNothingWrong(lab, browser, "contrast.js", scheme + ", page");
                picture(browser, scheme + "-page");
                browser.click(ROUTER + " button", "Open");
                browser.awaitText("dialog li", "MASTER for");
                assertNothingWrong(lab, browser, "contrast.js", scheme + ", dialog");
                picture(browser, scheme + "-dialog");
                browser.click("dialog button", "Standby");
                browser.awaitText("dialog form", "For how many seconds");
                assertNothingWrong(lab, browser, "contrast.js", scheme + ", form");
                picture(browser, scheme + "-form");
                escape(browser);
                browser.size(PHONE, 800);
                assertNothingWrong(lab, browser, "contrast.js", scheme + ", phone");
                picture(browser, scheme + "-phone");

                browser.size(1280, 1000);
                a.kill9();
                browser.awaitText(".top [role=status]", "connection lost");
                assertNothingWrong(lab, browser, "contrast.js", scheme + ", connection lost");
                picture(browser, scheme + "-lost");
            }
        }
    }

    @Test
    void aPhoneNeedsNoScrollingToTheSideAndFingersHitEverything() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text + LONG_NAMES);
            lab.awaitMaster(a, VIP);
            try (Browser browser = colourful(lab, a)) {
                browser.size(PHONE, 740);
                browser.awaitText("#servers", "2001:db8:abcd:ef01:2345:6789:abcd:ef01");
                assertFits(lab, browser, "page");
                picture(browser, "phone-page");
                browser.click("#overrides button", "Open");
                browser.awaitText("dialog button", "Revert all");
                assertFits(lab, browser, "override");
                picture(browser, "phone-override");
            }
        }
    }

    private static void assertFits(Lab lab, Browser browser, String where) {
        assertThat(
                        browser.js(
                                """
                                return [...document.querySelectorAll('body, body *')]
                                    .filter(e => e.checkVisibility() && !e.closest('thead, .hidden, .skip'))
                                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                                    .map(e => e.tagName + ' ' + e.textContent.slice(0, 60)).join('; ');
                                """))
                .as(where + " is wider than the phone")
                .isEmpty();
        assertThat(browser.js("return document.documentElement.scrollWidth"))
                .as(where)
                .isEqualTo(Integer.toString(PHONE));
        assertNothingWrong(lab, browser, "targets.js", where);
    }

    @Test
    void whoDoesNotSeeThePageHearsWhatEverythingIs() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = new Browser(lab, a.node())) {
                browser.open(URL);
                browser.awaitText("form", "Password");
                assertThat(browser.names("main, h1, input, button"))
                        .contains("heading Ninelives", "textbox User", "button Log in")
                        .allMatch(each -> !each.endsWith(" ") || each.equals("main "));
            }
            try (Browser browser = colourful(lab, a)) {
                assertThat(browser.names("button, a, input, table, section, ol"))
                        .contains(
                                "table Virtual routers",
                                "searchbox Find real servers",
                                "switch Only those not up",
                                "button Explain or change VI_1",
                                "log Latest events",
                                "region Set by hand")
                        .noneMatch(each -> each.endsWith(" "));
                assertThat(browser.names("main, header, footer").toString())
                        .contains("main", "banner", "contentinfo");
                assertThat(
                                browser.js(
                                        """
                                        return [document.documentElement.lang,
                                            document.querySelectorAll('h1').length,
                                            document.querySelectorAll('th:not([scope])').length,
                                            document.querySelector('#events ol').ariaLive,
                                            new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size
                                                === document.querySelectorAll('[id]').length].join(' ');
                                        """))
                        .isEqualTo("en 1 0 polite true");
                browser.click(ROUTER + " button", "Open");
                browser.awaitText("dialog li", "MASTER for");
                assertThat(browser.names("dialog, dialog button"))
                        .contains("dialog VI_1", "button Close")
                        .noneMatch(each -> each.endsWith(" "));
            }
        }
    }

    @Test
    void theFocusIsSeenAndNothingMovesForWhoDoesNotWantThat() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "control")) {
                browser.awaitText(SERVER + " .state", "UP");
                browser.press("TAB");
                assertThat(browser.js("return document.activeElement.textContent"))
                        .as("the first of all")
                        .isEqualTo("Skip to the content");
                assertThat(
                                browser.js(
                                        "return"
                                            + " document.activeElement.getBoundingClientRect().width"))
                        .as("it is seen while it has the focus")
                        .isNotEqualTo("1");
                int stops = 0;
                while (!browser.js("return document.activeElement.tagName").equals("BODY")) {
                    browser.await("the focus is seen", FOCUS_SEEN);
                    browser.press("TAB");
                    stops++;
                }
                assertThat(stops).as("from the first to the last").isGreaterThan(7);

                browser.wish("prefers-reduced-motion", "reduce");
                assertThat(
                                browser.js(
                                        """
                                        return [...document.querySelectorAll('body, body *')].flatMap(e =>
                                            ['transitionDuration', 'animationDuration'].map(what =>
                                                Math.max(...getComputedStyle(e)[what].split(',').map(parseFloat))))
                                            .filter(seconds => seconds > 0.01).length;
                                        """))
                        .isEqualTo("0");
            }
        }
    }

    private static final String FOCUS_SEEN =
            """
            (e => { const s = getComputedStyle(e);
                return s.boxShadow !== 'none' || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0); })
            (document.activeElement)
            """;
}
