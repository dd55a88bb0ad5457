package io.hushgate.estate;

import io.hushgate.estate.ansible.AnsibleTasks;
import io.hushgate.estate.ansible.Plays;
import io.hushgate.estate.chart.TemplateUses;
import io.hushgate.estate.chart.ValueSinks;
import io.hushgate.estate.delivery.SpringVault;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.helm.Manifest;
import io.hushgate.estate.image.DockerfileReader;
import io.hushgate.estate.kubernetes.KubernetesReader;
import io.hushgate.estate.kustomize.BuiltObject;
import io.hushgate.estate.kustomize.FileTree;
import io.hushgate.estate.kustomize.Generators;
import io.hushgate.estate.kustomize.Overlay;
import io.hushgate.estate.kustomize.Overlays;
import io.hushgate.estate.kustomize.SourceFile;
import io.hushgate.estate.mention.LoginMentions;
import io.hushgate.estate.mention.VaultMentions;
import io.hushgate.estate.platform.CipherTexts;
import io.hushgate.estate.platform.PublicKeys;
import io.hushgate.estate.platform.ServerConfiguration;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ModuleFile;
import io.hushgate.estate.repository.RepositoryFiles;
import io.hushgate.estate.shell.ShellReader;
import io.hushgate.estate.terraform.Modules;
import io.hushgate.estate.terraform.TerraformReader;
import io.hushgate.estate.tree.HclReader;
import io.hushgate.estate.tree.JsonReader;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.tree.Problem;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.tree.Tree;
import io.hushgate.estate.tree.YamlReader;
import io.hushgate.estate.vault.PolicyCollector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads one artifact into facts: decides by name and content what it is, then asks the reader that
 * knows it.
 *
 * <p>Never throws for what an artifact holds; what could not be read is a {@link Diagnostic}.
 * Stateless: the same bytes under the same address give the same reading. Safe for use by several
 * threads.
 */
public final class EstateReader {
    private static final int BINARY_PROBE = 8_192;

    private final Limits limits;
    private final DocumentReader documents;
    private final KubernetesReader generated;
    private final TerraformReader terraform;
    private final AnsibleTasks ansible;
    private final HclFileReader hcl;
    private final ShellReader shell;
    private final DockerfileReader dockerfiles;

    public EstateReader() {
        this(Limits.DEFAULT);
    }

    /**
     * With a limit of one's own for the length of a file.
     *
     * @param maxBytes above zero
     */
    public EstateReader(int maxBytes) {
        this(Limits.DEFAULT.withMaxChars(maxBytes));
    }

    public EstateReader(Limits limits) {
        this.limits = limits;
        PolicyCollector policies = new PolicyCollector(limits);
        KubernetesReader kubernetes = new KubernetesReader(policies, "manifest");
        this.terraform =
                new TerraformReader(limits, policies, new KubernetesReader(policies, "terraform"));
        this.generated = new KubernetesReader(policies, "generator");
        this.shell = new ShellReader(limits, policies, this::manifests);
        this.ansible = new AnsibleTasks(policies);
        this.hcl = new HclFileReader(policies, terraform);
        this.documents = new DocumentReader(policies, kubernetes, terraform, shell, this::server);
        this.dockerfiles = new DockerfileReader(shell);
    }

    /** Tells by the name alone whether an artifact may be configuration. */
    public static boolean knows(String address) {
        return Format.of(address, new byte[0]).isPresent()
                || RepositoryFiles.kindOf(address).isPresent()
                || CipherTexts.knows(address);
    }

    /**
     * Reads an artifact.
     *
     * @param address stable between machines, {@code /} between folders; its last part is the
     *     file's name
     * @param content not kept
     */
    public EstateReading read(String address, byte[] content) {
        Collector sealed = new Collector(address);
        if (CipherTexts.read(content, sealed)) {
            return new EstateReading(address, true, sealed.facts(), List.of());
        }
        Optional<String> kind = RepositoryFiles.kindOf(address);
        Optional<Format> format = Format.of(address, content);
        if (kind.isPresent()) {
            Collector named = new Collector(address);
            RepositoryFiles.read(kind.get(), content, named);
            if (format.isEmpty() || kind.get().equals("hooks")) {
                return new EstateReading(address, true, named.facts(), List.of());
            }
            EstateReading inner = parsed(address, format.get(), content);
            List<Fact> facts = new ArrayList<>(named.facts());
            facts.addAll(inner.facts());
            return new EstateReading(address, true, facts, inner.diagnostics());
        }
        return format.isEmpty()
                ? EstateReading.irrelevant(address)
                : parsed(address, format.get(), content);
    }

    /**
     * Reads what a template of a chart came to. Facts stand where the template's actions stand;
     * they are no surer than medium, for names depend on the release.
     */
    public EstateReading rendered(Manifest manifest) {
        String address = manifest.template().address();
        Collector collector = new Collector(address);
        Collector into = collector.atMost(Confidence.MEDIUM);
        Source source =
                Source.of(manifest.template().text())
                        .derived(manifest.rendered().text(), manifest.rendered()::templateOffset);
        Tree tree = new YamlReader(limits).read(source);
        documents.read(tree, source, into);
        VaultMentions.read(source, into);
        ValueSinks.read(manifest, source, into);
        return new EstateReading(address, true, collector.facts(), diagnostics(address, collector));
    }

