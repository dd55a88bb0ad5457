package io.hushgate.report;

import java.io.IOException;
import java.io.OutputStream;

/** A way to write a report down. Stateless; equal reports give equal bytes. */
public interface ReportFormat {
    /** Writes the whole report as UTF-8 and flushes; does not close {@code out}. */
    void render(Report report, OutputStream out) throws IOException;
}
