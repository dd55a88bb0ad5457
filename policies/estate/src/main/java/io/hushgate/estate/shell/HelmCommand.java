package io.hushgate.estate.shell;

import io.hushgate.estate.fact.ChartFact.Release;
import io.hushgate.estate.read.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code helm install} and {@code helm upgrade}: which chart runs where, under which name.
 */
final class HelmCommand {
    private static final Set<String> WITHOUT_VALUE =
            Set.of(
                    "install",
                    "i",
                    "wait",
                    "atomic",
                    "debug",
                    "dry-run",
                    "create-namespace",
                    "reuse-values",
                    "reset-values",
                    "force",
                    "devel",
                    "dependency-update",
                    "verify");

    void read(Command command, Collector into) {
        List<Word> words = command.words();
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean installs = words.get(i + 1).is("install") || words.get(i + 1).is("upgrade");
            if (words.get(i).is("helm") && installs) {
                release(
                        words.get(i),
                        Flags.of(words.subList(i + 2, words.size()), WITHOUT_VALUE),
                        into);
                return;
            }
        }
    }

    private static void release(Word at, Flags flags, Collector into) {
        List<String> operands = flags.operands().stream().map(Word::text).toList();
        if (operands.size() < 2) {
            return;
        }
        String chart = operands.get(1);
        List<String> values = new ArrayList<>();
        for (String flag : List.of("f", "values")) {
            flags.all(flag).forEach(file -> values.addAll(List.of(file.text().split(",", -1))));
        }
        List<String> sets = new ArrayList<>();
        for (String flag : List.of("set", "set-string", "set-file")) {
            for (Word set : flags.all(flag)) {
                for (String one : set.text().split(",", -1)) {
                    int equals = one.indexOf('=');
                    sets.add(equals < 0 ? one : one.substring(0, equals));
                }
            }
        }
        into.add(
                new Release(
                        "helm",
                        operands.getFirst(),
                        flags.text("n", "namespace"),
                        chart.substring(chart.lastIndexOf('/') + 1),
                        flags.text("version"),
                        values,
                        sets,
                        into.at(at.origin().place(), !operands.getFirst().contains("$"))));
    }
}
