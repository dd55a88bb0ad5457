package io.hushgate.estate.kubernetes;

import io.hushgate.estate.fact.KubernetesFact.Argument;
import io.hushgate.estate.read.Naming;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds settings on a container's command line whose names speak of secrets: {@code --password=x},
 * {@code --token x}, {@code db.password=x}. A script that a shell gets as one argument is no
 * command line.
 */
final class ArgumentReader {
    private static final Pattern SETTING = Pattern.compile("(-{0,2}[A-Za-z][\\w.-]{0,63})=(\\S*)");
    private static final Pattern FLAG = Pattern.compile("--?[A-Za-z][\\w.-]{0,63}");

    private ArgumentReader() {}

    static List<Argument> read(Mapping container) {
        List<Scalar> words = new ArrayList<>(container.scalars("command"));
        words.addAll(container.scalars("args"));
        List<Argument> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Scalar word = words.get(i);
            Matcher setting = SETTING.matcher(word.text());
            if (setting.matches()) {
                add(setting.group(1), setting.group(2), word, found);
            } else if (FLAG.matcher(word.text()).matches()
                    && i + 1 < words.size()
                    && !words.get(i + 1).text().startsWith("-")) {
                add(word.text(), words.get(i + 1).text(), words.get(i + 1), found);
            }
        }
        return found;
    }

    private static void add(String name, String value, Scalar at, List<Argument> found) {
        if (Naming.isSecret(name)) {
            found.add(
                    new Argument(
                            name,
                            ValueClassifier.of(value),
                            at.place().line(),
                            at.place().column()));
        }
    }
}
