package io.hushgate.cli.policy;

import io.hushgate.cli.policy.conftest.ConftestInput;
import io.hushgate.cli.policy.conftest.ConftestProblem;
import io.hushgate.cli.policy.input.InputFormat;
import io.hushgate.cli.policy.input.InputProblem;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.type.TypeText;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The functions that conftest adds to Rego. {@code parse_config} takes a text. Those that open
 * files take paths from the directory of the policy that calls them, and work only in modules that
 * were {@link #rooted}: where policies are tested themselves, not where they test what somebody
 * else has written.
 */
final class ParseConfig {
    private static final String FILE = "parse_config_file";
    private static final String FILES = "parse_combined_config_files";
    private static final String BELOW = "internal.";

    private ParseConfig() {}

    /** Rego's own functions, or some of them, and these. */
    static Builtins addedTo(Builtins builtins) {
        return builtins.with(
                        builtin(
                                "parse_config",
                                "(string, string) => object[string: any]",
                                (_, arguments) -> parsed(arguments)))
                .with(builtin(FILE, "(string) => object[string: any]", (_, _) -> refused()))
                .with(builtin(FILES, "(array[string]) => object[string: any]", (_, _) -> refused()))
                .with(
                        builtin(
                                BELOW + FILE,
                                "(string, string) => any",
                                (_, arguments) -> file(arguments[0], arguments[1])))
                .with(
                        builtin(
                                BELOW + FILES,
                                "(string, array[string]) => any",
                                (_, arguments) -> files(arguments[0], (RegoArray) arguments[1])));
    }

    /** The module with calls that know its directory, which the functions themselves do not. */
    static Module rooted(Module module) {
        Path parent = Path.of(module.location().file()).getParent();
        String directory = parent == null ? "." : parent.toString().replace('\\', '/');
        return new Transformer() {
            @Override
            public Term term(Term term) {
                Term inner = super.term(term);
                return inner instanceof Call call && opensFiles(call)
                        ? below(directory, call)
                        : inner;
            }
        }.module(module);
    }

    private static boolean opensFiles(Call call) {
        boolean named = call.name().equals(FILE) || call.name().equals(FILES);
        return named && call.args().size() == 1;
    }

    private static Call below(String directory, Call call) {
        Location location = call.location();
        List<Term> arguments = new ArrayList<>(call.args());
        arguments.addFirst(new Scalar.Text(directory, location));
        return new Call(Ref.of(location, "internal", call.name()), arguments, location);
    }

    private static Builtin builtin(String name, String signature, Builtin.Function function) {
        return new Builtin(name, TypeText.function(signature), Set.of(), null, function);
    }

    private static Value parsed(Value[] arguments) {
        String id = text(arguments[0]);
        InputFormat format =
                InputFormat.named(id)
                        .orElseThrow(() -> BuiltinError.of(id + ": " + InputFormat.whyNot(id)));
        try {
            return format.read(text(arguments[1]));
        } catch (InputProblem e) {
            throw BuiltinError.of(String.valueOf(e.getMessage()));
        }
    }

    private static Value file(Value directory, Value path) {
        return read(directory, List.of(path)).getFirst().parsed();
    }

    private static Value files(Value directory, RegoArray paths) {
        return ConftestInput.combined(read(directory, List.of(paths.toArray()))).parsed();
    }

    private static List<ConftestInput> read(Value directory, List<Value> paths) {
        List<String> names =
                paths.stream()
                        .map(path ->
                                Path.of(text(directory)).resolve(text(path)).normalize().toString())
                        .toList();
        try {
            return new ConftestFiles(
                            Optional.empty(), _ -> false, InputStream.nullInputStream(), "-")
                    .read(names);
        } catch (ConftestProblem e) {
            throw BuiltinError.of(String.valueOf(e.getMessage()));
        }
    }

    private static Value refused() {
        throw BuiltinError.of(
                "policies open files in conftest verify only; give the text to parse_config");
    }

    private static String text(Value value) {
        return ((RegoString) value).value();
    }
}
