package io.hushgate.cli.policy;

import io.hushgate.rego.builtin.Capabilities;
import io.hushgate.rego.value.JsonWriter;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what policies may use, as {@code opa capabilities} does. */
@Command(
        name = "capabilities",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what policies may call and import, in the format of opa's "
                    + "capabilities files.",
            "",
            "Less of it, in a file, restricts policies: --capabilities of the other commands.",
            ""
        },
        footer = {"", "Example:", "  hushgate policy capabilities > capabilities.json"})
final class CapabilitiesCommand implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // the default, which opa asks to be named
    @Option(names = "--current", description = "What this program has (default).")
    private boolean current;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "What a file allows, of which this program has what it prints.")
    private @Nullable String file;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Capabilities capabilities =
                file == null ? Capabilities.all() : CapabilityFiles.read(file, spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        out.println(JsonWriter.PRETTY.write(capabilities.write()));
        out.flush();
        return 0;
    }
}
