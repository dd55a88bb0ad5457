package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Skip;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML as Jenkins, GitLab and CircleCI read it: three suites, a failed case for each finding
 * and violation, a skipped one for each that was accepted, and one case that says whether
 * everything was looked at. A clean run has that one case, so that nobody takes an empty file for a
 * run.
 *
 * @see <a
 *     href="https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd">the
 *     schema of Jenkins</a>
 */
public final class JUnitReport implements ReportFormat {
    private final XMLOutputFactory factory = XMLOutputFactory.newFactory();

    /** One line of a suite. */
    private record Case(
            String name,
            Location location,
            String type,
            String message,
            String detail,
            Optional<Suppression> suppression) {}

    @Override
    public void render(Report report, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "Hushgate");
            suite(xml, "credentials", report.findings().stream().map(JUnitReport::finding));
            suite(xml, "policies", report.violations().stream().map(JUnitReport::violation));
            coverage(xml, report);
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static Case finding(Finding finding) {
        String claim =
                "%s (%s, %s confidence)"
                        .formatted(
                                finding.title(),
                                finding.grade().label(),
                                finding.confidence().label());
        StringBuilder detail = new StringBuilder(finding.redacted()).append('\n');
        finding.occurrences()
                .forEach(place -> detail.append(visible(place.toString())).append('\n'));
        detail.append(finding.remedy()).append("\nfingerprint ").append(finding.fingerprint());
        return new Case(
                finding.rule().text(),
                finding.location(),
                finding.severity().label(),
                claim,
                detail.toString(),
                finding.suppression());
    }

    private static Case violation(Violation violation) {
        return new Case(
                violation.id(),
                violation.location(),
                violation.severity().label(),
                violation.message(),
                visible(violation.location().toString()) + "\n" + violation.remedy(),
                violation.suppression());
    }

    private static void suite(XMLStreamWriter xml, String name, Stream<Case> cases)
            throws XMLStreamException {
        List<Case> all = cases.toList();
        long skipped = all.stream().filter(one -> one.suppression().isPresent()).count();
        start(xml, name, all.size(), all.size() - skipped, 0, skipped);
        for (Case one : all) {
            indent(xml, 2);
            xml.writeStartElement("testcase");
            attribute(xml, "classname", one.location().address().text());
            attribute(xml, "name", one.name() + " at " + one.location());
            attribute(xml, "file", one.location().address().path());
            attribute(xml, "line", Integer.toString(one.location().region().startLine()));
            if (one.suppression().isPresent()) {
                indent(xml, 3);
                xml.writeEmptyElement("skipped");
                Suppression given = one.suppression().get();
                attribute(xml, "message", given.owner() + ": " + given.reason());
            } else {
                indent(xml, 3);
                xml.writeStartElement("failure");
                attribute(xml, "type", one.type());
                attribute(xml, "message", one.message());
                xml.writeCharacters(lines(one.detail()));
                xml.writeEndElement();
            }
            indent(xml, 2);
            xml.writeEndElement();
        }
        indent(xml, 1);
        xml.writeEndElement();
    }

    private static void coverage(XMLStreamWriter xml, Report report) throws XMLStreamException {
        boolean complete = report.coverage().isComplete();
        start(xml, "coverage", 1, 0, complete ? 0 : 1, 0);
        indent(xml, 2);
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "coverage");
        attribute(xml, "name", "everything was looked at");
        if (!complete) {
            indent(xml, 3);
            xml.writeStartElement("error");
            attribute(xml, "type", "incomplete");
            attribute(xml, "message", "something that was asked for was not looked at");
            StringBuilder skips = new StringBuilder();
            for (Skip skip : report.coverage().skipped()) {
                if (skip.reason().isIncomplete()) {
                    skips.append(skip.address())
                            .append(": ")
                            .append(skip.detail())
                            .append(" (")
                            .append(skip.reason())
                            .append(")\n");
                }
            }
            xml.writeCharacters(lines(skips.toString()));
            xml.writeEndElement();
        }
        indent(xml, 2);
        xml.writeEndElement();
        indent(xml, 1);
        xml.writeEndElement();
    }

    private static void start(
            XMLStreamWriter xml, String name, long tests, long failures, long errors, long skipped)
            throws XMLStreamException {
        indent(xml, 1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Long.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", Long.toString(errors));
        xml.writeAttribute("skipped", Long.toString(skipped));
    }

    /** Names may hold characters that no XML document can; they become visible escapes. */
    private static void attribute(XMLStreamWriter xml, String name, String value)
            throws XMLStreamException {
        xml.writeAttribute(name, xmlText(value));
    }

    private static String lines(String text) {
        StringBuilder safe = new StringBuilder();
        text.lines().forEach(line -> safe.append(xmlText(line)).append('\n'));
        return safe.toString();
    }

    /** XML 1.0 section 2.2: beside controls, no lone halves of pairs, U+FFFE and U+FFFF. */
    private static String xmlText(String text) {
        String safe = visible(text);
        if (safe.codePoints().allMatch(JUnitReport::isXml)) {
            return safe;
        }
        StringBuilder escaped = new StringBuilder(safe.length() + 8);
        safe.codePoints()
                .forEach(point -> {
                    if (isXml(point)) {
                        escaped.appendCodePoint(point);
                    } else {
                        escaped.append("\\u%04x".formatted(point));
                    }
                });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return (point >= ' ' && point < 0xd800)
                || (point > 0xdfff && point < 0xfffe)
                || point > 0xffff;
    }

    private static void indent(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
