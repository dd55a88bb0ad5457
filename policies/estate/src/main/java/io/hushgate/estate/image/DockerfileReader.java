package io.hushgate.estate.image;

import io.hushgate.estate.fact.BuildFact.ImageStep;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.shell.ShellReader;
import io.hushgate.estate.tree.Escapes;
import io.hushgate.estate.tree.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Dockerfile: what each instruction brings into the image, and the commands of {@code RUN}.
 */
public final class DockerfileReader {
    /** {@code NAME=value}, quoted or not, or the old {@code NAME value}. */
    private static final Pattern PAIR =
            Pattern.compile("([\\w.-]+)=(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|(?:[^\\s\\\\]|\\\\.)*)");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)");
    private static final Pattern MOUNT = Pattern.compile("--mount=(\\S+)");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]+@");
    private static final Pattern RUN_FLAGS =
            Pattern.compile(
                    "(?:\\s|\\\\\\r?\\n)*(?:--(?:mount|network|security)=\\S+(?:\\s|\\\\\\r?\\n)+)*");
    private static final Pattern FLAGS = Pattern.compile("(?:--\\w[\\w-]*(?:=\\S+)?\\s+)*");

    private final ShellReader shell;

    public DockerfileReader(ShellReader shell) {
        this.shell = shell;
    }

    public void read(Source file, Collector into) {
        List<Instruction> instructions = Instruction.of(file);
        Set<String> shipped = shipped(instructions);
        String stage = "";
        int number = -1;
        for (Instruction instruction : instructions) {
            if (instruction.keyword().equals("FROM")) {
                number++;
                stage = stageName(instruction, number);
            }
            new Step(stage, shipped.contains(stage), instruction, file, into).read();
        }
    }

    /** The last stage and those that it is built from. */
    private static Set<String> shipped(List<Instruction> instructions) {
        List<String> names = new ArrayList<>();
        List<String> bases = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (instruction.keyword().equals("FROM")) {
                names.add(stageName(instruction, names.size()));
                bases.add(base(instruction).toLowerCase(Locale.ROOT));
            }
        }
        Set<String> shipped = new HashSet<>();
        int at = names.size() - 1;
        while (at >= 0 && shipped.add(names.get(at))) {
            at = names.subList(0, at).lastIndexOf(bases.get(at));
        }
        return shipped;
    }

    private static String base(Instruction from) {
        for (String word : from.line().split("\\s+", -1)) {
            if (!word.startsWith("--")) {
                return word;
            }
        }
        return "";
    }

    private static String stageName(Instruction from, int number) {
        String[] words = from.line().split("\\s+", -1);
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equalsIgnoreCase("as")) {
                return words[i + 1].toLowerCase(Locale.ROOT);
            }
        }
        return Integer.toString(number);
    }

    /** One instruction on its way to facts. */
    private final class Step {
        private final String stage;
        private final boolean shipped;
        private final Instruction instruction;
        private final Source file;
        private final Collector into;

        Step(String stage, boolean shipped, Instruction instruction, Source file, Collector into) {
            this.stage = stage;
            this.shipped = shipped;
            this.instruction = instruction;
            this.file = file;
            this.into = into;
        }

        void read() {
            String line = instruction.line();
            switch (instruction.keyword()) {
                case "FROM" -> add(base(instruction), ValueClass.ABSENT, line);
                case "ARG", "ENV", "LABEL" -> pairs(line);
                case "COPY", "ADD" -> copied(line);
                case "USER" -> add(line, ValueClass.ABSENT, "");
                case "CMD", "ENTRYPOINT", "HEALTHCHECK" -> {
                    add("", ValueClass.ABSENT, line);
                    shell.read(plainCommand(), "Dockerfile", into);
                }
                case "RUN" -> {
                    run(line);
                    Source body = instruction.body();
                    Matcher flags = RUN_FLAGS.matcher(body.text());
                    int commands = flags.lookingAt() ? flags.end() : 0;
                    shell.read(body.slice(commands, body.text().length()), "Dockerfile", into);
                }
                default -> {}
            }
        }

        /** The words of an exec form as the words of a command. */
        private Source plainCommand() {
            Source body = instruction.body();
            String text = body.text();
            return text.strip().startsWith("[")
                    ? body.embedded(
                            text.replace('[', ' ').replace(']', ' ').replace(',', ' '),
                            0,
                            text.length(),
                            Escapes.NONE)
                    : body;
        }

        private void pairs(String line) {
            Matcher pair = PAIR.matcher(line);
            boolean any = false;
            while (pair.find()) {
                any = true;
                add(pair.group(1), ValueClassifier.of(unquoted(pair.group(2))), pair.group(2));
            }
            if (!any && !line.isEmpty()) {
                String[] words = line.split("\\s+", 2);
                boolean given = words.length > 1;
                ValueClass value = given ? ValueClassifier.of(words[1]) : ValueClass.ABSENT;
                add(words[0], value, given ? words[1] : "");
            }
        }

        private void copied(String line) {
            Matcher flags = FLAGS.matcher(line);
            String operands = flags.lookingAt() ? line.substring(flags.end()) : line;
            boolean between = flags.group().contains("--from=");
            List<String> words =
                    List.of(operands.replaceAll("[\\[\\],\"]", " ").strip().split("\\s+", -1));
            if (words.size() < 2 || between) {
                return;
            }
            boolean credentials = words.stream().anyMatch(word -> USER_INFO.matcher(word).find());
            into.add(
                    new ImageStep(
                            stage,
                            shipped,
                            instruction.keyword(),
                            "",
                            ValueClass.ABSENT,
                            variables(operands),
                            words.subList(0, words.size() - 1).stream()
                                    .map(word -> USER_INFO.matcher(word).replaceFirst("//"))
                                    .toList(),
                            words.getLast(),
                            List.of(),
                            credentials,
                            into.at(file.placeAt(instruction.offset()))));
        }

        private void run(String line) {
            List<String> mounts = new ArrayList<>();
            Matcher mount = MOUNT.matcher(line);
            while (mount.find()) {
                mounts.add(mounted(mount.group(1)));
            }
            into.add(
                    new ImageStep(
                            stage,
                            shipped,
                            "RUN",
                            "",
                            ValueClass.ABSENT,
                            variables(line),
                            List.of(),
                            "",
                            mounts,
                            false,
                            into.at(file.placeAt(instruction.offset()))));
        }

        /** {@code type=secret,id=x,target=/y} as {@code secret:/y}. */
        private static String mounted(String options) {
            String type = "bind";
            String target = "";
            String id = "";
            for (String option : options.split(",", -1)) {
                int equals = option.indexOf('=');
                String value = option.substring(equals + 1);
                switch (equals < 0 ? "" : option.substring(0, equals)) {
                    case "type" -> type = value;
                    case "target", "dst", "destination" -> target = value;
                    case "id" -> id = value;
                    default -> {}
                }
            }
            boolean implied = type.equals("secret") && target.isEmpty();
            return type + ":" + (implied ? "/run/secrets/" + id : target);
        }

        private void add(String name, ValueClass value, String text) {
            into.add(
                    new ImageStep(
                            stage,
                            shipped,
                            instruction.keyword(),
                            name,
                            value,
                            variables(text),
                            List.of(),
                            "",
                            List.of(),
                            false,
                            into.at(file.placeAt(instruction.offset()))));
        }

        private static List<String> variables(String text) {
            return VARIABLE.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }

        private static String unquoted(String text) {
            boolean quoted = text.length() >= 2 && (text.startsWith("\"") || text.startsWith("'"));
            return quoted ? text.substring(1, text.length() - 1) : text;
        }
    }
}
