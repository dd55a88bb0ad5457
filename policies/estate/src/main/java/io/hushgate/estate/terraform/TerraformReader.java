package io.hushgate.estate.terraform;

import io.hushgate.estate.kubernetes.KubernetesReader;
import io.hushgate.estate.read.Budget;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ModuleFile;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.vault.PolicyCollector;
import java.util.List;
import java.util.Optional;

/** Reads resources of Terraform, of a file or of a {@linkplain Modules module}. */
public final class TerraformReader {
    /** Values that may be followed in all modules of a run; a big real one takes some 10,000. */
    static final int MAX_VALUES = 500_000;

    private final VaultResources vault;
    private final KubernetesResources kubernetes;

    public TerraformReader(Limits limits, PolicyCollector policies, KubernetesReader manifests) {
        this.vault = new VaultResources(limits, policies);
        this.kubernetes = new KubernetesResources(manifests);
    }

    /** Reads all resources and data sources of a file that say who may reach a secret. */
    public void read(ModuleFile file, Collector into) {
        Module module = new Module(List.of(file), Optional.empty(), new Budget(MAX_VALUES));
        module.resources().forEach(resource -> read(resource, module, into));
    }

    void read(Resource resource, Module module, Collector into) {
        String type = resource.type();
        References references = module.references(resource);
        if (type.startsWith("vault_")) {
            CloudResources.read(resource, references.resolved(resource.body()), into);
            vault.read(resource, module, into);
        } else if (type.startsWith("kubernetes_") && !resource.data()) {
            kubernetes.read(resource, references, into);
        } else {
            CloudResources.read(resource, references.resolved(resource.body()), into);
        }
    }
}
