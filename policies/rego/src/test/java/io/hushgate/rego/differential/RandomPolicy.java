package io.hushgate.rego.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random modules. Each rule refers to earlier ones only and binds what it reads, so that most
 * modules compile; statements are shuffled, so that the compiler has to put them in order again.
 */
final class RandomPolicy {
    private static final String[] CONSTANTS = {
        "0",
        "1",
        "2",
        "\"a\"",
        "\"b\"",
        "\"c\"",
        "true",
        "false",
        "null",
        "[1, 2]",
        "{\"a\": 1}",
        "[]"
    };

    private final Random random;
    private final List<String> values = new ArrayList<>();
    private final List<String> sets = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private int locals;

    RandomPolicy(Random random) {
        this.random = random;
    }

    /** The text of a module. */
    String module(String packageName) {
        StringBuilder text = new StringBuilder("package ").append(packageName).append("\n\n");
        int rules = 4 + random.nextInt(6);
        for (int i = 0; i < rules; i++) {
            text.append(rule("r" + i)).append("\n");
        }
        return text.toString();
    }

    private String rule(String name) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> complete(name);
            case 2, 3, 4 -> partialSet(name);
            case 5, 6 -> partialObject(name);
            case 7 -> function(name);
            case 8 -> boolRule(name);
            default -> generalRef(name);
        };
    }

    private String complete(String name) {
        StringBuilder text = new StringBuilder();
        if (random.nextBoolean()) {
            text.append("default ").append(name).append(" := ").append(constant()).append("\n\n");
        }
        Body body = new Body(List.of());
        body.fill(1 + random.nextInt(3));
        text.append("%s := %s if {\n%s}".formatted(name, body.operand(1), body.text()));
        if (random.nextInt(3) == 0) {
            Body other = new Body(List.of());
            other.fill(1 + random.nextInt(2));
            text.append(" else := %s if {\n%s}".formatted(other.operand(1), other.text()));
        }
        values.add(name);
        return text.append("\n").toString();
    }

    private String boolRule(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            Body body = new Body(List.of());
            body.fill(1 + random.nextInt(3));
            text.append("%s if {\n%s}\n\n".formatted(name, body.text()));
        }
        values.add(name);
        return text.toString();
    }

    private String partialSet(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            Body body = new Body(List.of());
            body.fill(1 + random.nextInt(3));
            text.append(
                    "%s contains %s if {\n%s}\n\n".formatted(name, body.operand(1), body.text()));
        }
        sets.add(name);
        return text.toString();
    }

    private String partialObject(String name) {
        Body body = new Body(List.of());
        body.fill(1 + random.nextInt(3));
        String key = body.variable();
        String text = "%s[%s] := %s if {\n%s}\n".formatted(name, key, body.operand(1), body.text());
        objects.add(name);
        return text;
    }

    private String generalRef(String name) {
        StringBuilder text = new StringBuilder();
        Body body = new Body(List.of());
        body.fill(1 + random.nextInt(3));
        text.append(
                "%s[%s].x contains %s if {\n%s}\n\n"
                        .formatted(name, body.variable(), body.operand(0), body.text()));
        if (random.nextBoolean()) {
            text.append("%s.a.x contains %s\n".formatted(name, constant()));
        }
        objects.add(name);
        return text.toString();
    }

    private String function(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            String first = random.nextInt(4) == 0 ? constant() : "p" + locals++;
            String second = "p" + locals++;
            List<String> bound = new ArrayList<>(List.of(second));
            if (first.startsWith("p")) {
                bound.add(first);
            }
            Body body = new Body(bound);
            body.fill(1 + random.nextInt(2));
            text.append(
                    "%s(%s, %s) := %s if {\n%s}\n\n"
                            .formatted(name, first, second, body.operand(1), body.text()));
        }
        functions.add(name);
        return text.toString();
    }

    private String constant() {
        return CONSTANTS[random.nextInt(CONSTANTS.length)];
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Statements, and the variables that they bind. */
    private final class Body {
        private final List<String> statements = new ArrayList<>();
        private final List<String> bound;
        private final List<String> declared = new ArrayList<>();

        Body(List<String> bound) {
            this.bound = new ArrayList<>(bound);
        }

        void fill(int count) {
            for (int i = 0; i < count; i++) {
                statements.add(statement());
            }
        }

        String text() {
            StringBuilder text = new StringBuilder();
            finished().forEach(s -> text.append('\t').append(s).append('\n'));
            return text.toString();
        }

        String inline() {
            return String.join("; ", finished());
        }

        /** The statements in an order in which they may stand; declared variables must be used. */
        private List<String> finished() {
            List<String> all = new ArrayList<>(statements);
            if (all.stream().noneMatch(s -> s.contains(":=") || s.contains("some "))) {
                Collections.shuffle(all, random);
            }
            if (all.isEmpty()) {
                all.add("true");
            }
            if (!declared.isEmpty()) {
                all.add("_ = [" + String.join(", ", declared) + "]");
            }
            return all;
        }

        /** A bound variable; binds one when there is none. */
        String variable() {
            if (bound.isEmpty()) {
                statements.add(binding());
            }
            return pick(bound);
        }

        private String fresh() {
            return "v" + locals++;
        }

        private String statement() {
            return switch (random.nextInt(15)) {
                case 0, 1, 2, 3 -> binding();
                case 4 -> operand(1) + pick(List.of(" == ", " != ", " < ", " >= ")) + operand(1);
                case 5 -> reference(variable());
                case 6 -> "not " + negatable();
                case 7 -> every();
                case 8 -> "%s in %s".formatted(operand(0), collection());
                case 9 -> pattern();
                case 10 -> withModifier();
                case 11 -> comprehensionBinding();
                case 12 ->
                        "count(%s) %s %d"
                                .formatted(
                                        collection(), pick(List.of(">", "==")), random.nextInt(3));
                case 13 -> call();
                default -> collection();
            };
        }

        private String binding() {
            String variable = fresh();
            String text =
                    switch (random.nextInt(6)) {
                        case 0 -> {
                            String domain = collection();
                            declared.add(variable);
                            yield "some %s in %s".formatted(variable, domain);
                        }
                        case 1 -> {
                            String key = fresh();
                            String domain = collection();
                            bound.add(key);
                            declared.add(key);
                            declared.add(variable);
                            yield "some %s, %s in %s".formatted(key, variable, domain);
                        }
                        case 2 -> {
                            String value = operand(2);
                            declared.add(variable);
                            yield "%s := %s".formatted(variable, value);
                        }
                        case 3 -> "%s = %s".formatted(variable, collection());
                        case 4 -> "%s[%s]".formatted(collection(), variable);
                        default -> {
                            String key = fresh();
                            String domain = collection();
                            bound.add(key);
                            yield "%s = %s[%s]".formatted(variable, domain, key);
                        }
                    };
            bound.add(variable);
            return text;
        }

        private String pattern() {
            String variable = fresh();
            String other = fresh();
            String text =
                    switch (random.nextInt(3)) {
                        case 0 -> "[%s, %s] = %s".formatted(variable, other, unknown());
                        case 1 ->
                                "{\"a\": %s, \"b\": %s} = %s".formatted(variable, other, unknown());
                        default ->
                                "[%s, %s] = [%s, %s]"
                                        .formatted(variable, operand(0), operand(0), other);
                    };
            bound.add(variable);
            bound.add(other);
            return text;
        }

        /** Something of which the compiler does not know the type. */
        private String unknown() {
            return bound.isEmpty() || random.nextBoolean()
                    ? "input." + pick(List.of(RandomDocument.KEYS))
                    : "input[%s]".formatted(pick(bound));
        }

        private String negatable() {
            return switch (random.nextInt(4)) {
                case 0 -> operand(1) + " == " + operand(1);
                case 1 -> "%s in %s".formatted(operand(0), collection());
                case 2 -> bound.isEmpty() ? collection() : reference(pick(bound));
                default -> values.isEmpty() ? "input.a" : pick(values);
            };
        }

        private String every() {
            Body inner = new Body(bound);
            String element = fresh();
            String domain = collection();
            inner.bound.add(element);
            return "every %s in %s { %s != %s }"
                    .formatted(element, domain, element, inner.operand(0));
        }

        private String withModifier() {
            String target = pick(List.of("input", "input.a", "input.b.c", "data.base.a"));
            String what = values.isEmpty() ? "input.a" : pick(values);
            String replacement = operand(0);
            if (random.nextBoolean()) {
                return "%s with %s as %s".formatted(what, target, replacement);
            }
            String variable = fresh();
            bound.add(variable);
            return "%s = %s with %s as %s".formatted(variable, what, target, replacement);
        }

        private String comprehensionBinding() {
            String variable = fresh();
            String text = variable + " := " + comprehension();
            bound.add(variable);
            declared.add(variable);
            return text;
        }

        private String comprehension() {
            Body inner = new Body(bound);
            inner.statements.add(inner.binding());
            if (random.nextBoolean()) {
                inner.statements.add(inner.statement());
            }
            return switch (random.nextInt(3)) {
                case 0 -> "[%s | %s]".formatted(inner.operand(0), inner.inline());
                case 1 -> "{%s | %s}".formatted(inner.operand(0), inner.inline());
                default ->
                        "{%s: %s | %s}"
                                .formatted(inner.operand(0), inner.operand(0), inner.inline());
            };
        }

        private String call() {
            if (functions.isEmpty()) {
                return "input";
            }
            String arguments = "(%s, %s)".formatted(operand(0), operand(0));
            if (random.nextBoolean()) {
                return pick(functions) + arguments;
            }
            String variable = fresh();
            String text = "%s = %s%s".formatted(variable, pick(functions), arguments);
            bound.add(variable);
            return text;
        }

        /** Something with a value, all of whose variables are bound. */
        String operand(int depth) {
            int kind = random.nextInt(depth > 0 ? 9 : 5);
            return switch (kind) {
                case 0, 1 -> constant();
                case 2, 3 -> bound.isEmpty() ? "input.a" : pick(bound);
                case 4 -> "input." + RandomDocument.KEYS[random.nextInt(4)];
                case 5 -> bound.isEmpty() ? constant() : reference(pick(bound));
                case 6 -> "[%s, %s]".formatted(operand(depth - 1), operand(depth - 1));
                case 7 -> values.isEmpty() ? "input.b" : pick(values);
                default -> collection();
            };
        }

        private String collection() {
            return switch (random.nextInt(9)) {
                case 0, 1 -> "input." + RandomDocument.KEYS[random.nextInt(4)];
                case 2 -> "data.base." + RandomDocument.KEYS[random.nextInt(4)];
                case 3 -> sets.isEmpty() ? "input" : pick(sets);
                case 4 -> objects.isEmpty() ? "input.c" : pick(objects);
                case 5 -> "{%s, %s}".formatted(constant(), constant());
                case 6 -> "{\"a\": %s, \"b\": %s}".formatted(operand(0), operand(0));
                case 7 -> bound.isEmpty() ? "input.d" : reference(pick(bound));
                default -> "[%s, %s]".formatted(operand(0), operand(0));
            };
        }

        private String reference(String variable) {
            return switch (random.nextInt(6)) {
                case 0 -> "input[%s]".formatted(variable);
                case 1 -> "input.%s[%s]".formatted(pick(List.of(RandomDocument.KEYS)), variable);
                case 2 -> sets.isEmpty() ? "input.a" : "%s[%s]".formatted(pick(sets), variable);
                case 3 ->
                        objects.isEmpty() ? "input.b" : "%s[%s]".formatted(pick(objects), variable);
                case 4 -> "%s.%s".formatted(variable, pick(List.of(RandomDocument.KEYS)));
                default -> "data.base[%s]".formatted(variable);
            };
        }
    }
}
