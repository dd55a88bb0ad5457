package io.hushgate.cli;

import io.hushgate.core.Grade;
import io.hushgate.core.match.Witness;
import io.hushgate.core.rule.Rule;
import io.hushgate.run.WhyRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why something on a line is reported, or why not. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = {
            "Names the rules that looked at a line, what each decided, and what "
                    + "would change the answer.",
            "Looks at the file as it is, also when a configuration excludes it.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  hushgate why deploy/app.env:2            why this line was or was not reported"
        })
final class WhyCommand implements Callable<Integer> {
    private static final int MAX_RULES = 3;
    private static final int MAX_FEATURES = 3;

    @Parameters(paramLabel = "FILE:LINE", description = "As a report names the place.")
    private String place = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration (default: hushgate.yaml in the working directory).")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--rules", paramLabel = "FILE", description = "Further rules.")
    private List<Path> rules = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        String[] parts = place.split(":", -1);
        Optional<Integer> line = parts.length < 2 ? Optional.empty() : number(parts[1]);
        if (line.isEmpty()) {
            throw new UsageProblem(
                    "%s: write FILE:LINE, such as deploy/app.env:2".formatted(place));
        }
        WhyRun.Answer answer = WhyRun.explain(Path.of(parts[0]), line.get(), config, rules);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s:%d%n", parts[0], line.get());
        if (answer.isEmpty()) {
            out.println(
                    "  No rule has a keyword here; `hushgate rules list` names what is looked for.");
        }
        answer.matches().forEach(match -> print(out, match));
        answer.weighings().forEach(weighing -> print(out, weighing));
        answer.stops().forEach(stop -> print(out, stop));
        out.flush();
        return ExitCode.PASS;
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(number -> number > 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void print(PrintWriter out, WhyRun.Match match) {
        out.printf(
                "%n  column %d matches %s (%s)%n",
                match.column(), match.rule().id(), match.rule().title());
        if (match.winner().isPresent()) {
            out.printf(
                    "    decided  the same bytes belong to %s, which is more specific%n",
                    match.winner().get().id());
            return;
        }
        boolean reported = match.grade().isCredential();
        out.printf(
                "    decided  %s: %s, %s confidence; %s%n",
                reported ? "reported" : "not reported",
                match.grade().label(),
                match.confidence().map(c -> c.label()).orElse("no"),
                match.shuts() ? "shuts the gate" : "leaves the gate open");
        out.printf("    because  %s%n", because(match.grade()));
        out.printf("    changes  %s%n", changes(match));
    }

    private static String because(Grade grade) {
        return switch (grade) {
            case VERIFIED -> "the service that issued it accepts it";
            case INACTIVE -> "the service that issued it refuses it";
            case CHECKSUM_VALID -> "the checksum inside is right";
            case STRUCTURE_VALID -> "the value parses as what it claims to be";
            case FORMAT -> "prefix, alphabet and length are those of the format";
            case CONTEXTUAL -> "name, notation and value agree";
            case WEAK -> "the form is right, and its checksum, look or context speaks against it";
            case PLACEHOLDER -> "the value stands where a credential will be put";
            case REFERENCE -> "the value names where the credential is kept";
            case ENCRYPTED -> "the value is ciphertext";
            case PUBLIC -> "the value is meant to be public";
            case EXAMPLE -> "vendors print the value in their documents";
            case EXPIRED -> "the value says itself that it is over";
        };
    }

    private static String changes(WhyRun.Match match) {
        return switch (match.grade()) {
            case VERIFIED, CHECKSUM_VALID, STRUCTURE_VALID, FORMAT ->
                    "revoke the value, then put a reference to a vault in its place";
            case CONTEXTUAL ->
                    "a reference to a vault or the environment in its place; in tests and documents the confidence is lower";
            case WEAK -> "a right checksum, or a value that nobody typed, would make it certain";
            case PLACEHOLDER, REFERENCE, ENCRYPTED, PUBLIC, EXAMPLE, EXPIRED, INACTIVE ->
                    "a value in clear that follows the form would be reported";
        };
    }

    private static void print(PrintWriter out, WhyRun.Weighing weighing) {
        boolean passes = weighing.score() >= weighing.needed();
        out.printf(
                "%n  column %d is weighed by %s: %s of the %s that is needed%n",
                weighing.column(),
                weighing.rule().id(),
                shown(weighing.score()),
                shown(weighing.needed()));
        out.printf("    speak for      %s%n", strongest(weighing.features(), 1));
        out.printf("    speak against  %s%n", strongest(weighing.features(), -1));
        if (!passes) {
            out.println(
                    "    changes        a more telling name, or a value less like words, numbers or code");
        }
    }

    private static String strongest(List<Witness.Weighed> features, int sign) {
        String named =
                features.stream()
                        .filter(feature -> feature.weight() * sign > 0)
                        .limit(MAX_FEATURES)
                        .map(feature -> feature.feature() + " " + shown(feature.weight()))
                        .collect(Collectors.joining(", "));
        return named.isEmpty() ? "nothing" : named;
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static void print(PrintWriter out, WhyRun.Stop stop) {
        List<Rule> looked = stop.rules();
        String named =
                looked.stream()
                        .limit(MAX_RULES)
                        .map(rule -> rule.id().text())
                        .collect(Collectors.joining(", "));
        int more = looked.size() - MAX_RULES;
        out.printf(
                "%n  column %d was looked at by %s%s%n",
                stop.column(), named, more > 0 ? " and %d more".formatted(more) : "");
        Rule first = looked.getFirst();
        switch (stop.step()) {
            case PATTERN ->
                    stopped(
                            out,
                            "the text around the keyword has not the form of the credential",
                            "the whole form: `hushgate rules explain %s`".formatted(first.id()));
            case WORD ->
                    stopped(
                            out,
                            "the keyword is a part of another word",
                            "the vendor's name as a word of its own");
            case ASSIGNMENT ->
                    stopped(
                            out,
                            "no value is assigned to the name",
                            "a literal value behind =, : or another sign of assignment");
            case VALUE ->
                    stopped(
                            out,
                            "the value has not the alphabet or length of the rule",
                            "a value of the form: `hushgate rules explain %s`"
                                    .formatted(first.id()));
            case NAME ->
                    stopped(
                            out,
                            "the name promises something else, such as an id or an address",
                            "a name that ends in key, token, secret or password");
            case SERVICE ->
                    stopped(
                            out,
                            "no name of a service stands before the word, or no key behind it",
                            "the name of a service before it and a value of letters and digits behind");
            case RANDOMNESS ->
                    stopped(
                            out,
                            "the value is more regular than a random one",
                            "at least %s bits of entropy a character and %d kinds of characters"
                                    .formatted(
                                            shown(first.evidence().minEntropy()),
                                            first.evidence().minClasses()));
            case NEAR ->
                    stopped(
                            out,
                            "none of the words that the rule asks for is near",
                            "one of %s within %d bytes"
                                    .formatted(
                                            String.join(", ", first.surroundings().words()),
                                            first.surroundings().distance()));
        }
    }

    private static void stopped(PrintWriter out, String decided, String changes) {
        out.printf("    decided  %s%n", decided);
        out.printf("    changes  %s%n", changes);
    }
}
