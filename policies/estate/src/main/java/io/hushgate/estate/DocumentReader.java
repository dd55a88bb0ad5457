package io.hushgate.estate;

import io.hushgate.estate.ansible.AnsibleTasks;
import io.hushgate.estate.ansible.Plays;
import io.hushgate.estate.chart.ChartReader;
import io.hushgate.estate.delivery.Harness;
import io.hushgate.estate.delivery.HelmValues;
import io.hushgate.estate.delivery.SpringVault;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.image.ComposeReader;
import io.hushgate.estate.kubernetes.KubernetesReader;
import io.hushgate.estate.mention.PipelineMentions;
import io.hushgate.estate.pipeline.PipelineReader;
import io.hushgate.estate.platform.EncryptedFiles;
import io.hushgate.estate.platform.Logins;
import io.hushgate.estate.platform.PlatformDocuments;
import io.hushgate.estate.platform.WeakConnections;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ModuleFile;
import io.hushgate.estate.shell.ShellReader;
import io.hushgate.estate.terraform.TerraformReader;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.tree.Tree;
import io.hushgate.estate.vault.BankVaults;
import io.hushgate.estate.vault.PolicyCollector;
import io.hushgate.estate.vault.VaultExport;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Reads a YAML or JSON file, document by document, by what each is. */
final class DocumentReader {
    /** A command line of Vault within a text. */
    private static final Pattern COMMAND =
            Pattern.compile(
                    "\\b(?:vault|bao) (?:write|policy|auth|secrets|token|kv|audit|read|list|delete|patch)\\b"
                            + "|\\bkubectl\\b.{0,80}\\bcreate\\b|/v1/(?:auth|sys)/"
                            + "|\\b(?:echo|printf)\\b[^\\n]{0,200}\\$[^\\n]{0,200}> ?/");

    /** A command or a server's settings are no shorter: {@code vault read}. */
    private static final int SHORTEST = 9;

    private static final int MAX_DEPTH = 64;

    private final PolicyCollector policies;
    private final KubernetesReader kubernetes;
    private final TerraformReader terraform;
    private final ShellReader shell;
    private final BankVaults bankVaults;
    private final VaultExport exports;
    private final AnsibleTasks ansible;
    private final HelmValues helmValues = new HelmValues();
    private final Harness harness = new Harness();
    private final PipelineReader pipelines;
    private final PlatformDocuments platform;
    private final ChartReader charts = new ChartReader();
    private final ComposeReader compose = new ComposeReader();
    private final BiConsumer<Source, Collector> servers;

    /**
     * @param servers reads the configuration of a Vault server that lies in a value
     */
    DocumentReader(
            PolicyCollector policies,
            KubernetesReader kubernetes,
            TerraformReader terraform,
            ShellReader shell,
            BiConsumer<Source, Collector> servers) {
        this.pipelines = new PipelineReader(shell);
        this.platform = new PlatformDocuments(shell);
        this.servers = servers;
        this.policies = policies;
        this.kubernetes = kubernetes;
        this.terraform = terraform;
        this.shell = shell;
        this.bankVaults = new BankVaults(policies);
        this.exports = new VaultExport(policies);
        this.ansible = new AnsibleTasks(policies);
    }

    void read(Tree tree, Source source, Collector into) {
        into.problems(tree.problems());
        for (Node document : tree.documents()) {
            for (Node item : document.asItems()) {
                item.asMapping().ifPresent(root -> root(root, source, into));
            }
        }
    }

    /** Reads one document of a file, or what a build made of it. */
    void root(Mapping root, Source source, Collector into) {
        if (isSchema(root)) {
            return;
        }
        if (ModuleFile.isPart(into.file()) || Plays.isVariables(into.file())) {
            into.keep(new ModuleFile(into.file(), source, root));
        }
        EncryptedFiles.read(root, into);
        Logins.read(root, into);
        PipelineMentions.read(root, into);
        if (ansible.read(root, into) && !Plays.isVariables(into.file())) {
            into.keep(new ModuleFile(into.file(), source, root));
        }
        SpringVault.read(root, into);
        if (pipelines.read(root, into) || platform.read(root, into)) {
            return;
        }
        boolean object = KubernetesReader.isObject(root);
        if (object) {
            kubernetes.read(root, into);
        } else if (kubernetes.patch(root, into) || charts.read(root, into)) {
            return;
        } else if (ComposeReader.isCompose(root)) {
            compose.read(root, into);
        } else if (root.get("path").flatMap(Node::asMapping).isPresent() && isPolicy(root)) {
            policies.addFile(source, "json", into);
        } else if (BankVaults.isConfiguration(root)) {
            bankVaults.read(root, into);
        } else if (Harness.isHarness(root)) {
            harness.read(root, into);
        } else if (root.get("resource").isPresent() || root.get("terraform").isPresent()) {
            terraform.read(new ModuleFile(into.file(), source, root), into);
        } else if (!exports.read(root, into)) {
            helmValues.read(root, into);
        }
        String subject =
                object ? root.text("kind") + "/" + root.mapping("metadata").text("name") : "script";
        scripts(root, subject, !object && !BankVaults.isConfiguration(root), MAX_DEPTH, into);
    }

    /** A JSON Schema describes configuration; its examples and descriptions are none. */
    private static boolean isSchema(Mapping root) {
        return root.get("$schema").isPresent()
                && (root.get("properties").isPresent() || root.get("$defs").isPresent());
    }

    private static boolean isPolicy(Mapping root) {
        return root.mapping("path").entries().stream()
                .flatMap(path -> path.value().asItems().stream())
                .flatMap(body -> body.asMapping().stream())
                .anyMatch(body ->
                        body.get("capabilities").isPresent() || body.get("policy").isPresent());
    }

    /**
     * Texts within the document that are scripts or, where nobody else looks for them, policies.
     */
    private void scripts(
            Node node, String subject, boolean withPolicies, int depth, Collector into) {
        if (depth == 0) {
            return;
        }
        switch (node) {
            case Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    if (entry.value() instanceof Scalar value) {
                        WeakConnections.read(entry.key().text(), value, into);
                    }
                    if (withPolicies
                            && entry.value() instanceof Scalar text
                            && text.text().contains("\n")) {
                        policies.add(
                                entry.key().text(),
                                text.asSource(),
                                "embedded",
                                into.atMost(Confidence.MEDIUM),
                                text.place());
                    }
                    scripts(entry.value(), subject, withPolicies, depth - 1, into);
                }
            }
            case Sequence sequence ->
                    sequence.items()
                            .forEach(item -> {
                                if (item instanceof Scalar text) {
                                    WeakConnections.read("", text, into);
                                }
                                scripts(item, subject, withPolicies, depth - 1, into);
                            });
            case Scalar text -> {
                if (text.text().length() < SHORTEST) {
                    return;
                }
                EncryptedFiles.value(text, into);
                if (text.text().contains("listener \"") || text.text().contains("auto_auth")) {
                    servers.accept(text.asSource(), into.atMost(Confidence.MEDIUM));
                }
                if (isCommand(text.text())) {
                    shell.read(text.asSource(), subject, into.atMost(Confidence.MEDIUM));
                }
            }
            case Block _, Call _, Expression _ -> {}
        }
    }

    /** Most texts hold none of these words; asking for them first is ten times as fast. */
    private static boolean isCommand(String text) {
        boolean possible =
                text.contains("vault ")
                        || text.contains("bao ")
                        || text.contains("kubectl")
                        || text.contains("echo ")
                        || text.contains("printf ")
                        || text.contains("/v1/");
        return possible && COMMAND.matcher(text).find();
    }
}
