package io.hushgate.cli.access;

import io.hushgate.access.AccessPicture;
import io.hushgate.cli.AuditLogs;
import io.hushgate.cli.UsageProblem;
import io.hushgate.core.Coverage;
import io.hushgate.core.Limits;
import io.hushgate.estate.Estate;
import io.hushgate.estate.access.AccessDocument;
import io.hushgate.estate.access.AccessGraph;
import io.hushgate.estate.access.AccessQuery;
import io.hushgate.estate.access.Reach;
import io.hushgate.estate.access.Reaches;
import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.usage.UsageDocument;
import io.hushgate.estate.usage.UsageReport;
import io.hushgate.report.picture.DotPicture;
import io.hushgate.report.picture.Picture;
import io.hushgate.report.picture.SvgPicture;
import io.hushgate.run.FactsRun;
import io.hushgate.source.Source;
import io.hushgate.source.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells who can reach which secret, and how. */
@Command(
        name = "access",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells who can reach which secret, and how: service accounts over "
                    + "Kubernetes rights and Vault roles to paths and Secrets, with the "
                    + "place of every step.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate access .                                    everybody and everything",
            "  hushgate access --from shop/web -v                   what one account reaches, step by step",
            "  hushgate access --to secret/data/shop/db --may read  who reads one path of Vault",
            "  hushgate access --secret 'shop/*' -f svg=who.svg     who reads these Secrets, drawn",
            "  hushgate access --granted-vs-used --audit-log a.log  what is missing and what to spare",
            "  hushgate access --minimal-policy                     the least policy for each role",
            "",
            "Exit codes: 0 answered, 2 usage, 3 something could not be read."
        })
