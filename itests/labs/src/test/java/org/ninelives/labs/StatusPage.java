package org.ninelives.labs;

import java.util.function.UnaryOperator;

/** What all tests of the status page begin with. */
final class StatusPage {
    static final String VIP = "10.0.0.44";
    static final String URL = "http://127.0.0.1:9113/";
    static final String ROUTER = "#routers [data-key*=VI_1]";
    static final String SERVER = "#servers tr[data-key*=\"10.0.0.1]\"]";
    static final String FOCUS =
            "(document.activeElement.matches('button') ? document.activeElement.textContent : '')";

    private StatusPage() {}

    static Lab open() {
        return Labs.open("page", Labs.NINELIVES_ALONE);
    }

    static Router start(Lab lab, String node, UnaryOperator<String> edit) {
        Router router = lab.startDirector(node, Labs.edited(lab, node, edit));
        router.log().await("The status page knows the users of JMX");
        return router;
    }

    /** Logs in as people do: the focus is in the first field. */
    static Browser visit(Lab lab, Router router, String user) {
        Browser browser = new Browser(lab, router.node());
        browser.size(1280, 1000);
        browser.open(URL);
        login(browser, user, new Connector(router, "").password(user));
        browser.awaitText(".top [role=status]", "live");
        return browser;
    }

    static void login(Browser browser, String user, String password) {
        browser.await("a form", "document.activeElement.name === 'name'");
        browser.type(user);
        browser.press("TAB");
        browser.type(password);
        browser.press("ENTER");
    }

    /** Leaves a dialog with the keyboard. */
    static void escape(Browser browser) {
        browser.press("ESCAPE");
        browser.await("no dialog", "!document.querySelector('dialog')");
    }

    /** Goes from one thing to the next until the focus is on words. */
    static void tabTo(Browser browser, String words) {
        for (int i = 0; i < 100; i++) {
            if (browser.js("return " + FOCUS).contains(words)) {
                return;
            }
            browser.press("TAB");
        }
        throw new AssertionError("the keyboard does not lead to " + words);
    }
}
