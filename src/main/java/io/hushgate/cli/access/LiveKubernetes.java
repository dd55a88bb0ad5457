package io.hushgate.cli.access;

import io.hushgate.cli.UsageProblem;
import io.hushgate.source.Source;
import io.hushgate.source.kube.KubeSource;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a cluster. Without one of them nothing is asked of any network. */
final class LiveKubernetes {
    @Option(
            names = "--kube-config",
            paramLabel = "FILE",
            description =
                    "Ask the cluster of this kubeconfig as well: accounts, rights and "
                            + "workloads, by lists alone, never a Secret. Plugins (exec) are not "
                            + "run.")
    private @Nullable Path file;

    @Option(
            names = "--kube-context",
            paramLabel = "NAME",
            description = {
                "By this context of it; without --kube-config, of KUBECONFIG or ~/.kube/config."
            })
    private @Nullable String context;

    boolean isAsked() {
        return file != null || context != null;
    }

    List<Source> sources() {
        if (!isAsked()) {
            return List.of();
        }
        Path from = file == null ? usual() : file;
        return List.of(KubeSource.of(KubeConfig.read(from).target(context == null ? "" : context)));
    }

    /** Where kubectl looks. */
    private static Path usual() {
        String named = System.getenv("KUBECONFIG");
        if (named == null || named.isEmpty()) {
            return Path.of(System.getProperty("user.home"), ".kube", "config");
        }
        if (named.contains(File.pathSeparator)) {
            throw new UsageProblem(
                    "KUBECONFIG: it names several files; name one with --kube-config");
        }
        return Path.of(named);
    }
}
