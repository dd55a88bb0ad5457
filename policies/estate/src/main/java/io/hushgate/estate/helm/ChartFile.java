package io.hushgate.estate.helm;

import java.nio.charset.StandardCharsets;

/**
 * A file of a chart.
 *
 * @param path from the chart's directory, with {@code /}
 * @param address as reports name it
 * @param content not copied; nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // a copy of each file of each chart would say no more
public record ChartFile(String path, String address, byte[] content) {
    /** The content as text. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The content is no identity. */
    @Override
    public String toString() {
        return "ChartFile[" + address + ", " + content.length + " bytes]";
    }
}
