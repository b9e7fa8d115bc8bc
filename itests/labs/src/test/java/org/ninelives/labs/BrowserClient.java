package org.ninelives.labs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A program that drives a browser, on the node whose loopback it shall see.
 *
 * <p>Each line of input is an order and its words, separated by tabs: {@code open URL}, {@code js
 * SCRIPT}, {@code keys TEXT}, {@code press KEY}, {@code click SELECTOR WORDS}, {@code names
 * SELECTOR}, {@code media FEATURE VALUE}, {@code size WIDTH HEIGHT}, {@code shot FILE}. The answer
 * is a line: {@code ok} or {@code failed}, a tab, and what there is to tell, encoded as in a URL.
 */
final class BrowserClient {
    private BrowserClient() {}

    public static void main(String[] arguments) throws IOException {
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                        .withTimeout(Duration.ofMinutes(1))
                        .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        // Root has no sandbox, and a node's /dev/shm is small.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--lang=en-GB",
                "--user-data-dir=" + arguments[0]);
        ChromeDriver browser = new ChromeDriver(service, options);
        try {
            serve(browser);
        } finally {
            browser.quit();
        }
    }

    private static void serve(ChromeDriver browser) throws IOException {
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            try {
                answer("ok", carryOut(browser, line.split("\t", -1)));
            } catch (RuntimeException e) {
                answer("failed", e.toString());
            }
        }
    }

    private static String carryOut(ChromeDriver browser, String[] words) throws IOException {
        switch (words[0]) {
            case "open" -> browser.get(words[1]);
            case "js" -> {
                return String.valueOf(browser.executeScript(words[1]));
            }
            case "keys" -> new Actions(browser).sendKeys(words[1]).perform();
            case "press" -> new Actions(browser).sendKeys(Keys.valueOf(words[1])).perform();
            case "click" -> click(browser, words[1], words[2]);
            case "names" -> {
                return names(browser, words[1]);
            }
            case "media" -> emulate(browser, words[1], words[2]);
            case "size" -> resize(browser, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "shot" ->
                    Files.write(Path.of(words[1]), browser.getScreenshotAs(OutputType.BYTES));
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "";
    }

    /** With the mouse, as people do: whatever lies above it is hit instead. */
    private static void click(ChromeDriver browser, String selector, String words) {
        WebElement target =
                browser.findElements(By.cssSelector(selector)).stream()
                        .filter(each -> each.getText().contains(words))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("nothing to click"));
        new Actions(browser).scrollToElement(target).moveToElement(target).click().perform();
    }

    /** A line for each that is shown: its role and its name, as those hear it who do not see. */
    private static String names(ChromeDriver browser, String selector) {
        return browser.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .map(each -> each.getAriaRole() + " " + each.getAccessibleName())
                .collect(Collectors.joining("\n"));
    }

    private static void emulate(ChromeDriver browser, String feature, String value) {
        var unused =
                browser.executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    private static void resize(ChromeDriver browser, int width, int height) {
        var unused =
                browser.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                width,
                                "height",
                                height,
                                "deviceScaleFactor",
                                1,
                                "mobile",
                                width < 600));
    }

    private static void answer(String how, String text) {
        System.out.println(how + "\t" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
}
