package io.hushgate.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium, driven from outside. A machine without one, or on which it does not start,
 * skips the tests that ask for it: {@code apt install chromium chromium-driver}.
 */
final class Browser implements AutoCloseable {
    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        Optional<Path> service = program("chromedriver");
        Optional<Path> chromium =
                Stream.of("chromium", "chromium-browser", "google-chrome")
                        .flatMap(name -> program(name).stream())
                        .findFirst();
        Assumptions.assumeTrue(
                service.isPresent() && chromium.isPresent(),
                "no Chromium with its driver; apt install chromium chromium-driver");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--disable-gpu",
                        "--window-size=1280,1000"));
        try {
            return new Browser(
                    new ChromeDriver(
                            new ChromeDriverService.Builder()
                                    .usingDriverExecutable(service.get().toFile())
                                    .usingAnyFreePort()
                                    .withTimeout(Duration.ofSeconds(60))
                                    .build(),
                            options));
        } catch (WebDriverException e) {
            return Assumptions.abort("Chromium does not start here: " + e.getRawMessage());
        }
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void open(Path page) {
        driver.get(page.toUri().toString());
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    String text(String selector) {
        return one(selector).getText();
    }

    /** Clicks as a script does, wherever the element lies. */
    void click(String selector) {
        run("document.querySelector(arguments[0]).click()", selector);
    }

    void choose(String selector, String value) {
        run(
                """
                const select = document.querySelector(arguments[0]);
                select.value = arguments[1];
                select.dispatchEvent(new Event('input', { bubbles: true }));
                select.dispatchEvent(new Event('change', { bubbles: true }));
                """,
                selector,
                value);
    }

    /** What the keyboard is at. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    Object run(String script, Object... arguments) {
        Object answer = ((JavascriptExecutor) driver).executeScript(script, arguments);
        return answer == null ? "" : answer;
    }

    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The page as it is printed, PDF. */
    byte[] printed() {
        Object data = driver.executeCdpCommand("Page.printToPDF", Map.of()).get("data");
        return java.util.Base64.getMimeDecoder().decode(Objects.requireNonNull(data).toString());
    }

    /**
     * Neither a complaint on the console nor a request but for files, since this was asked last.
     */
    void assertQuiet() {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .isEmpty();
        assertThat(driver.manage().logs().get(LogType.PERFORMANCE).getAll())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> message.contains("Network.requestWillBeSent\""))
                .allMatch(message -> message.contains("\"url\":\"file:"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
