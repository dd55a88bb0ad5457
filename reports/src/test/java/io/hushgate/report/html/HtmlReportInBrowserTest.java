package io.hushgate.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.report.history.Audit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as people use it: clicks, keys, filters, both themes, paper. */
class HtmlReportInBrowserTest {
    private static final String ROWS = "#items tr.item";

    @TempDir static Path directory;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Whatever was done: no error, no refusal by the policy, nothing fetched. */
    @AfterEach
    void quiet() {
        browser.assertQuiet();
    }

    private static void open(String name, Audit audit) throws IOException {
        Path page = directory.resolve(name + ".html");
        Files.writeString(page, HtmlReportTest.page(audit), StandardCharsets.UTF_8);
        browser.open(page);
    }

    @Test
    void filtersNarrowTheListAndSayHowMuchIsLeft() throws IOException {
        open("full", SampleAudits.full());
        assertThat(browser.all(ROWS)).hasSize(2);

        browser.click("#severity-critical");
        assertThat(browser.text(ROWS)).contains("Sample service token", "smp_****");
        assertThat(browser.text("#shown")).isEqualTo("1 shown, 3 in all");

        browser.click("#severity-critical");
        browser.choose("#accepted", "");
        assertThat(browser.all(ROWS)).hasSize(3);
        browser.choose("#kind", "policy");
        assertThat(browser.text(ROWS)).contains("Policy grants sudo");

        browser.one("#search").sendKeys("no such thing");
        assertThat(browser.text("#shown")).isEqualTo("Nothing fits these filters.");
        browser.one("#clear").click();
        assertThat(browser.text("#shown")).isEqualTo("2 shown, 3 in all");
    }

    @Test
    void linksShowTheirPartOfTheList() throws IOException {
        open("full", SampleAudits.full());

        browser.click("a[data-check='VLT-POL-SUDO']");
        assertThat(browser.all(ROWS)).hasSize(1);
        browser.click("a[data-severity='critical']");
        assertThat(browser.text(ROWS)).contains("sample-token");
    }

    @Test
    void aTitleOpensRemedyEvidenceTimelineAndPlaces() throws IOException {
        open("full", SampleAudits.full());

        browser.click(ROWS + " button");

        assertThat(browser.one(ROWS + " button").getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(browser.text(".below:not([hidden])"))
                .contains("Revoke it, then rotate.", "Rotate what it read.")
                .contains("1 path of Vault and 2 Secrets, as service account shop/web")
                .contains("the checksum inside is right")
                .contains("Written by Ann Author", "First seen by an audit", "Still there")
                .contains("deploy/copy.yaml:4:9", "\\u202e")
                .contains("@platform");
        browser.click(ROWS + " button");
        assertThat(browser.all(".below:not([hidden])")).isEmpty();
    }

    @Test
    void theListIsUsedByKeysAlone() throws IOException {
        open("full", SampleAudits.full());

        browser.one("body").sendKeys("/");
        WebElement search = browser.focused();
        assertThat(search.getAttribute("id")).isEqualTo("search");
        search.sendKeys("sudo", Keys.ARROW_DOWN);
        assertThat(browser.focused().getText()).isEqualTo("Policy grants sudo");
        browser.focused().sendKeys(Keys.ENTER);
        assertThat(browser.text(".below:not([hidden])")).contains("Name the paths that need it.");

        browser.one("#search").sendKeys(Keys.ESCAPE);
        assertThat(browser.all(ROWS)).hasSize(2);
    }

    @Test
    void fiveThousandFindingsStayAPageAtATime(TestReporter reporter) throws IOException {
        open("large", SampleAudits.large(5_000));
        assertThat(browser.all(ROWS)).hasSize(50);
        assertThat(browser.text("#shown")).isEqualTo("1 to 50 of 4,500 shown, 5,000 in all");

        Object millis =
                browser.run(
                        """
                        const search = document.getElementById('search');
                        search.value = 'app-49';
                        const begin = performance.now();
                        search.dispatchEvent(new Event('input', { bubbles: true }));
                        document.body.getBoundingClientRect();
                        return performance.now() - begin;
                        """);
        Object loaded =
                browser.run("return performance.getEntriesByType('navigation')[0].domComplete");
        reporter.publishEntry("page of 5,000 findings, milliseconds", loaded.toString());
        reporter.publishEntry("filter of 5,000 findings, milliseconds", millis.toString());
        assertThat(browser.text("#shown")).isEqualTo("1 to 50 of 100 shown, 5,000 in all");

        browser.click("#next");
        assertThat(browser.all(ROWS)).hasSize(50);
        assertThat(browser.text("#page")).isEqualTo("Page 2 of 2");
        assertThat(browser.one("#next").isEnabled()).isFalse();
        browser.focused().sendKeys(Keys.ARROW_LEFT);
        assertThat(browser.text("#page")).isEqualTo("Page 1 of 2");
    }

    @Test
    void aWayThroughThePictureIsLitAndTold() throws IOException {
        open("full", SampleAudits.full());

        String viewBox = "return document.querySelector('#map svg').getAttribute('viewBox')";
        Object whole = browser.run(viewBox);
        browser.choose("#from", "0");
        browser.choose("#to", "2");
        assertThat(browser.all("#map [data-box].lit")).hasSize(3);
        assertThat(browser.text("#way")).contains("in 2 steps", "web logs in by shop");

        browser.choose("#to", "3");
        assertThat(browser.text("#way")).startsWith("No way leads from");
        browser.one("#map [data-box='1'] rect").click();
        assertThat(browser.text("#way")).contains("Vault role shop can reach 1 other");
        browser.click("#fit");
        assertThat(browser.run(viewBox)).isEqualTo(whole);
        browser.one("#map").sendKeys("+");
        assertThat(browser.run(viewBox)).isNotEqualTo(whole);
        browser.click("#ways button[type='reset']");
        assertThat(browser.all("#map .chosen")).isEmpty();
    }

    @Test
    void theSystemChoosesTheThemeUntilTheReaderDoes() throws IOException {
        open("full", SampleAudits.full());
        String paper = "return getComputedStyle(document.body).backgroundColor";

        browser.prefer("light");
        Object light = browser.run(paper);
        browser.prefer("dark");
        Object dark = browser.run(paper);
        assertThat(dark).isNotEqualTo(light);
        browser.click("#theme");
        assertThat(browser.run(paper)).isEqualTo(light);
        browser.click("#theme");
        assertThat(browser.run(paper)).isEqualTo(dark);
    }

    @Test
    void paperShowsWhatIsClosedOnTheScreen() throws IOException {
        open("full", SampleAudits.full());

        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.all(".below:not([hidden])")).hasSize(2);
        browser.run("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.all(".below:not([hidden])")).isEmpty();
        assertThat(new String(browser.printed(), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
    }

    @Test
    void namesFromOutsideAreTextAndNothingElse() throws IOException {
        String name = "</script><img src=x onerror=\"window.hit=1\"><b>'\"`${1}";
        open("hostile", SampleAudits.named(name));
        browser.choose("#accepted", "");
        browser.all(ROWS + " button").forEach(WebElement::click);

        assertThat(browser.text("#items")).contains(name);
        assertThat(browser.run("return String(window.hit)")).isEqualTo("undefined");
        assertThat(browser.all("img, main b:not(.count b)")).isEmpty();
        assertThat(browser.all("a[href^='javascript']")).isEmpty();
    }
}
