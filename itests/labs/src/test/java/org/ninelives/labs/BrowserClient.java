package org.ninelives.labs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A program that drives a browser, on the node whose loopback it shall see.
 *
 * <p>Each line of input is an order and its words, separated by tabs: {@code open URL}, {@code js
 * SCRIPT}, {@code keys TEXT}, {@code press KEY}, {@code size WIDTH HEIGHT}, {@code shot FILE}. The
 * answer is a line: {@code ok} or {@code failed}, a tab, and what there is to tell, encoded as in a
 * URL.
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
            case "size" -> resize(browser, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "shot" ->
                    Files.write(Path.of(words[1]), browser.getScreenshotAs(OutputType.BYTES));
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "";
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
