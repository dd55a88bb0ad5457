package io.hushgate.report;

import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * How much of a run a service takes; a file with more is refused whole, so the least severe results
 * are left out.
 *
 * @param results of one run
 * @param bytes that the results may have once compressed, gzip at its usual level
 * @see <a
 *     href="https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support">SARIF
 *     support for code scanning, limits</a>
 */
record SarifLimits(int results, long bytes) {
    /**
     * 25,000 results, of which the 5,000 most severe are shown, and 10 MB compressed, a fifth of
     * them left to the descriptions of rules and to what was not looked at.
     */
    static final SarifLimits OF_GITHUB = new SarifLimits(25_000, 8_000_000);

    /** Those that fit: all in their own order, or else the most severe. */
    List<SarifResult> kept(List<SarifResult> all, JsonFactory factory) {
        if (all.size() <= results && isShort(all, factory)) {
            return all;
        }
        List<SarifResult> worst = all.stream().sorted(SarifResult.ORDER).limit(results).toList();
        return worst.subList(0, fitting(worst, factory));
    }

    /** Nothing grows when it is compressed, and few reports are this long to begin with. */
    private boolean isShort(List<SarifResult> all, JsonFactory factory) {
        Counted plain = new Counted();
        try (JsonGenerator json = JsonLayout.generator(factory, plain)) {
            json.writeStartArray();
            all.forEach(result -> result.writer().accept(json));
            json.writeEndArray();
        }
        return plain.count <= bytes;
    }

    private int fitting(List<SarifResult> worst, JsonFactory factory) {
        Counted packed = new Counted();
        Deflater deflater = new Deflater();
        try (JsonGenerator json =
                JsonLayout.generator(factory, new DeflaterOutputStream(packed, deflater))) {
            json.writeStartArray();
            int fitting = 0;
            for (SarifResult result : worst) {
                result.writer().accept(json);
                json.flush();
                if (packed.count > bytes) {
                    break;
                }
                fitting++;
            }
            json.writeEndArray();
            return fitting;
        } finally {
            deflater.end();
        }
    }

    /** Counts what is written to it, and keeps nothing. */
    private static final class Counted extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
