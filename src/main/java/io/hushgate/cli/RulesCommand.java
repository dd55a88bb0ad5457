package io.hushgate.cli;

import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.Rule;
import io.hushgate.report.Amount;
import io.hushgate.rules.Catalogue;
import io.hushgate.rules.RuleEntry;
import io.hushgate.rules.RuleFile;
import io.hushgate.rules.RuleTrial;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        description = {
            "Shows what is looked for, and tries credential rules on their samples.",
            ""
        })
final class RulesCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Lists all rules.", ""},
            footer = {"", "Example:", "  hushgate rules list --format json"})
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
                "Tells what a rule looks for, how it is proved and what to do about a "
                        + "leak; of a policy check, what goes wrong where it complains.",
                ""
            },
            footer = {
                "",
                "Examples:",
                "  hushgate rules explain github-pat",
                "  hushgate rules explain VLT-POL-PRIVESC"
            })
    int explain(
            @Parameters(
                            paramLabel = "ID",
                            description = "Of a rule or a policy check, as reports give it.")
                    String id) {
        PrintWriter out = spec.commandLine().getOut();
        new Explanations(out).of(id);
        out.flush();
        return ExitCode.PASS;
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = {
                "Tries rules on their own generated samples: the shipped ones, or "
                        + "those of the files together with the shipped ones.",
                ""
            },
            footer = {"", "Example:", "  hushgate rules test security/rules.yaml"})
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
        out.printf(
                "%s tried, %s%n",
                Amount.of(tried.size(), "rule"), Amount.of(failures.size(), "failure"));
        out.flush();
        return failures.isEmpty() ? ExitCode.PASS : 1;
    }
}
