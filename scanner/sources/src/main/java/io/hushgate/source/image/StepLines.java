package io.hushgate.source.image;

import io.hushgate.source.dockerfile.Dockerfile;
import io.hushgate.source.dockerfile.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of Dockerfiles that made the steps of an image. A stage is taken for the image's when
 * each of its instructions is a step at the end of the history, in order; nothing is guessed from a
 * few that agree. {@code ARG} may be missing, for some builders leave it out.
 */
final class StepLines {
    private final Map<Integer, String> lines;

    private StepLines(Map<Integer, String> lines) {
        this.lines = lines;
    }

    /**
     * Holds Dockerfiles against a history. The stage with the most steps counts, and none where two
     * have as many.
     */
    static StepLines of(List<Image.Step> history, List<Dockerfile> dockerfiles) {
        int most = 0;
        Set<Map<Integer, String>> best = new HashSet<>();
        for (Dockerfile dockerfile : dockerfiles) {
            for (List<Step> stage : dockerfile.stages()) {
                Map<Integer, String> lines = lines(history, dockerfile.name(), stage);
                if (lines.size() > most) {
                    most = lines.size();
                    best.clear();
                }
                if (lines.size() == most) {
                    best.add(lines);
                }
            }
        }
        return new StepLines(best.size() == 1 ? best.iterator().next() : Map.of());
    }

    private static Map<Integer, String> lines(
            List<Image.Step> history, String name, List<Step> stage) {
        Map<Integer, String> lines = new HashMap<>();
        int at = history.size() - 1;
        for (Step step : stage.reversed()) {
            if (at >= 0 && made(step, history.get(at).instruction())) {
                lines.put(history.get(at).number(), name + ":" + step.line());
                at--;
            } else if (!step.verb().equals("ARG")) {
                return Map.of();
            }
        }
        return lines;
    }

    private static boolean made(Step step, Instruction instruction) {
        return step.made(instruction.verb(), instruction.operands());
    }

    /**
     * The line that made a step, {@code Dockerfile:12}.
     *
     * @param number of the step in the history, from 1
     */
    Optional<String> of(int number) {
        return Optional.ofNullable(lines.get(number));
    }
}
