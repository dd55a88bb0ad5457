package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.source.dockerfile.DockerfileLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads Dockerfiles: {@code [[{Cmd, SubCmd, JSON, Flags, Value, Stage}]]}, an entry an instruction
 * and one each comment, {@code Stage} counting {@code FROM}s from 0. The outer array is one
 * document. Variables are not filled in.
 */
final class DockerfileInput {
    private final List<Value> commands = new ArrayList<>();
    private int stages;

    private DockerfileInput() {}

    static Value read(String text) {
        DockerfileInput input = new DockerfileInput();
        DockerfileLines.of(text).forEach(input::instruction);
        return RegoArray.of(RegoArray.of(input.commands));
    }

    private void instruction(DockerfileLines.Instruction instruction) {
        String word = firstWord(instruction.text());
        String command = word.toLowerCase(Locale.ROOT);
        stages += command.equals("from") ? 1 : 0;
        for (String comment : instruction.comments()) {
            commands.add(
                    command(
                            "comment",
                            "",
                            false,
                            RegoNull.NULL,
                            RegoArray.of(RegoString.of(comment))));
        }
        String rest = instruction.text().substring(word.length()).strip();
        if (!command.equals("onbuild")) {
            add(command, "", rest);
            return;
        }
        String inner = firstWord(rest);
        add(command, inner.toUpperCase(Locale.ROOT), rest.substring(inner.length()).strip());
    }

    private void add(String command, String subCommand, String rest) {
        List<String> flags = new ArrayList<>();
        String arguments = rest;
        while (arguments.startsWith("--")) {
            String flag = firstWord(arguments);
            flags.add(flag);
            arguments = arguments.substring(flag.length()).strip();
        }
        String kind = subCommand.isEmpty() ? command : subCommand.toLowerCase(Locale.ROOT);
        boolean health = kind.equals("healthcheck");
        String program = health ? arguments.substring(firstWord(arguments).length()) : arguments;
        Optional<List<String>> json = takesJson(kind) ? words(program.strip()) : Optional.empty();
        List<String> values = new ArrayList<>();
        if (health) {
            values.add(firstWord(arguments).toUpperCase(Locale.ROOT));
        }
        values.addAll(json.orElseGet(() -> values(kind, program.strip())));
        commands.add(
                command(
                        command,
                        subCommand,
                        json.isPresent(),
                        texts(flags),
                        values.isEmpty() ? RegoNull.NULL : texts(values)));
    }

    private static boolean takesJson(String command) {
        return switch (command) {
            case "run", "cmd", "entrypoint", "shell", "copy", "add", "volume", "healthcheck" ->
                    true;
            default -> false;
        };
    }

    private static List<String> values(String command, String arguments) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        return switch (command) {
            case "from", "copy", "add", "volume", "expose" ->
                    List.of(arguments.split("[\\t\\x0B\\f\\r ]+", -1));
            case "arg" -> ShellWords.of(arguments);
            case "env", "label" -> pairs(arguments);
            default -> List.of(arguments);
        };
    }

    /** Name, value and what stands between them; the older form has one pair and a blank. */
    private static List<String> pairs(String arguments) {
        List<String> words = ShellWords.of(arguments);
        if (!words.getFirst().contains("=")) {
            String name = words.getFirst();
            return List.of(name, arguments.substring(name.length()).strip(), "");
        }
        List<String> pairs = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            pairs.add(equals < 0 ? word : word.substring(0, equals));
            pairs.add(equals < 0 ? "" : word.substring(equals + 1));
            pairs.add("=");
        }
        return pairs;
    }

    /** The strings of a JSON array, if that is what the text is. */
    private static Optional<List<String>> words(String text) {
        if (!text.startsWith("[")) {
            return Optional.empty();
        }
        try {
            List<String> words = new ArrayList<>();
            if (!(JsonReader.standard().read(text) instanceof RegoArray array)) {
                return Optional.empty();
            }
            for (Value value : array) {
                if (!(value instanceof RegoString word)) {
                    return Optional.empty();
                }
                words.add(word.value());
            }
            return Optional.of(words);
        } catch (JsonProblem notJson) {
            return Optional.empty();
        }
    }

    private Value command(
            String command, String subCommand, boolean json, Value flags, Value value) {
        return RegoObject.builder()
                .put("Cmd", RegoString.of(command))
                .put("SubCmd", RegoString.of(subCommand))
                .put("JSON", RegoBoolean.of(json))
                .put("Flags", flags)
                .put("Value", value)
                .put("Stage", RegoNumber.of(Math.max(0, stages - 1)))
                .build();
    }

    private static Value texts(List<String> texts) {
        return RegoArray.of(texts.stream().map(RegoString::of).toList());
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
