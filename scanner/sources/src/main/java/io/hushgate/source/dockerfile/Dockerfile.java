package io.hushgate.source.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A Dockerfile as what its stages are made by.
 *
 * @param name as reports show it
 * @param stages every stage with the steps of those that it begins from, in order; what its base
 *     image was made by is elsewhere
 */
public record Dockerfile(String name, List<List<Step>> stages) {
    public Dockerfile {
        stages = stages.stream().map(List::copyOf).toList();
    }

    /** Reads a Dockerfile; what is none has no stages. */
    public static Dockerfile of(String name, String text) {
        List<List<Step>> stages = new ArrayList<>();
        Map<String, List<Step>> named = new HashMap<>();
        for (DockerfileLines.Instruction instruction : DockerfileLines.of(text)) {
            Step step = Step.of(instruction);
            if (step.verb().equals("FROM")) {
                String[] words = step.text().toLowerCase(Locale.ROOT).split(" ", -1);
                List<Step> stage = new ArrayList<>(named.getOrDefault(words[0], List.of()));
                stages.add(stage);
                if (words.length == 3 && words[1].equals("as")) {
                    named.put(words[2], stage);
                }
            } else if (!stages.isEmpty()) {
                stages.getLast().add(step);
            }
        }
        return new Dockerfile(name, stages);
    }
}
