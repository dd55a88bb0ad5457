package io.hushgate.cli.policy;

import io.hushgate.cli.policy.conftest.ConftestInput;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows files as policies see them, as {@code conftest parse} does. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        defaultValueProvider = ConftestDefaults.class,
        description = {
            "Prints files as policies see them: one as it is, several under their names.",
            "",
            "Exit codes: 0; 1 for what cannot be read.",
            ""
        },
        footer = {"", "Example:", "  hushgate policy conftest parse Dockerfile"})
final class ConftestParseCommand implements Callable<Integer> {
    private static final JsonWriter SPACES = new JsonWriter(true, "", "  ", true);
    private static final JsonWriter TABS = new JsonWriter(true, "", "\t", true);

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or -")
    private List<String> paths = List.of();

    @Option(names = "--combine", description = "Print all files as one: [{path, contents}].")
    private boolean combine;

    @Mixin private ParserOption parser = new ParserOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return ConftestShared.guarded(spec.commandLine().getErr(), this::parse);
    }

    private int parse() {
        List<ConftestInput> inputs = parser.files(_ -> false, "-").read(paths);
        PrintWriter out = spec.commandLine().getOut();
        if (combine) {
            Value combined = ConftestInput.combined(inputs).documents().getFirst();
            out.println(TABS.write(combined) + "\n");
        } else if (inputs.size() == 1) {
            out.println(SPACES.write(inputs.getFirst().parsed()));
        } else {
            RegoObject.Builder all = RegoObject.builder();
            inputs.forEach(input -> all.put(input.name(), input.parsed()));
            out.println(SPACES.write(all.build()));
        }
        out.flush();
        return 0;
    }
}
