package io.hushgate.rego.load;

import io.hushgate.rego.value.RegoObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A bundle that was read.
 *
 * @param name where it came from
 */
public record Bundle(String name, Manifest manifest, List<SourceFile> modules, RegoObject data) {
    public Bundle {
        modules = List.copyOf(modules);
    }

    /**
     * Checks that a package lies within the roots; to be called once a module is parsed.
     *
     * @param path the keys below {@code data}
     * @throws LoadProblem if it does not
     */
    public void checkPackage(SourceFile module, List<String> path) {
        if (!manifest.roots().own(String.join("/", path))) {
            throw new LoadProblem(
                    module.name(),
                    "manifest roots %s do not permit 'package %s'"
                            .formatted(manifest.roots().paths(), String.join(".", path)));
        }
    }

    /**
     * Joins bundles into what the engine needs.
     *
     * @throws LoadProblem if two of them own the same part of {@code data}
     */
    public static Loaded join(List<Bundle> bundles) {
        List<SourceFile> modules = new ArrayList<>();
        BaseDocument data = new BaseDocument();
        for (int i = 0; i < bundles.size(); i++) {
            Bundle bundle = bundles.get(i);
            for (Bundle other : bundles.subList(0, i)) {
                String overlap = bundle.manifest.roots().overlap(other.manifest.roots());
                if (overlap != null) {
                    throw new LoadProblem(
                            bundle.name,
                            "overlaps with bundle %s in root '%s'; give each bundle roots of its own"
                                    .formatted(other.name, overlap));
                }
            }
            modules.addAll(bundle.modules);
            data.add(bundle.name, List.of(), bundle.data);
        }
        modules.sort(Comparator.comparing(SourceFile::name));
        return new Loaded(modules, data.build());
    }
}
