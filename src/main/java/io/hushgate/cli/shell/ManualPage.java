package io.hushgate.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page of one command, in the macros of {@code man(7)}. */
final class ManualPage {
    private final StringBuilder page = new StringBuilder();
    private final Described command;

    private ManualPage(Described command) {
        this.command = command;
    }

    /**
     * The text of the page.
     *
     * @param version of the program, which stands at the foot of each page
     */
    static String of(Described command, String version) {
        return new ManualPage(command).written(version);
    }

    private String written(String version) {
        UsageMessageSpec usage = command.spec().usageMessage();
        line(
                ".TH %s 1 \"\" \"hushgate %s\" \"Hushgate\""
                        .formatted(command.title("\\-").toUpperCase(Locale.ROOT), version));
        line(".SH NAME");
        line(escaped(command.title("-")) + " \\- " + escaped(command.summary()));
        line(".SH SYNOPSIS");
        line(".B " + escaped(command.title(" ")));
        line(synopsis());
        line(".SH DESCRIPTION");
        text(String.join(" ", usage.description()));
        parameters();
        options();
        commands();
        footer(usage.footer());
        line(".SH \"SEE ALSO\"");
        line(seeAlso());
        return page.toString();
    }

    private String synopsis() {
        List<String> parts = new ArrayList<>(List.of("[\\fIOPTIONS\\fR]"));
        if (!command.inner().isEmpty()) {
            parts.add("\\fICOMMAND\\fR");
        }
        for (PositionalParamSpec parameter : shown()) {
            boolean optional = parameter.arity().min() == 0;
            String label = "\\fI" + escaped(label(parameter)) + "\\fR";
            String repeated = parameter.arity().max() > 1 ? "..." : "";
            parts.add((optional ? "[" + label + "]" : label) + repeated);
        }
        return String.join(" ", parts);
    }

    private List<PositionalParamSpec> shown() {
        return command.spec().positionalParameters().stream().filter(p -> !p.hidden()).toList();
    }

    private static String label(PositionalParamSpec parameter) {
        return parameter.paramLabel().replaceAll("[\\[\\]<>]", "");
    }

    private void parameters() {
        if (shown().isEmpty()) {
            return;
        }
        line(".SH ARGUMENTS");
        for (PositionalParamSpec parameter : shown()) {
            item("\\fI" + escaped(label(parameter)) + "\\fR", parameter.description());
        }
    }

    private void options() {
        if (command.options().isEmpty()) {
            return;
        }
        line(".SH OPTIONS");
        for (OptionSpec option : command.options()) {
            String names =
                    String.join(
                            ", ",
                            List.of(option.names()).stream()
                                    .map(name -> "\\fB" + escaped(name) + "\\fR")
                                    .toList());
            String value =
                    option.arity().max() > 0 ? " \\fI" + escaped(option.paramLabel()) + "\\fR" : "";
            item(names + value, option.description());
        }
    }

    private void commands() {
        if (command.inner().isEmpty()) {
            return;
        }
        line(".SH COMMANDS");
        for (Described inner : command.inner()) {
            item("\\fB" + escaped(inner.name()) + "\\fR", inner.summary() + ".");
        }
    }

    /** The examples and exit codes, as the help shows them. */
    private void footer(String... lines) {
        if (lines.length == 0) {
            return;
        }
        line(".SH EXAMPLES");
        line(".nf");
        for (String each : lines) {
            line(escaped(Described.plain(each)));
        }
        line(".fi");
    }

    private String seeAlso() {
        List<String> others = new ArrayList<>();
        if (!command.words().isEmpty()) {
            others.add("hushgate");
        }
        command.inner().forEach(inner -> others.add(inner.title("-")));
        return others.isEmpty()
                ? "The documents that come with the program."
                : others.stream()
                        .map(name -> "\\fB" + escaped(name) + "\\fR(1)")
                        .collect(Collectors.joining(",\n"));
    }

    private void item(String head, String... description) {
        line(".TP");
        line(head);
        text(String.join(" ", description));
    }

    private void text(String text) {
        String plain = Described.plain(text).strip();
        line(plain.isEmpty() ? "\\&" : escaped(plain));
    }

    /** Nothing in a text is a macro: no control character leads a line, no backslash is one. */
    private static String escaped(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