public final class AccessCommand implements Callable<Integer> {
    private static final int ANSWERED = 0;
    private static final int INCOMPLETE = 3;

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            description =
                    "As for scan (default: .); also files that kubectl get -o json or "
                            + "vault read -format=json printed.")
    private List<String> targets = List.of();

    @Option(
            names = {"--from", "--subject"},
            paramLabel = "WHO",
            description =
                    "Only this account, user or role: NAMESPACE/NAME or NAME; * for any text.")
    private @Nullable String from;

    @Option(
            names = {"--to", "--path"},
            paramLabel = "PATH",
            description =
                    "Only who reaches this path of Vault, as a request has it (secret/data/x).")
    private @Nullable String to;

    @Option(
            names = "--secret",
            paramLabel = "NAMESPACE/NAME",
            description = "Only who reads this Kubernetes Secret; * for any text.")
    private @Nullable String secret;

    @Option(
            names = {"--may", "--capability"},
            paramLabel = "CAPABILITY",
            description = "Only who may read, list, create, update, patch, delete or sudo.")
    private @Nullable String capability;

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            description =
                    "high: only what is written literally; low: guesses as well (default: medium).")
    private Confidence confidence = Confidence.MEDIUM;

    @Option(
            names = "--dialect",
            paramLabel = "SERVER",
            description = "vault or openbao: whose rules decide (default: vault).")
    private Dialect dialect = Dialect.VAULT;

    @Option(
            names = "--granted-vs-used",
            description =
                    "Instead: what each role needs and lacks, has and does not use, by "
                            + "configuration and --audit-log.")
    private boolean grantedVsUsed;

    @Option(
            names = "--audit-log",
            paramLabel = "FILE",
            description = "What Vault's audit log (JSON lines) says is used; may be repeated.")
    private List<Path> auditLogs = List.of();

    @Option(
            names = "--minimal-policy",
            description =
                    "Instead: the least HCL that the evidence needs, for each role, "
                            + "verified by evaluation.")
    private boolean minimalPolicy;

    @Option(
            names = "--policy-directory",
            paramLabel = "DIRECTORY",
            description = "With --minimal-policy: one file for each role, in this directory.")
    private @Nullable Path policyDirectory;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT[=FILE]",
            description =
                    "table, json, dot or svg, to standard output or into FILE (default: table).")
    private String format = "table";

    @Option(
            names = {"-v", "--verbose"},
            description = "Every step with its places, and every name.")
    private boolean verbose;

    @ArgGroup(exclusive = false, validate = false, heading = "%nA server:%n")
    private LiveVault vault = new LiveVault();

    @Option(
            names = "--kube",
            paramLabel = "FILE|DIRECTORY",
            description = {
                "What kubectl get -o json printed of a cluster, beside the targets; may be repeated."
            })
    private List<String> dumps = List.of();

    @ArgGroup(exclusive = false, validate = false, heading = "%nA cluster:%n")
    private LiveKubernetes kubernetes = new LiveKubernetes();

    @Option(names = "--no-ignore", description = "Also files that git ignores.")
    private boolean noIgnore;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        AccessOutput output = AccessOutput.parse(format);
        AccessQuery query = query();
        if (!auditLogs.isEmpty() && !grantedVsUsed && !minimalPolicy) {
            throw new UsageProblem(
                    "--audit-log needs --granted-vs-used or --minimal-policy, which ask for it");
        }
        if (policyDirectory != null && !minimalPolicy) {
            throw new UsageProblem("--policy-directory needs --minimal-policy, which fills it");
        }
        List<Source> servers = new ArrayList<>(vault.sources());
        servers.addAll(kubernetes.sources());
        FactsRun.Facts facts =
                FactsRun.read(estate(), servers, noIgnore, Workers.available(), Limits.DEFAULT);
        AccessGraph graph = AccessGraph.of(facts.estate().facts(), dialect);
        String answer =
                grantedVsUsed || minimalPolicy
                        ? used(graph, facts.estate(), output.format())
                        : rendered(output.format(), Reaches.of(graph, query));
        output.write(answer, spec.commandLine().getOut());
        return tell(facts.coverage());
    }

    /** The current directory, unless the command line names something else to look at. */
    private List<String> estate() {
        List<String> all = new ArrayList<>(targets);
        if (targets.isEmpty() && !vault.isAsked() && !kubernetes.isAsked()) {
            all.add(".");
        }
        all.addAll(dumps);
        return all;
    }

    private String used(AccessGraph graph, Estate estate, AccessOutput.Format how) {
        UsageReport report = UsageReport.of(graph, estate.facts(), AuditLogs.read(auditLogs));
        report.problems()
                .forEach(problem -> spec.commandLine().getErr().println("hushgate: " + problem));
        if (minimalPolicy) {
            MinimalPolicies policies = new MinimalPolicies(report, dialect);
            return policyDirectory == null ? policies.render() : policies.write(policyDirectory);
        }
        return switch (how) {
            case TABLE -> new UsageTable(verbose).render(report);
            case JSON -> UsageDocument.json(report);
            case DOT, SVG ->
                    throw new UsageProblem(
                            "--granted-vs-used is no picture; use -f table or -f json");
        };
    }

    private AccessQuery query() {
        if (to != null && secret != null) {
            throw new UsageProblem("--to and --secret exclude each other; keep one");
        }
        return new AccessQuery(
                Optional.ofNullable(from),
                Optional.ofNullable(to).map(AccessCommand::requestPath),
                Optional.ofNullable(secret),
                Optional.ofNullable(capability).map(AccessCommand::capability),
                confidence);
    }

    private static String requestPath(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        return bare.startsWith("v1/") ? bare.substring(3) : bare;
    }

    private static Capability capability(String name) {
        return Capability.of(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        new UsageProblem(
                                "--may %s: no capability of Vault; use read, list, create, update, patch, delete or sudo"
                                        .formatted(name)));
    }

    private String rendered(AccessOutput.Format how, List<Reach> reaches) {
        return switch (how) {
            case TABLE -> new AccessTable(verbose).render(reaches);
            case JSON -> AccessDocument.json(reaches);
            case DOT -> DotPicture.render(AccessPicture.of(reaches));
            case SVG -> SvgPicture.render(small(AccessPicture.of(reaches)));
        };
    }

    private static Picture small(Picture picture) {
        if (picture.boxes().size() > AccessPicture.MOST_BOXES) {
            throw new UsageProblem(
                    "--format svg: %d boxes are more than anybody can read; narrow the question with --from, --to or --may, or use dot"
                            .formatted(picture.boxes().size()));
        }
        return picture;
    }

    private int tell(Coverage coverage) {
        coverage.skipped()
                .forEach(skip ->
                        spec.commandLine()
                                .getErr()
                                .println("hushgate: " + skip.address() + ": " + skip.detail()));
        spec.commandLine().getErr().flush();
        return coverage.isComplete() ? ANSWERED : INCOMPLETE;
    }
}
