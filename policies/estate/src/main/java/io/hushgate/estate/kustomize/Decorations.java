package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;

/** {@code commonLabels}, {@code labels}, {@code commonAnnotations} and {@code images}. */
final class Decorations {
    private Decorations() {}

    static Mapping apply(Mapping object, Mapping kustomization) {
        Mapping after = object;
        Mapping common = kustomization.mapping("commonLabels");
        if (!common.entries().isEmpty()) {
            after = labelled(after, common, true, true);
        }
        for (Mapping labels : kustomization.mappings("labels")) {
            boolean selectors = labels.text("includeSelectors").equals("true");
            boolean templates = selectors || labels.text("includeTemplates").equals("true");
            after = labelled(after, labels.mapping("pairs"), templates, selectors);
        }
        Mapping annotations = kustomization.mapping("commonAnnotations");
        if (!annotations.entries().isEmpty()) {
            List<String> template = PodFields.template(object.text("kind"));
            after = added(after, List.of("metadata", "annotations"), annotations);
            if (!template.isEmpty()) {
                List<String> path = PodFields.below(template, "metadata", "annotations");
                after = added(after, path, annotations);
            }
        }
        List<String> pod = PodFields.spec(object.text("kind"));
        for (Mapping image : kustomization.mappings("images")) {
            for (String containers : List.of("containers", "initContainers")) {
                if (!pod.isEmpty()) {
                    List<String> path = PodFields.below(pod, containers, "image");
                    after = Edit.at(after, path, node -> image(node, image));
                }
            }
        }
        return after;
    }

    private static Mapping labelled(
            Mapping object, Mapping labels, boolean templates, boolean selectors) {
        List<String> template = PodFields.template(object.text("kind"));
        Mapping after = added(object, List.of("metadata", "labels"), labels);
        if (templates && !template.isEmpty()) {
            after = added(after, PodFields.below(template, "metadata", "labels"), labels);
        }
        if (selectors) {
            for (List<String> path :
                    List.of(
                            List.of("spec", "selector", "matchLabels"),
                            List.of("spec", "podSelector", "matchLabels"))) {
                after = Edit.at(after, path, node -> all(node, labels));
            }
            if (object.text("kind").equals("Service")) {
                after = Edit.at(after, List.of("spec", "selector"), node -> all(node, labels));
            }
        }
        return after;
    }

    private static Mapping added(Mapping object, List<String> path, Mapping pairs) {
        Mapping here = object.at(path.toArray(String[]::new));
        return Edit.put(object, path, all(here, pairs));
    }

    private static Node all(Node node, Mapping pairs) {
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        Mapping after = mapping;
        for (Entry pair : pairs.entries()) {
            Node value = pair.value().standingAt(mapping.place());
            after = Edit.with(after, pair.key().text(), value);
        }
        return after;
    }

    /** Another name, tag or digest for an image. */
    private static Node image(Node node, Mapping change) {
        if (!(node instanceof Scalar written)) {
            return node;
        }
        String text = written.text();
        int at = text.indexOf('@');
        String tagged = at < 0 ? text : text.substring(0, at);
        int colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
        String name = colon < 0 ? tagged : tagged.substring(0, colon);
        if (!name.equals(change.text("name"))) {
            return node;
        }
        String newName = change.text("newName").isEmpty() ? name : change.text("newName");
        String rest = text.substring(name.length());
        if (!change.text("digest").isEmpty()) {
            rest = "@" + change.text("digest");
        } else if (!change.text("newTag").isEmpty()) {
            rest = ":" + change.text("newTag");
        }
        return Edit.reworded(written, newName + rest);
    }
}
