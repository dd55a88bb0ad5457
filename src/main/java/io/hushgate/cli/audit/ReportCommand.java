package io.hushgate.cli.audit;

import io.hushgate.cli.ExitCode;
import io.hushgate.cli.UsageProblem;
import io.hushgate.report.history.Audit;
import io.hushgate.report.html.HtmlReport;
import io.hushgate.report.store.Access;
import io.hushgate.report.store.AuditReader;
import io.hushgate.report.store.Chronicle;
import io.hushgate.report.store.RunReader;
import io.hushgate.report.store.Store;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes one page of a run or of some days. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes one page, readable without a network, of a run with the runs "
                    + "before it, or of the runs of some days: what is open, what came and "
                    + "went, and how well secrets are kept.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate audit report -f html=audit.html",
            "  hushgate audit report --from 2026-01-01 --to 2026-03-31 -f html=quarter.html"
        })
final class ReportCommand implements Callable<Integer> {
    private static final String HTML = "html";

    @Mixin private StoreOption store = new StoreOption();

    @Mixin private Window window = new Window();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "html[=FILE]",
            description = "To standard output or into FILE (default: html).")
    private String format = HTML;

    @Override
    public Integer call() {
        int equals = format.indexOf('=');
        String name = equals < 0 ? format : format.substring(0, equals);
        if (!name.equalsIgnoreCase(HTML)) {
            throw new UsageProblem(
                    "--format %s: a report of an audit is html; numbers for programs give `hushgate audit history --json`"
                            .formatted(name));
        }
        Optional<Path> file =
                equals < 0 ? Optional.empty() : Optional.of(Path.of(format.substring(equals + 1)));
        try (Store opened = store.open(Access.READ)) {
            List<Long> numbers = window.of(RunReader.of(opened).runs());
            Chronicle chronicle = Chronicle.upTo(opened, numbers.getLast());
            Audit audit = new AuditReader(opened, chronicle).audit(numbers);
            write(audit, file);
        }
        return ExitCode.PASS;
    }

    private static void write(Audit audit, Optional<Path> file) {
        try (OutputStream out =
                file.isPresent()
                        ? new BufferedOutputStream(Files.newOutputStream(file.get()))
                        : new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            new HtmlReport().render(audit, out);
        } catch (IOException e) {
            throw new UsageProblem(
                    file.map(Path::toString).orElse("standard output")
                            + ": the report cannot be written; check the path and the space left");
        }
    }
}
