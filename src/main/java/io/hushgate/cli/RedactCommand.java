package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.Limits;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.Matcher;
import io.hushgate.core.match.ValueFinder;
import io.hushgate.redact.NamedValues;
import io.hushgate.redact.Redactor;
import io.hushgate.rules.Rules;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Masks credentials in what flows from standard input to standard output. */
@Command(
        name = "redact",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Passes standard input to standard output with every credential "
                    + "masked, line by line.",
            "What is not masked comes out byte for byte.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  make deploy 2>&1 | hushgate redact                      what rules find",
            "  make 2>&1 | hushgate redact --mask-env DB_PASSWORD      and a value by name, in any encoding",
            "  make 2>&1 | hushgate redact --fail-at-end >build.log    and tell by the exit code",
            "",
            "A pipe's exit code is that of its last command: in bash, set -o pipefail keeps the build's.",
            "",
            "Exit codes: 0 passed on, 1 masked something and --fail-at-end, 2 usage, 3 broken off."
        })
final class RedactCommand implements Callable<Integer> {
    private static final int PIECE = 1 << 16;

    @Option(
            names = "--mask-env",
            paramLabel = "NAME",
            description =
                    "Mask the value of this environment variable too, as it is and in "
                            + "base64, hexadecimal, URLs, JSON, XML and shell quotes; may be "
                            + "repeated.")
    private List<String> variables = List.of();

    @Option(
            names = "--mask-file",
            paramLabel = "FILE",
            description = "The same for every line of this file; may be repeated.")
    private List<Path> files = List.of();

    @Option(
            names = "--mask",
            paramLabel = "TEXT",
            defaultValue = "***",
            description = "What stands in the place of a value (default: ${DEFAULT-VALUE}).")
    private String mask = "***";

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Further credential rules; may be repeated.")
    private List<Path> rules = List.of();

    @Option(
            names = "--fail-at-end",
            description =
                    "End with 1 when something was masked; all of the input is passed on first.")
    private boolean failAtEnd;

    @Override
    public Integer call() {
        return run(
                new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), PIECE));
    }

    private int run(InputStream in, OutputStream out) {
        Optional<ValueFinder> named = named();
        Redactor redactor = new Redactor(matcher(), named, mask.getBytes(UTF_8), out);
        @Nullable String problem = null;
        try {
            problem = flow(in, redactor);
            redactor.end();
            out.flush();
        } catch (IOException e) {
            problem =
                    StandardOutput.isAbandoned(e)
                            ? null
                            : "standard output cannot be written; is the disk full?";
        } finally {
            named.ifPresent(ValueFinder::close);
        }
        if (problem != null) {
            System.err.println("hushgate: " + problem);
            return ExitCode.INCOMPLETE;
        }
        return told(redactor) && failAtEnd ? ExitCode.SHUT : ExitCode.PASS;
    }

    /** Passes on what comes as it comes; gives what went wrong with reading. */
    private static @Nullable String flow(InputStream in, Redactor redactor) throws IOException {
        byte[] piece = new byte[PIECE];
        while (true) {
            int got;
            try {
                got = in.read(piece, 0, piece.length);
            } catch (IOException e) {
                return "standard input broke off; run what writes it again";
            }
            if (got < 0) {
                return null;
            }
            redactor.write(piece, 0, got);
        }
    }

    /** Says on standard error what was masked, and whether anything was. */
    private static boolean told(Redactor redactor) {
        if (redactor.counts().isEmpty()) {
            return false;
        }
        String each =
                redactor.counts().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
        System.err.println("hushgate redact: masked " + each);
        return true;
    }

    private Matcher matcher() {
        Limits usual = Limits.DEFAULT;
        Limits every =
                new Limits(
                        usual.maxArtifactBytes(),
                        usual.maxObjectBytes(),
                        usual.maxDecodeDepth(),
                        usual.maxExpansion(),
                        usual.maxEntries(),
                        usual.maxConfigurationBytes(),
                        Integer.MAX_VALUE,
                        usual.timeout());
        MatchOptions options = new MatchOptions(every, Instant.now(), false);
        return (rules.isEmpty() ? Rules.shipped() : Rules.load(rules, Set.of())).matcher(options);
    }

    private Optional<ValueFinder> named() {
        NamedValues values = new NamedValues();
        for (String name : variables) {
            String value = System.getenv(name);
            if (value == null) {
                throw new UsageProblem(
                        "--mask-env %s: there is no such variable here; export it".formatted(name));
            }
            if (!values.add(value.getBytes(UTF_8))) {
                throw new UsageProblem(tooShort("--mask-env " + name));
            }
        }
        for (Path file : files) {
            read(file, values);
        }
        return values.finder();
    }

    private static void read(Path file, NamedValues values) {
        try {
            if (!values.addLines(Files.readAllBytes(file))) {
                throw new UsageProblem(tooShort("--mask-file " + file));
            }
        } catch (IOException e) {
            throw new UsageProblem(
                    "--mask-file %s: it cannot be read; check the path".formatted(file));
        }
    }

    private static String tooShort(String where) {
        return "%s: a value has less than %d bytes and would mask half of the output; leave it out"
                .formatted(where, ValueFinder.SHORTEST);
    }
}
