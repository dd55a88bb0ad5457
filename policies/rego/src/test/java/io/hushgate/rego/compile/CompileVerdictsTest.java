package io.hushgate.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.syntax.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compiles the module sets that OPA 1.14.1 has judged and compares: accepted or not, code and row
 * of the first error. Where the parser refuses, only the shares count; all other disagreements are
 * listed, each with its reason, in {@code disagreements.txt}, and the list must be exact.
 */
final class CompileVerdictsTest {
    @Test
    void agreesWithOpa() throws IOException {
        Path shared = Path.of(System.getProperty("shared.dir", "shared"));
        assumeTrue(Files.isDirectory(shared.resolve("rego")), "no verdicts at " + shared);
        List<Verdict> verdicts = Verdict.read(shared);
        int accepted = 0;
        int codes = 0;
        int rows = 0;
        Set<String> disagreements = new TreeSet<>();
        List<String> reasons = new ArrayList<>();
        int withoutBuiltin = 0;
        for (Verdict verdict : verdicts) {
            List<RegoError> errors = compile(verdict);
            if (lacksBuiltin(verdict, errors)) {
                withoutBuiltin++;
                continue;
            }
            boolean sameVerdict = errors.isEmpty() == verdict.accepts();
            boolean sameCode = sameVerdict && (errors.isEmpty() || sameCode(verdict, errors));
            boolean sameRow = sameVerdict && (errors.isEmpty() || sameRow(verdict, errors));
            accepted += sameVerdict ? 1 : 0;
            codes += sameCode ? 1 : 0;
            rows += sameRow ? 1 : 0;
            if (!verdict.isAboutSyntax() && !(sameCode && sameRow)) {
                disagreements.add(verdict.id());
                reasons.add(
                        "%s: OPA %s, we %s".formatted(verdict.id(), verdict.complaints(), errors));
            }
        }
        double all = verdicts.size() - withoutBuiltin;
        System.out.printf(
                "compile verdicts: %.0f; same verdict %.2f %%, same code %.2f %%, same row %.2f %%;"
                        + " %d more call builtins that we do not have%n",
                all, 100 * accepted / all, 100 * codes / all, 100 * rows / all, withoutBuiltin);
        assertThat(accepted / all).as("accepted or refused like OPA").isGreaterThan(0.999);
        assertThat(codes / all).as("same code").isGreaterThan(0.995);
        assertThat(rows / all).as("same row").isGreaterThan(0.97);
        assertThat(disagreements).as("%s", reasons).isEqualTo(listed());
    }

    private static List<RegoError> compile(Verdict verdict) {
        try {
            List<Module> modules = new ArrayList<>();
            for (String text : verdict.modules()) {
                modules.add(Parser.parseModule("test-" + modules.size() + ".rego", text));
            }
            Compiler.compile(modules, CompileOptions.DEFAULT.withStrict(verdict.strict()));
            return List.of();
        } catch (RegoException e) {
            return e.errors();
        }
    }

    /** Whether only a builtin is missing, which is not the compiler's affair. */
    private static boolean lacksBuiltin(Verdict verdict, List<RegoError> errors) {
        return !errors.isEmpty()
                && errors.getFirst().message().startsWith("undefined function ")
                && verdict.complaints().stream()
                        .noneMatch(c -> c.message().equals(errors.getFirst().message()));
    }

    private static boolean sameCode(Verdict verdict, List<RegoError> errors) {
        return errors.getFirst().code().id().equals(verdict.complaints().getFirst().code());
    }

    private static boolean sameRow(Verdict verdict, List<RegoError> errors) {
        int row = errors.getFirst().location().row();
        return verdict.complaints().stream().anyMatch(complaint -> complaint.row() == row);
    }

    private static Set<String> listed() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        CompileVerdictsTest.class.getResourceAsStream("disagreements.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
