package io.hushgate.rego.load;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.syntax.ParserOptions;
import io.hushgate.rego.value.RegoObject;
import java.util.List;
import java.util.stream.Collectors;

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
     * Parses the modules, in the version that the manifest names if it names one.
     *
     * @param options for bundles whose manifest names no version
     * @throws io.hushgate.rego.ast.RegoException with what is wrong in all of them
     * @throws LoadProblem if a package lies outside of the roots
     */
    public List<Module> parse(ParserOptions options) {
        List<Module> parsed = SourceFile.parse(modules, versioned(options));
        parsed.forEach(this::checkPackage);
        return parsed;
    }

    private ParserOptions versioned(ParserOptions options) {
        if (manifest.regoVersion().isEmpty()) {
            return options;
        }
        RegoVersion version =
                manifest.regoVersion().getAsInt() == 0 ? RegoVersion.V0 : RegoVersion.V1;
        return new ParserOptions(version, options.features(), options.builtins());
    }

    private void checkPackage(Module module) {
        String path =
                module.packageClause().path().path().stream()
                        .map(key -> key instanceof Scalar.Text text ? text.value() : key.toString())
                        .collect(Collectors.joining("/"));
        if (!manifest.roots().own(path)) {
            throw new LoadProblem(
                    module.location().file(),
                    "manifest roots %s do not permit 'package %s'"
                            .formatted(manifest.roots().paths(), path.replace('/', '.')));
        }
    }

    /**
     * Joins the data of bundles.
     *
     * @param besides data that come from elsewhere
     * @throws LoadProblem if two bundles own the same part of {@code data}, or if the other data
     *     set what a bundle sets
     */
    public static RegoObject data(List<Bundle> bundles, RegoObject besides) {
        BaseDocument data = new BaseDocument();
        data.add("the data beside the bundles", List.of(), besides);
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
            data.add(bundle.name, List.of(), bundle.data);
        }
        return data.build();
    }
}
