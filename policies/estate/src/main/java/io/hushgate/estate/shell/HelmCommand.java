package io.hushgate.estate.shell;

import io.hushgate.estate.fact.ChartFact.Release;
import io.hushgate.estate.read.Collector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final List<String> SETTING =
            List.of("set", "set-string", "set-file", "set-json", "set-literal");

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

    /** Text stays text by {@code --set-string}; only {@code --set} knows switches. */
    private static void set(
            String setting, boolean typed, List<String> sets, Map<String, Boolean> switches) {
        int equals = setting.indexOf('=');
        String key = equals < 0 ? setting : setting.substring(0, equals);
        String value = equals < 0 ? "" : setting.substring(equals + 1);
        sets.add(key);
        if (typed && (value.equals("true") || value.equals("false"))) {
            switches.put(key, value.equals("true"));
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
        Map<String, Boolean> switches = new HashMap<>();
        for (String flag : SETTING) {
            for (Word set : flags.all(flag)) {
                // A document of JSON has commas of its own.
                int most = flag.equals("set-json") ? 1 : -1;
                for (String one : set.text().split(",", most)) {
                    set(one, flag.equals("set"), sets, switches);
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
                        switches,
                        into.at(at.origin().place(), !operands.getFirst().contains("$"))));
    }
}
