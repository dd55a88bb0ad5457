package io.hushgate.estate.chart;

import io.hushgate.estate.fact.ChartFact.TemplateUse;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Naming;
import io.hushgate.estate.tree.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the templates of a chart do with secrets, without rendering them: which raw value
 * stands in for which reference, what is generated anew with each rendering, and which secret lands
 * in something else than a Secret.
 *
 * <p>Follows {@code if}, {@code else} and {@code end} in one file; defined templates and values
 * that are passed on are not followed.
 */
public final class TemplateUses {
    private static final Pattern ACTION =
            Pattern.compile(
                    "\\{\\{-?\\s*((?:[^}\"`]|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|\\}(?!\\}))*?)\\s*-?\\}\\}");
    private static final Pattern VALUE = Pattern.compile("\\.Values\\.([A-Za-z_][\\w.-]*)");
    private static final Pattern KIND = Pattern.compile("(?m)^kind:\\s*[\"']?([A-Za-z]+)");
    private static final Pattern GENERATOR =
            Pattern.compile(
                    "\\b(randAlphaNum|randAlpha|randNumeric|randAscii|randBytes|genPrivateKey|genCA|genSelfSignedCert|genSignedCert|uuidv4|derivePassword)\\b");
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?i)(?:secret_?name|pull_?secrets?|existing\\w*|secret_?ref|secretSecretName|TokenSecretName)$");

    /** A key whose value is the name of something, and so no secret. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:name|secretName|secretRef|key|existingSecret)[\"']?:\\s*[\"']?$",
                    Pattern.CASE_INSENSITIVE);

    private static final int MAX_ACTIONS = 5_000;

    private TemplateUses() {}

    /** Tells whether the file is a template of a chart. */
    public static boolean isTemplate(String file) {
        return file.contains("/templates/") || file.startsWith("templates/");
    }

    /** Adds what the template does with secrets. */
    public static void read(Source template, Collector into) {
        String text = template.text();
        if (!text.contains("{{")) {
            return;
        }
        Collector unsure = into.atMost(Confidence.MEDIUM);
        boolean keeps =
                text.contains("lookup ")
                        || text.contains("secrets.lookup")
                        || text.contains("passwords.manage");
        Deque<Branch> branches = new ArrayDeque<>();
        Set<List<String>> pairs = new LinkedHashSet<>();
        String kind = "";
        int kindUntil = -1;
        Matcher action = ACTION.matcher(text);
        for (int seen = 0; seen < MAX_ACTIONS && action.find(); seen++) {
            if (action.start() > kindUntil) {
                kindUntil = documentEnd(text, action.start());
                kind = kindOf(text, action.start(), kindUntil);
            }
            String body = action.group(1);
            List<String> values = values(body);
            if (control(body, values, branches)) {
                continue;
            }
            Matcher generator = GENERATOR.matcher(body);
            if (kind.equals("Secret") && !keeps && generator.find()) {
                unsure.add(
                        new TemplateUse(
                                "generated",
                                generator.group(1),
                                "",
                                unsure.at(template.placeAt(action.start()))));
            }
            for (String value : values) {
                if (!isRaw(value)) {
                    continue;
                }
                for (Branch branch : branches) {
                    for (String reference : branch.without()) {
                        if (pairs.add(List.of(value, reference))) {
                            unsure.add(use("pair", value, reference, template, action, unsure));
                        }
                    }
                }
                boolean sink =
                        !kind.isEmpty() && !kind.equals("Secret") && !named(text, action.start());
                if (sink && !isDigested(body)) {
                    unsure.add(use("sink", value, kind, template, action, unsure));
                }
            }
        }
    }

    /**
     * Tells whether an action gives something else than the value: a digest, or one of two words.
     */
    private static boolean isDigested(String body) {
        return body.contains("sha256sum") || body.contains("include ") || body.contains("ternary ");
    }

    private static TemplateUse use(
            String what,
            String value,
            String other,
            Source template,
            Matcher action,
            Collector into) {
        return new TemplateUse(what, value, other, into.at(template.placeAt(action.start())));
    }

    private static List<String> values(String body) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(body);
        while (value.find()) {
            values.add(value.group(1));
        }
        return values;
    }

    /** Follows the branches; true for an action that yields no text. */
    private static boolean control(String body, List<String> values, Deque<Branch> branches) {
        List<String> references =
                values.stream().filter(value -> REFERENCE.matcher(value).find()).toList();
        if (body.startsWith("if") || body.startsWith("with") || body.startsWith("range")) {
            boolean negated = body.matches("if\\s+\\(?\\s*not\\b.*");
            branches.push(new Branch(references, negated));
            return true;
        }
        if (body.startsWith("else")) {
            if (!branches.isEmpty()) {
                Branch branch = branches.pop();
                List<String> tested = new ArrayList<>(branch.references());
                boolean absent = !branch.absent();
                branches.push(new Branch(tested, absent));
            }
            return true;
        }
        if (body.startsWith("define") || body.startsWith("block")) {
            branches.push(new Branch(List.of(), false));
            return true;
        }
        if (body.equals("end")) {
            branches.poll();
            return true;
        }
        return body.startsWith("/*") || body.startsWith("fail") || body.startsWith("required");
    }

    private static boolean isRaw(String value) {
        String last = value.substring(value.lastIndexOf('.') + 1);
        return Naming.isSecret(last) && !REFERENCE.matcher(last).find();
    }

    private static boolean named(String text, int action) {
        int lineStart = text.lastIndexOf('\n', action) + 1;
        return NAMED.matcher(text.substring(lineStart, action)).find();
    }

    private static int documentEnd(String text, int from) {
        int end = text.indexOf("\n---", from);
        return end < 0 ? text.length() : end;
    }

    private static String kindOf(String text, int from, int end) {
        int start = text.lastIndexOf("\n---", from);
        Matcher kind = KIND.matcher(text).region(Math.max(0, start), end);
        return kind.find() ? kind.group(1) : "";
    }

    /** A condition on references, and whether this side of it is the one without them. */
    private record Branch(List<String> references, boolean absent) {
        List<String> without() {
            return absent ? references : List.of();
        }
    }
}
