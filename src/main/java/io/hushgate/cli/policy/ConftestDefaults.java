package io.hushgate.cli.policy;

import io.hushgate.cli.policy.conftest.ConftestProblem;
import io.hushgate.cli.policy.input.InputFormat;
import io.hushgate.cli.policy.input.InputProblem;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Defaults of options as conftest finds them: in the environment as {@code CONFTEST_FAIL_ON_WARN},
 * else in the configuration file as {@code fail-on-warn}. The file is that of {@code
 * --config-file}, else {@code conftest.toml}, {@code .yaml}, {@code .yml} or {@code .json} in the
 * working directory.
 */
final class ConftestDefaults implements IDefaultValueProvider {
    static final String CONFIG_FILE = "--config-file";

    private static final List<String> FILES =
            List.of("conftest.toml", "conftest.yaml", "conftest.yml", "conftest.json");

    private @Nullable RegoObject configuration;

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName();
        if (!name.startsWith("--") || name.equals(CONFIG_FILE)) {
            return null;
        }
        String key = name.substring(2);
        String variable = "CONFTEST_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
        String environment = System.getenv(variable);
        if (environment != null && !environment.isEmpty()) {
            return environment;
        }
        if (configuration == null) {
            configuration = read(option.command().findOption(CONFIG_FILE));
        }
        Value value = configuration.get(RegoString.of(key));
        return value == null ? null : text(value);
    }

    private static String text(Value value) {
        if (value instanceof RegoArray array) {
            List<String> texts = new ArrayList<>();
            array.forEach(element -> texts.add(text(element)));
            return String.join(",", texts);
        }
        return value instanceof RegoString text ? text.value() : value.toString();
    }

    private static RegoObject read(@Nullable OptionSpec option) {
        String named = option == null ? null : option.getValue();
        if (named != null) {
            return read(Path.of(named));
        }
        for (String name : FILES) {
            if (Files.isRegularFile(Path.of(name))) {
                return read(Path.of(name));
            }
        }
        return RegoObject.EMPTY;
    }

    private static RegoObject read(Path file) {
        InputFormat format =
                InputFormat.ofFile(String.valueOf(file.getFileName())).orElse(InputFormat.TOML);
        try {
            if (format.read(Files.readString(file)) instanceof RegoObject object) {
                return object;
            }
            throw new ConftestProblem(file + ": holds no settings; write one KEY = VALUE a line");
        } catch (IOException e) {
            throw new ConftestProblem(file + ": the configuration cannot be read; check the path");
        } catch (InputProblem e) {
            throw new ConftestProblem("%s: %s".formatted(file, e.getMessage()));
        }
    }
}
