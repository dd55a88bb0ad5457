package io.hushgate.report.html;

import io.hushgate.report.Report;
import io.hushgate.report.ReportFormat;
import io.hushgate.report.history.Audit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One self-contained HTML file for those who decide and those who mend: verdict and coverage first,
 * then what to do, then everything with its evidence. Equal audits give equal bytes.
 */
public final class HtmlReport implements ReportFormat {
    @Override
    public void render(Report report, OutputStream out) throws IOException {
        render(Audit.of(report), out);
    }

    /** Writes the page of an audit as UTF-8 and flushes; does not close {@code out}. */
    public void render(Audit audit, OutputStream out) throws IOException {
        out.write(Page.of(audit).markup().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
