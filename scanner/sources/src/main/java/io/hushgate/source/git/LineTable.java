package io.hushgate.source.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The set of lines of some texts. A line is what stands before a line feed; a carriage return
 * before that does not count, so that changing line ends changes no line.
 */
final class LineTable {
    private final List<byte[]> texts = new ArrayList<>();
    private int[] textOf = new int[64];
    private int[] startOf = new int[64];
    private int[] slots = new int[128];
    private int lines;

    /** Adds every line of a text, which is kept. */
    void add(byte[] text) {
        texts.add(text);
        int start = 0;
        while (start < text.length) {
            int end = lineEnd(text, start);
            int slot = slotOf(text, start, end);
            if (slots[slot] == 0) {
                put(slot, start);
            }
            start = end + 1;
        }
    }

    private void put(int slot, int start) {
        if (lines == startOf.length) {
            textOf = Arrays.copyOf(textOf, 2 * lines);
            startOf = Arrays.copyOf(startOf, 2 * lines);
        }
        textOf[lines] = texts.size() - 1;
        startOf[lines] = start;
        lines++;
        slots[slot] = lines;
        if (2 * lines > slots.length) {
            grow();
        }
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int line = 0; line < lines; line++) {
            byte[] text = texts.get(textOf[line]);
            int start = startOf[line];
            slots[slotOf(text, start, lineEnd(text, start))] = line + 1;
        }
    }

    /** Tells whether one of the texts has this line. */
    boolean contains(byte[] text, int start, int end) {
        return slots[slotOf(text, start, end)] != 0;
    }

    /** Where the line is, or where it would be. */
    private int slotOf(byte[] text, int start, int end) {
        int to = withoutReturn(text, start, end);
        int hash = 1;
        for (int i = start; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int mask = slots.length - 1;
        int slot = (((hash ^ (hash >>> 15)) * 0x9e3779b9) >>> 8) & mask;
        while (slots[slot] != 0 && !isLine(slots[slot] - 1, text, start, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isLine(int line, byte[] text, int start, int to) {
        byte[] own = texts.get(textOf[line]);
        int from = startOf[line];
        int end = withoutReturn(own, from, lineEnd(own, from));
        return Arrays.equals(own, from, end, text, start, to);
    }

    /** Offset of the line feed, or of the end of the text. */
    static int lineEnd(byte[] text, int start) {
        int end = start;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    private static int withoutReturn(byte[] text, int start, int end) {
        return end > start && text[end - 1] == '\r' ? end - 1 : end;
    }
}
