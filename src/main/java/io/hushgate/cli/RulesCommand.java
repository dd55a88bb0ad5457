package io.hushgate.cli;

import io.hushgate.config.Nearest;
import io.hushgate.core.RuleId;
import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.Rule;
import io.hushgate.rules.Catalogue;
import io.hushgate.rules.RuleEntry;
import io.hushgate.rules.RuleFile;
import io.hushgate.rules.RuleTrial;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Shows what is looked for, and tries rules on their own samples. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Shows the credential rules and tries them on their samples.", ""})
final class RulesCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Lists all rules.", ""})
    int list(
            @Option(names = "--format", paramLabel = "text|json", defaultValue = "text")
                    String format) {
        List<Rule> rules = Catalogue.shipped().entries().stream().map(RuleEntry::rule).toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case "text" ->
                    rules.forEach(rule ->
                            out.printf(
                                    "%-34s %-9s %s%n",
                                    rule.id(), rule.severity().label(), rule.title()));
            case "json" -> out.println(json(rules));
            default -> throw new UsageProblem("--format %s: use text or json".formatted(format));
        }
        out.flush();
        return ExitCode.PASS;
    }

    private static String json(List<Rule> rules) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory()
                        .createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (Rule rule : rules) {
                json.writeStartObject();
                json.writeStringProperty("id", rule.id().text());
                json.writeStringProperty("title", rule.title());
                json.writeStringProperty("severity", rule.severity().label());
                json.writeArrayPropertyStart("keywords");
                rule.form().keywords().forEach(json::writeString);
                json.writeEndArray();
                json.writeStringProperty("remedy", rule.remedy());
                json.writeArrayPropertyStart("references");
                rule.references().forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = {
                "Tells what a rule looks for, how it is proved and what to do about a leak.",
                ""
            })
    int explain(
            @Parameters(
                            paramLabel = "RULE",
                            description = "Its id, as reports and `hushgate rules list` give it.")
                    String id) {
        RuleEntry entry =
                ruleId(id)
                        .flatMap(known -> Catalogue.shipped().find(known))
                        .orElseThrow(() -> new UsageProblem(unknown(id)));
        Rule rule = entry.rule();
        PrintWriter out = spec.commandLine().getOut();
        out.println(rule.title());
        out.println();
        out.printf("  rule        %s (%s)%n", rule.id(), entry.place());
        out.printf("  severity    %s%n", rule.severity().label());
        out.printf("  keywords    %s%n", String.join(", ", rule.form().keywords()));
        if (!rule.evidence().checks().isEmpty()) {
            List<String> checks = rule.evidence().checks().stream().map(c -> c.label()).toList();
            out.printf("  proved by   %s%n", String.join(", ", checks));
        }
        entry.counterexamples()
                .forEach(counterexample ->
                        out.printf("  not         %s%n", counterexample.because()));
        out.println();
        out.printf("  remedy      %s%n", rule.remedy());
        rule.references().forEach(reference -> out.printf("  see         %s%n", reference));
        out.flush();
        return ExitCode.PASS;
    }

    private static String unknown(String id) {
        List<String> known =
                Catalogue.shipped().entries().stream().map(e -> e.rule().id().text()).toList();
        return Nearest.of(id, known)
                .map(word -> "rule %s: there is none; did you mean %s?".formatted(id, word))
                .orElse(
                        "rule %s: there is none; `hushgate rules list` names them all"
                                .formatted(id));
    }

    private static Optional<RuleId> ruleId(String text) {
        try {
            return Optional.of(new RuleId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = {
                "Tries rules on their own generated samples: the shipped ones, or "
                        + "those of the files together with the shipped ones.",
                ""
            })
    int test(@Parameters(arity = "0..*", paramLabel = "FILE") List<Path> files) {
        List<RuleEntry> shipped = Catalogue.shipped().entries();
        List<RuleEntry> own = new ArrayList<>();
        if (files != null) {
            files.forEach(file -> own.addAll(RuleFile.read(file)));
        }
        List<Rule> all =
                Stream.concat(shipped.stream(), own.stream()).map(RuleEntry::rule).toList();
        RuleTrial trial = new RuleTrial(RuleSet.compile(all));
        List<RuleEntry> tried = own.isEmpty() ? shipped : own;
        List<RuleTrial.Failure> failures =
                tried.stream().flatMap(entry -> trial.run(entry).stream()).toList();
        PrintWriter out = spec.commandLine().getOut();
        failures.forEach(failure -> out.println(failure.message()));
        out.printf("%d rules tried, %d failures%n", tried.size(), failures.size());
        out.flush();
        return failures.isEmpty() ? ExitCode.PASS : 1;
    }
}
