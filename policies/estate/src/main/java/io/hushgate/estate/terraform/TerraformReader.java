package io.hushgate.estate.terraform;

import io.hushgate.estate.kubernetes.KubernetesReader;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.vault.PolicyCollector;
import java.util.List;

/** Reads one Terraform file. */
public final class TerraformReader {
    private final VaultResources vault;
    private final KubernetesResources kubernetes;

    public TerraformReader(Limits limits, PolicyCollector policies, KubernetesReader manifests) {
        this.vault = new VaultResources(limits, policies);
        this.kubernetes = new KubernetesResources(manifests);
    }

    /** Reads all resources and data sources that say who may reach a secret. */
    public void read(Mapping root, Collector into) {
        List<Resource> resources = Resource.of(root);
        References references = new References(root, resources);
        for (Resource resource : resources) {
            String type = resource.type();
            if (type.startsWith("vault_")) {
                CloudResources.read(resource, references.resolved(resource.body()), into);
                vault.read(resource, references, resources, into);
            } else if (type.startsWith("kubernetes_") && !resource.data()) {
                kubernetes.read(resource, references, into);
            } else {
                CloudResources.read(resource, references.resolved(resource.body()), into);
            }
        }
    }
}
