package io.hushgate.cli;

import io.hushgate.estate.usage.AuditLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Opens audit logs, also those that rotation has compressed. */
public final class AuditLogs {
    private AuditLogs() {}

    /**
     * Reads logs to their ends.
     *
     * @throws UsageProblem for a file that cannot be read
     */
    public static List<AuditLog> read(List<Path> files) {
        List<AuditLog> logs = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = open(file)) {
                logs.add(AuditLog.read(file.toString().replace('\\', '/'), in));
            } catch (IOException e) {
                throw new UsageProblem(
                        "--audit-log %s: it cannot be read; check the path and that the file is whole"
                                .formatted(file));
            }
        }
        return logs;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
