package io.hushgate.estate.mention;

import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds references to Vault in a text: templates of consul-template and Vault Agent, {@code
 * ref+vault://} of vals, {@code <path:...>} of the Argo CD plugin, {@code vault:PATH#KEY} of
 * bank-vaults outside of pods, {@code vault://} of Spring, {@code vaultSecrets} of Jenkins, lookups
 * of Ansible.
 *
 * <p>Whose token is used does not stand beside them; role and account are empty. Every pattern is
 * bounded and anchored at a literal, so that the time is linear in the text.
 *
 * <p>Sources: github.com/hashicorp/consul-template docs/templating-language.md; helmfile/vals
 * README; argocd-vault-plugin.readthedocs.io, how it works; bank-vaults.dev, mutating webhook;
 * docs.spring.io/spring-cloud-vault; plugins.jenkins.io/hashicorp-vault-plugin; Ansible
 * community.hashi_vault.
 */
public final class VaultMentions {
    private static final String PATH = "[A-Za-z0-9_.${}@%-][A-Za-z0-9_.${}@%/-]{0,511}";

    /** A form of reference: its group 1 is the path. */
    private record Form(
            String via, String operation, boolean inserts, Pattern pattern, String word) {
        static Form of(String via, boolean inserts, String word, String pattern) {
            return new Form(via, "read", inserts, Pattern.compile(pattern), word);
        }
    }

    private static final List<Form> FORMS =
            List.of(
                    Form.of(
                            "template",
                            false,
                            "{{",
                            "\\{\\{[^{}\\n]{0,64}?\\b(?:secret|pkiCert) \\\\?\"/?("
                                    + PATH
                                    + ")\\\\?\"(?: {1,4}\\\\?\"[^\"\n]{0,200}=)?"),
                    Form.of(
                            "template",
                            false,
                            "{{",
                            "\\{\\{[^{}\\n]{0,64}?\\bsecrets \\\\?\"/?(" + PATH + ")\\\\?\""),
                    Form.of(
                            "vals",
                            true,
                            "ref+vault",
                            "ref\\+vault(?:v2)?://(" + PATH + ")(?:\\?[^#\\s\"']{0,200})?#/"),
                    Form.of("avp", false, "<path:", "<path:(" + PATH + ")#"),
                    Form.of(
                            "bank-vaults",
                            false,
                            "vault:",
                            "(?:^|[\\s\"'{=]|>>)vault:(" + PATH + ")#[\\w$.]"),
                    Form.of(
                            "spring",
                            true,
                            "vault://",
                            "(?:import\\s{0,4}[=:-]\\s{0,4}|optional:|\\s-\\s{0,4}|,)[\"']?(?:optional:)?vault://("
                                    + PATH
                                    + ")"),
                    Form.of(
                            "jenkins",
                            true,
                            "vaultSecrets",
                            "\\bpath\\s{0,4}:\\s{0,4}[\"'](" + PATH + ")[\"']"),
                    Form.of("ansible", false, "hashi_vault", "secret=(" + PATH + ")"));

    private VaultMentions() {}

    /** Adds a use for each path that a text mentions and nobody has found in it yet. */
    public static void read(Source source, Collector into) {
        String text = source.text();
        if (FORMS.stream().noneMatch(form -> text.contains(form.word()))) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Fact fact : into.facts()) {
            if (fact instanceof Use use) {
                seen.add(use.path());
            }
        }
        for (Form form : FORMS) {
            if (text.contains(form.word())) {
                find(form, source, seen, into);
            }
        }
    }

    private static void find(Form form, Source source, Set<String> seen, Collector into) {
        Matcher mention = form.pattern().matcher(source.text());
        while (mention.find()) {
            String path = form.inserts() ? inData(mention.group(1)) : mention.group(1);
            boolean write =
                    mention.group().startsWith(">>")
                            || (form.via().equals("template") && mention.group().endsWith("="));
            boolean list = mention.group().contains("secrets ");
            String operation = write ? "update" : list ? "list" : form.operation();
            boolean literal = !path.contains("$") && !path.contains("{") && !path.contains("%");
            if (seen.add(trimmed(path))) {
                Collector sure = form.inserts() ? into.atMost(Confidence.MEDIUM) : into;
                into.add(
                        new Use(
                                "",
                                "file",
                                "",
                                "",
                                "",
                                "",
                                trimmed(path),
                                "",
                                operation,
                                form.via(),
                                sure.at(source.placeAt(mention.start(1)), literal)));
            }
        }
    }

    /** These tools ask for {@code MOUNT/PATH} and insert the {@code data/} of KV version 2. */
    static String inData(String path) {
        int slash = path.indexOf('/');
        boolean has = slash < 0 || path.startsWith("data/", slash + 1);
        return has ? path : path.substring(0, slash) + "/data/" + path.substring(slash + 1);
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
