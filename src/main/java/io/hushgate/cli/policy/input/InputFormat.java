package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.value.YamlProblem;
import io.hushgate.rego.value.YamlReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A format of configuration files. Names, and which files are taken for which format, are those of
 * conftest's parsers (conftest documentation, "Parsers").
 */
public enum InputFormat {
    CYCLONEDX(CycloneDxInput::read),
    DOCKERFILE(DockerfileInput::read),
    DOTENV(DotenvInput::read),
    EDN(EdnInput::read),
    HCL1(HclOneInput::read),
    HCL2(HclTwoInput::read),
    IGNORE(IgnoreInput::read),
    INI(IniInput::read),
    JSON(JsonReader.standard()::read),
    JSONC(text -> JsonReader.standard().read(JsonComments.blankedOut(text))),
    NGINX(NginxInput::read),
    PROPERTIES(PropertiesInput::read),
    TOML(TomlInput::read),
    XML(XmlInput::read),
    YAML(InputFormat::yaml);

    private static final String BYTE_ORDER_MARK = "\ufeff";

    @SuppressWarnings("ImmutableEnumChecker") // the readers are functions without state
    private final Function<String, Value> reader;

    InputFormat(Function<String, Value> reader) {
        this.reader = reader;
    }

    /**
     * Reads a text, past its byte order mark if it has one. An array at the root means several
     * documents, each an input of its own.
     *
     * @throws InputProblem if the text is not in this format
     */
    public Value read(String text) {
        try {
            return reader.apply(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (JsonProblem | YamlProblem e) {
            throw new InputProblem(String.valueOf(e.getMessage()));
        }
    }

    /** The name to ask for it by: {@code hcl2}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(InputFormat::id).collect(Collectors.joining(", "));
    }

    /** The format of a name such as {@code hcl2}. */
    public static Optional<InputFormat> named(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /** What stands in the way of a name that {@link #named} does not know, and what helps. */
    public static String whyNot(String id) {
        return switch (id) {
            case "cue" -> "not read here; export it before (cue export FILE) and test the JSON";
            case "jsonnet" -> "not read here; evaluate it before (jsonnet FILE) and test the JSON";
            case "hocon" -> "not read here; resolve it before and test the JSON";
            case "spdx" -> "not read here; convert it to SPDX's JSON and test that as json";
            case "groovy", "vcl" -> "not read here; conftest itself tests such files";
            case "textproto" -> "not read here; turn it into JSON by its schema and test that";
            default -> "no such format; choose one of " + ids();
        };
    }

    /**
     * The format that a file's name tells.
     *
     * @param fileName without directories
     */
    public static Optional<InputFormat> ofFile(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (name.equals("dockerfile") || name.startsWith("dockerfile.")) {
            return Optional.of(DOCKERFILE);
        }
        if (name.equals(".env") || name.startsWith(".env.")) {
            return Optional.of(DOTENV);
        }
        if (name.equals("nginx.conf")) {
            return Optional.of(NGINX);
        }
        if (!name.contains(".")) {
            return Optional.empty();
        }
        return switch (extension) {
            case "yml" -> Optional.of(YAML);
            case "hcl", "tf", "tfvars" -> Optional.of(HCL2);
            case "gitignore", "dockerignore" -> Optional.of(IGNORE);
            case "env" -> Optional.of(DOTENV);
            default -> named(extension);
        };
    }

    private static Value yaml(String text) {
        List<Value> documents = YamlReader.readAll(text);
        return documents.size() > 1 ? RegoArray.of(documents) : YamlReader.read(text);
    }
}
