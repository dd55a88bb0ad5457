package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Severity;
import java.io.PrintStream;

/**
 * The page of a terminal. Sentences are broken at {@value #WIDTH} columns, which every terminal has
 * and which reads well on a wide one; addresses and values are never broken, so that they can be
 * copied. Lines end in a line feed on every system, so that reports are equal.
 */
final class TextPage {
    private static final int WIDTH = 80;
    private static final String INDENT = " ".repeat(12);
    private static final String WORD = "%-6s";
    private final PrintStream out;
    private final Ink ink;

    TextPage(PrintStream out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    Ink ink() {
        return ink;
    }

    void line(String text) {
        out.print(text);
        out.print('\n');
    }

    void title(String text) {
        line(ink.bold(text));
        line("");
    }

    /** What is complained of, once for all places. */
    void headline(Severity severity, String title, String id) {
        line("  " + label(severity) + ink.bold(visible(title)) + "  " + ink.faint(id));
    }

    String label(Severity severity) {
        return ink.severity(severity, "%-10s".formatted(severity.label()));
    }

    /** Something below a headline that stays in one piece. */
    void below(String text) {
        line(INDENT + text);
    }

    /** A sentence about the line before it, two columns further in. */
    void remark(String sentence) {
        broken(INDENT + "  ", INDENT + "  ", sentence);
    }

    /** A sentence behind a word that says what it is: {@code fix}. */
    void advice(String word, String sentence) {
        String name = WORD.formatted(word);
        broken(INDENT + ink.faint(name), INDENT + " ".repeat(name.length()), sentence);
    }

    /** The same with names or commands in it, which stay in one piece. */
    void fact(String word, String text) {
        below(ink.faint(WORD.formatted(word)) + text);
    }

    /** A sentence behind a margin; what goes on stands two columns further in. */
    void sentence(String margin, String sentence) {
        broken(margin, margin + "  ", sentence);
    }

    /** The start may hold colours, and is as wide as the rest of the lines is moved in. */
    private void broken(String start, String indent, String sentence) {
        StringBuilder line = new StringBuilder(start);
        int column = indent.length();
        boolean first = true;
        for (String word : sentence.split(" ", -1)) {
            if (!first && column + 1 + word.length() > WIDTH) {
                line(line.toString());
                line.setLength(0);
                line.append(indent);
                column = indent.length();
                first = true;
            }
            if (!first) {
                line.append(' ');
                column++;
            }
            line.append(word);
            column += word.length();
            first = false;
        }
        line(line.toString());
    }
}
