package io.hushgate.source.image;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an image says in its configuration, as texts by part: its environment as a file of settings,
 * every step of its history as a line of a Dockerfile.
 */
final class ImageTexts {
    private ImageTexts() {}

    /** The parts of a configuration, {@code env}, {@code history 3}, ... */
    static Map<String, String> of(Json image) {
        Map<String, String> texts = new TreeMap<>();
        Json config = image.get("config");
        put(texts, "env", config.get("Env").texts());
        put(texts, "labels", pairs(Descriptor.texts(config.get("Labels"))));
        put(texts, "command", List.of(String.join(" ", config.get("Cmd").texts())));
        put(texts, "entrypoint", List.of(String.join(" ", config.get("Entrypoint").texts())));
        Json check = config.get("Healthcheck").get("Test");
        put(texts, "healthcheck", List.of(String.join(" ", check.texts())));
        put(texts, "onbuild", config.get("OnBuild").texts());
        put(texts, "comment", List.of(image.get("comment").text()));
        List<Json> history = image.get("history").elements();
        for (int i = 0; i < history.size(); i++) {
            String by = Instruction.of(history.get(i).get("created_by").text()).text();
            String comment = history.get(i).get("comment").text();
            put(texts, "history " + (i + 1), List.of(by, comment));
        }
        return texts;
    }

    /** Annotations, and what old manifests say in their place. */
    static Map<String, String> of(Map<String, String> annotations) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> rest = new TreeMap<>(annotations);
        annotations.forEach((name, value) -> {
            if (name.startsWith("history ")) {
                put(texts, name, List.of(Instruction.of(value).text()));
                rest.remove(name);
            }
        });
        put(texts, "annotations", pairs(rest));
        return texts;
    }

    /**
     * The build arguments in a provenance attestation: of BuildKit in the forms of SLSA 0.2 and 1.
     */
    static List<String> buildArguments(Json statement) {
        Json predicate = statement.get("predicate");
        Map<String, String> old =
                Descriptor.texts(predicate.get("invocation").get("parameters").get("args"));
        Map<String, String> newer =
                Descriptor.texts(
                        predicate
                                .get("buildDefinition")
                                .get("externalParameters")
                                .get("request")
                                .get("args"));
        Map<String, String> all = new TreeMap<>(old);
        all.putAll(newer);
        return all.entrySet().stream()
                .filter(argument -> argument.getKey().startsWith("build-arg:"))
                .map(argument ->
                        argument.getKey().substring("build-arg:".length())
                                + "="
                                + argument.getValue())
                .toList();
    }

    private static List<String> pairs(Map<String, String> map) {
        return map.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).toList();
    }

    private static void put(Map<String, String> texts, String part, List<String> lines) {
        String text = String.join("\n", lines.stream().filter(line -> !line.isEmpty()).toList());
        if (!text.isEmpty()) {
            texts.put(part, text + "\n");
        }
    }
}