    /**
     * Readings, those of Terraform files with what the other files of their modules and the callers
     * of these say, those of plays with the variables that other files give them.
     */
    public List<EstateReading> inModules(Collection<EstateReading> readings) {
        Map<Boolean, List<ModuleFile>> files =
                readings.stream()
                        .flatMap(reading -> reading.modules().stream())
                        .collect(
                                Collectors.partitioningBy(
                                        file -> ModuleFile.isPart(file.address())));
        Plays plays = new Plays(ansible, files.getOrDefault(false, List.of()));
        Map<String, List<Fact>> facts =
                new Modules(terraform, files.getOrDefault(true, List.of())).facts();
        List<EstateReading> completed = new ArrayList<>(readings.size());
        for (EstateReading reading : readings) {
            List<Fact> together = facts.get(reading.address());
            EstateReading known =
                    together == null ? reading : reading.with(withMentions(reading, together));
            completed.add(known.with(plays.completed(known.address(), known.facts())));
        }
        return completed;
    }

    private static List<Fact> withMentions(EstateReading reading, List<Fact> facts) {
        Collector into = new Collector(reading.address());
        facts.forEach(into::add);
        reading.modules().forEach(module -> VaultMentions.read(module.source(), into));
        return into.facts();
    }

    /**
     * The overlays of a tree, to be built and {@linkplain #built read}.
     *
     * @param kustomizations paths of their files within the tree
     * @param prefix what addresses have before the path in the tree
     */
    public Overlays overlays(Collection<String> kustomizations, FileTree tree, String prefix) {
        return new Overlays(kustomizations, tree, prefix, limits);
    }

    /**
     * Reads what the build of an overlay came to, file by file: facts stand in the files that the
     * objects were first written in.
     */
    public List<EstateReading> built(Overlay overlay) {
        Map<SourceFile, List<BuiltObject>> byFile = new LinkedHashMap<>();
        for (BuiltObject object : overlay.objects()) {
            byFile.computeIfAbsent(object.file(), _ -> new ArrayList<>()).add(object);
        }
        List<EstateReading> readings = new ArrayList<>();
        byFile.forEach((file, objects) -> readings.add(built(file, objects)));
        return readings;
    }

    private EstateReading built(SourceFile file, List<BuiltObject> objects) {
        Collector collector = new Collector(file.address());
        Collector into = file.template() ? collector.atMost(Confidence.LOW) : collector;
        for (BuiltObject object : objects) {
            if (object.generated()) {
                generated.read(object.object(), into);
            } else {
                documents.root(object.object(), file.source(), into);
            }
        }
        VaultMentions.read(file.source(), into);
        return new EstateReading(file.address(), true, collector.facts(), List.of());
    }

    private EstateReading parsed(String address, Format format, byte[] content) {
        boolean part = ModuleFile.isPart(address) || Plays.isVariables(address);
        if (isBinary(content) || (!part && !format.concerns(address, content))) {
            return EstateReading.irrelevant(address);
        }
        return whole(address, format, content);
    }

    /** Reads an artifact without asking first whether it may hold anything. */
    EstateReading whole(String address, Format format, byte[] content) {
        Collector collector = new Collector(address);
        if (content.length > limits.maxChars()) {
            String what =
                    "the file is longer than " + limits.maxChars() + " bytes and was not read";
            collector.problem(new Problem(Problem.Code.LIMIT_SIZE, Place.START, what));
        } else {
            Source source = Source.of(new String(content, StandardCharsets.UTF_8));
            read(format, source, collector);
        }
        return new EstateReading(
                address,
                true,
                collector.facts(),
                diagnostics(address, collector),
                collector.modules());
    }

    private static List<Diagnostic> diagnostics(String address, Collector collector) {
        return collector.problems().stream()
                .filter(problem -> !collector.isEmpty() || problem.code().meansUnread())
                .map(problem -> new Diagnostic(address, problem))
                .distinct()
                .sorted()
                .toList();
    }

    private void read(Format format, Source source, Collector into) {
        switch (format) {
            case HCL -> hcl.read(new HclReader(limits).read(source), source, into);
            case JSON -> documents.read(new JsonReader(limits).read(source), source, into);
            case YAML -> yaml(source, into);
            case SHELL -> shell.read(source, into);
            case MARKDOWN -> markdown(source, into);
            case DOCKERFILE -> dockerfiles.read(source, into);
            case TEXT -> SpringVault.readProperties(source, into);
        }
        if (format != Format.MARKDOWN) {
            VaultMentions.read(source, into);
            LoginMentions.read(source, into);
            PublicKeys.read(source, into);
        }
    }

    private void yaml(Source source, Collector into) {
        Tree tree = new YamlReader(limits).read(source);
        documents.read(tree, source, tree.template() ? into.atMost(Confidence.LOW) : into);
        if (Overlays.isKustomization(into.file())) {
            kustomization(tree, into);
        }
        if (TemplateUses.isTemplate(into.file())) {
            TemplateUses.read(source, into);
        }
    }

    /** What a kustomization makes by itself; the rest is known when it is built. */
    private void kustomization(Tree tree, Collector into) {
        for (Node document : tree.documents()) {
            for (Mapping root : document.asMapping().stream().toList()) {
                Generators.of(root, _ -> Optional.empty())
                        .forEach(made -> generated.read(made, into));
            }
        }
    }

    /** The configuration of a server that lies in a value, as in the values of its chart. */
    private void server(Source source, Collector into) {
        Tree tree = new HclReader(limits).read(source);
        for (Node document : tree.documents()) {
            document.asMapping().ifPresent(root -> ServerConfiguration.read(root, into));
        }
    }

    /** Manifests that a script feeds to kubectl. */
    private void manifests(Source source, Collector into) {
        yaml(source, into);
    }

    private void markdown(Source source, Collector into) {
        Collector sure = into.atMost(Confidence.MEDIUM);
        for (CodeBlock block : CodeBlock.of(source)) {
            block.format().ifPresent(format -> read(format, block.source(), sure));
        }
    }

    private static boolean isBinary(byte[] content) {
        byte[] probe = Arrays.copyOf(content, Math.min(content.length, BINARY_PROBE));
        for (byte b : probe) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
