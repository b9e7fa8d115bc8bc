package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.labs.StatusPage.ROUTER;
import static org.ninelives.labs.StatusPage.SERVER;
import static org.ninelives.labs.StatusPage.VIP;
import static org.ninelives.labs.StatusPage.escape;
import static org.ninelives.labs.StatusPage.login;
import static org.ninelives.labs.StatusPage.open;
import static org.ninelives.labs.StatusPage.start;
import static org.ninelives.labs.StatusPage.tabTo;
import static org.ninelives.labs.StatusPage.visit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may give which orders on the status page, and what becomes of them and of it. */
@LabTest
@ExtendWith(Evidence.class)
class StatusPageOrdersTest {
    /** What the page asks for is held back until {@code letGo()}. */
    private static final String HOLD =
            """
            const ask = window.fetch, held = [];
            window.fetch = (...all) => new Promise(done => held.push(() => done(ask(...all))));
            window.letGo = () => { window.fetch = ask; held.forEach(go => go()); };
            """;

    private static String placesOfButtons(Browser browser, String within) {
        return browser.js(
                """
                return [...document.querySelectorAll('%s button')].map(e =>
                    e.textContent + JSON.stringify(e.getBoundingClientRect())).join('\\n');
                """
                        .formatted(within));
    }

    @Test
    void whatComesLateMovesNoButtonFromUnderAFinger() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "control")) {
                browser.js(HOLD);
                browser.click(ROUTER + " button", "Open");
                browser.awaitText("dialog button", "Priority");
                assertThat(browser.js("return document.querySelectorAll('dialog li').length"))
                        .isEqualTo("0");
                String places = placesOfButtons(browser, "dialog");

                browser.js("window.letGo()");

                browser.awaitText("dialog li", "MASTER for");
                assertThat(placesOfButtons(browser, "dialog"))
                        .isEqualTo(places)
                        .contains("Standby");
            }
        }
    }

    @Test
    void eventsAndProblemsMoveNoButtonFromUnderAFinger() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "control")) {
                browser.awaitText(SERVER + " .state", "UP");
                browser.awaitText("#servers tr:nth-child(2) .state", "DOWN");
                String places = placesOfButtons(browser, "main");
                assertThat(places).contains("Plan a reload", "History");
                browser.js("window.before = document.querySelectorAll('#events li').length");

                Labs.edited(
                        lab, "a", text -> text.replace("global_defs {", "global_defs {\n typo"));
                a.reload();

                browser.awaitText("#configuration summary", "2");
                browser.await(
                        "an event",
                        "document.querySelectorAll('#events li').length > window.before");
                assertThat(placesOfButtons(browser, "main")).isEqualTo(places);
            }
        }
    }

    /** Sets the priority of the virtual router and drains a server. */
    private static void setTwoThings(Browser browser, Router a) {
        browser.click(ROUTER + " button", "Open");
        browser.awaitText("dialog li", "MASTER for");
        browser.click("dialog button", "Priority");
        browser.js("document.querySelector('dialog [name=priority]').value = 140");
        browser.click("dialog button", "Confirm: Priority");
        browser.awaitText("dialog [role=status]", "Priority: done");
        escape(browser);
        browser.awaitText("#overrides", "priority of");
        browser.click(SERVER + " button", "Open");
        browser.awaitText("dialog li", "MISC_CHECK");
        browser.click("dialog button", "Drain");
        browser.click("dialog button", "Confirm: Drain");
        browser.awaitText(SERVER + " .state", "DRAIN");
        escape(browser);
        browser.awaitText(ROUTER, "150");
        browser.awaitText("#overrides h2", "2");
        assertThat(overrides(a)).isEqualTo(2);
    }

    /** How many there are in the daemon. */
    private static long overrides(Router router) {
        try (Beans beans = router.beans()) {
            return beans.overrides();
        }
    }

    private static void assertAllReverted(Lab lab, Browser browser, Router a) {
        browser.await("nothing is set by hand", "!document.querySelector('#overrides')");
        browser.awaitText(ROUTER, "110");
        browser.awaitText(SERVER + " .state", "UP");
        assertThat(overrides(a)).isZero();
        lab.await("the log says so", () -> a.log().text().contains("revertAll(): done"));
    }

    @Test
    void everythingSetByHandIsRevertedWithTheMouse() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "control")) {
                browser.awaitText(SERVER + " .state", "UP");
                setTwoThings(browser, a);

                browser.click("#overrides button", "Open");
                browser.click("dialog button", "Revert all");
                browser.awaitText("dialog form", "Ends everything that was set by hand");
                browser.click("dialog button", "Cancel");
                assertThat(overrides(a)).as("a question is no order").isEqualTo(2);
                browser.click("dialog button", "Revert all");
                browser.click("dialog button", "Confirm: Revert all");

                assertAllReverted(lab, browser, a);
            }
        }
    }

    @Test
    void everythingSetByHandIsRevertedWithTheKeyboard() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "control")) {
                browser.awaitText(SERVER + " .state", "UP");
                setTwoThings(browser, a);

                browser.js("document.querySelector('#overrides button').focus()");
                browser.press("ENTER");
                tabTo(browser, "Revert all…");
                browser.press("SPACE");
                browser.awaitText("dialog form", "Ends everything that was set by hand");
                tabTo(browser, "Confirm: Revert all");
                browser.press("ENTER");

                assertAllReverted(lab, browser, a);
                browser.await(
                        "the keyboard goes on from somewhere", "!document.querySelector('dialog')");
            }
        }
    }

    @Test
    void monitorIsShownNothingThatActs() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser control = visit(lab, a, "control")) {
                control.awaitText(SERVER + " .state", "UP");
                setTwoThings(control, a);
            }
            try (Browser browser = visit(lab, a, "monitor")) {
                browser.awaitText("#overrides", "drain of");
                assertThat(browser.names("button"))
                        .isNotEmpty()
                        .allMatch(
                                each ->
                                        each.matches(
                                                "button (Log out|Explain .*|More|Plan a reload…"
                                                        + "|History)"));
                for (String opener : List.of("Explain", "History", "Plan a reload")) {
                    browser.click("main button", opener);
                    browser.await("a dialog", "document.querySelector('dialog')?.open === true");
                    browser.await(
                            "it has been filled",
                            "document.querySelectorAll('dialog li, dialog .state').length > 0");
                    assertThat(browser.names("dialog button"))
                            .as(opener)
                            .containsExactly("button Close");
                    escape(browser);
                }
                assertThat(overrides(a)).isEqualTo(2);
            }
        }
    }

    @Test
    void aDaemonThatHangsIsToldOfAndThePageLivesAgainWithIt() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "monitor")) {
                browser.awaitText(ROUTER, "MASTER");
                a.pause();
                browser.awaitText(".top [role=status]", "connection lost");
                browser.awaitText(ROUTER, "MASTER");
                a.resume();
                browser.awaitText(".top [role=status]", "live");
                browser.awaitText("#events li", "MASTER");
            }
        }
    }

    /** The sessions go with the daemon, so people have to show again who they are. */
    @Test
    void aDaemonThatWasStartedAnewAsksForThePasswordAndSaysWhy() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            try (Browser browser = visit(lab, a, "monitor")) {
                browser.awaitText(ROUTER, "MASTER");
                a.term();
                browser.awaitText(".top [role=status]", "connection lost");

                Router anew = start(lab, "a", text -> text);
                browser.awaitText("[role=alert]", "The daemon does not know this session any more");
                login(browser, "monitor", new Connector(anew, "").password("monitor"));
                browser.awaitText(".top [role=status]", "live");
                browser.awaitText(ROUTER, "MASTER");
            }
        }
    }
}
