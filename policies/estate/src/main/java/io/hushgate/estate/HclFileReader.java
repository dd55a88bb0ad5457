package io.hushgate.estate;

import io.hushgate.estate.platform.ServerConfiguration;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ModuleFile;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.terraform.TerraformReader;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.tree.Tree;
import io.hushgate.estate.vault.ApiRequest;
import io.hushgate.estate.vault.PolicyCollector;
import java.util.Set;

/**
 * Reads an HCL file by what its blocks are: a Vault policy, Terraform, or the configuration of a
 * server.
 */
final class HclFileReader {
    private static final Set<String> TERRAFORM =
            Set.of(
                    "resource",
                    "data",
                    "variable",
                    "locals",
                    "module",
                    "provider",
                    "terraform",
                    "output");

    private final PolicyCollector policies;
    private final TerraformReader terraform;

    HclFileReader(PolicyCollector policies, TerraformReader terraform) {
        this.policies = policies;
        this.terraform = terraform;
    }

    void read(Tree tree, Source source, Collector into) {
        for (Node document : tree.documents()) {
            document.asMapping().ifPresent(root -> root(root, tree, source, into));
        }
    }

    private void root(Mapping root, Tree tree, Source source, Collector into) {
        boolean terraformFile =
                root.entries().stream().anyMatch(entry -> TERRAFORM.contains(entry.key().text()));
        boolean policy =
                !terraformFile
                        && !ModuleFile.isValues(into.file())
                        && root.entries().stream()
                                .anyMatch(entry -> entry.key().text().equals("path"));
        if (policy) {
            policies.addFile(source, "hcl", into);
            return;
        }
        into.problems(tree.problems());
        if (terraformFile || ModuleFile.isValues(into.file())) {
            terraform(new ModuleFile(into.file(), source, root), into);
        } else {
            server(root, into);
        }
    }

    private void terraform(ModuleFile file, Collector into) {
        if (ModuleFile.isPart(into.file())) {
            into.keep(file);
        }
        terraform.read(file, into);
    }

    /**
     * OpenBao's {@code initialize} blocks are requests that the server makes to itself; {@code
     * audit} blocks are devices.
     */
    private void server(Mapping root, Collector into) {
        ServerConfiguration.read(root, into);
        for (Block initialize : root.blocks("initialize")) {
            for (Block request : initialize.body().blocks("request")) {
                Settings settings = Settings.of(request.body());
                new ApiRequest(
                                settings.text("path"),
                                Settings.of(request.body().mapping("data")),
                                "server-config",
                                request.place())
                        .read(into, policies);
            }
        }
        for (Block audit : root.blocks("audit")) {
            Settings settings = Settings.of(audit.body());
            String path = audit.labels().size() > 1 ? audit.label(1) : audit.label(0);
            into.add(ApiRequest.audit(path, settings, into, audit.place()));
        }
    }
}
