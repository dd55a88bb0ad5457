package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.GitleaksFinding;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** The JSON report of gitleaks: an array of objects, the fields in its order. */
final class LeakJson {
    private LeakJson() {}

    static String report(List<GitleaksFinding> findings, ScmLink links) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text, " ")) {
            json.writeStartArray();
            findings.forEach(finding -> write(json, finding, links));
            json.writeEndArray();
        }
        return text + "\n";
    }

    /** One finding with tabs, as JUnit reports hold it. */
    static String one(GitleaksFinding finding, ScmLink links) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text, "\t")) {
            write(json, finding, links);
        }
        return text.toString();
    }

    static JsonGenerator generator(Writer out, String indent) {
        DefaultIndenter indenter = new DefaultIndenter(indent, "\n");
        Separators separators =
                PrettyPrinter.DEFAULT_SEPARATORS
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator("");
        PrettyPrinter printer =
                new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter);
        ObjectWriteContext context =
                new ObjectWriteContext.Base() {
                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        return printer;
                    }

                    @Override
                    public boolean hasPrettyPrinter() {
                        return true;
                    }
                };
        return new JsonFactory().createGenerator(context, out);
    }

    private static void write(JsonGenerator json, GitleaksFinding finding, ScmLink links) {
        json.writeStartObject();
        json.writeStringProperty("RuleID", finding.rule());
        json.writeStringProperty("Description", finding.description());
        json.writeNumberProperty("StartLine", finding.startLine());
        json.writeNumberProperty("EndLine", finding.endLine());
        json.writeNumberProperty("StartColumn", finding.startColumn());
        json.writeNumberProperty("EndColumn", finding.endColumn());
        json.writeStringProperty("Match", finding.match());
        json.writeStringProperty("Secret", finding.secret());
        json.writeStringProperty("File", finding.file());
        json.writeStringProperty("SymlinkFile", finding.link());
        json.writeStringProperty("Commit", finding.commit().id());
        String link = links.to(finding);
        if (!link.isEmpty()) {
            json.writeStringProperty("Link", link);
        }
        json.writeName("Entropy");
        json.writeNumber(entropy(finding.entropy()));
        json.writeStringProperty("Author", finding.commit().author());
        json.writeStringProperty("Email", finding.commit().mail());
        json.writeStringProperty("Date", finding.commit().date());
        json.writeStringProperty("Message", finding.commit().message());
        json.writeArrayPropertyStart("Tags");
        finding.tags().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("Fingerprint", finding.fingerprint());
        json.writeEndObject();
    }

    /** The shortest digits that tell a float from its neighbours, without an exponent. */
    private static String entropy(float value) {
        BigDecimal exact = new BigDecimal(Float.toString(value)).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }
}
