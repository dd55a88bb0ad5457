package io.hushgate.estate.terraform;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A {@code resource} or {@code data} block.
 *
 * @param data whether it only reads
 * @param file in which it stands
 * @param instance key of the instance of a loop; empty if there is none
 * @param each what the loop variables are in the instance
 */
record Resource(
        boolean data,
        String type,
        String name,
        Mapping body,
        Node at,
        String file,
        String instance,
        Map<String, Node> each) {

    /** One of the instances that a loop makes of it. */
    Resource instance(String key, Map<String, Node> variables) {
        return new Resource(data, type, name, body, at, file, key, variables);
    }

    /** How expressions name it. */
    String address() {
        return (data ? "data." : "") + type + "." + name;
    }

    /** All of a file, in HCL or JSON form. */
    static List<Resource> of(Mapping root, String file) {
        List<Resource> resources = new ArrayList<>();
        collect(root, "resource", false, file, resources);
        collect(root, "data", true, file, resources);
        return resources;
    }

    private static void collect(
            Mapping root, String keyword, boolean data, String file, List<Resource> resources) {
        for (Node node : root.all(keyword)) {
            if (node instanceof Block block && block.labels().size() == 2) {
                resources.add(
                        written(data, block.label(0), block.label(1), block.body(), block, file));
            } else if (node instanceof Mapping types) {
                for (Entry type : types.entries()) {
                    for (Entry one :
                            type.value().asMapping().map(Mapping::entries).orElse(List.of())) {
                        for (Node body : one.value().asItems()) {
                            body.asMapping()
                                    .ifPresent(map ->
                                            resources.add(
                                                    written(
                                                            data,
                                                            type.key().text(),
                                                            one.key().text(),
                                                            map,
                                                            one.key(),
                                                            file)));
                        }
                    }
                }
            }
        }
    }

    private static Resource written(
            boolean data, String type, String name, Mapping body, Node at, String file) {
        return new Resource(data, type, name, body, at, file, "", Map.of());
    }
}
