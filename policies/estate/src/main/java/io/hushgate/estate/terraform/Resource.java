package io.hushgate.estate.terraform;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code resource} or {@code data} block.
 *
 * @param data whether it only reads
 */
record Resource(boolean data, String type, String name, Mapping body, Node at) {

    /** How expressions name it. */
    String address() {
        return (data ? "data." : "") + type + "." + name;
    }

    /** All of a file, in HCL or JSON form. */
    static List<Resource> of(Mapping root) {
        List<Resource> resources = new ArrayList<>();
        collect(root, "resource", false, resources);
        collect(root, "data", true, resources);
        return resources;
    }

    private static void collect(
            Mapping root, String keyword, boolean data, List<Resource> resources) {
        for (Node node : root.all(keyword)) {
            if (node instanceof Block block && block.labels().size() == 2) {
                resources.add(
                        new Resource(data, block.label(0), block.label(1), block.body(), block));
            } else if (node instanceof Mapping types) {
                for (Entry type : types.entries()) {
                    for (Entry one :
                            type.value().asMapping().map(Mapping::entries).orElse(List.of())) {
                        for (Node body : one.value().asItems()) {
                            body.asMapping()
                                    .ifPresent(map ->
                                            resources.add(
                                                    new Resource(
                                                            data,
                                                            type.key().text(),
                                                            one.key().text(),
                                                            map,
                                                            one.key())));
                        }
                    }
                }
            }
        }
    }
}
