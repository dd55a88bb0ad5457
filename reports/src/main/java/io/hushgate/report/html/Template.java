package io.hushgate.report.html;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource of markup in named pieces, each with slots for what is filled in.
 *
 * <pre>{@code
 * <!-- piece: row -->
 * <tr><td>{{address}}</td></tr>
 * }</pre>
 *
 * <p>Slots stand between tags or inside quoted attributes and take {@link Html} only. A slot that
 * is not filled, or a filling without a slot, is a bug of ours and thrown as one.
 */
final class Template {
    private static final Pattern PIECE = Pattern.compile("<!-- piece: ([a-z-]+) -->\n");
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

    private final String name;
    private final Map<String, String> pieces = new HashMap<>();

    private Template(String name, String text) {
        this.name = name;
        Matcher heads = PIECE.matcher(text);
        String piece = "";
        int begin = 0;
        while (heads.find()) {
            pieces.put(piece, text.substring(begin, heads.start()));
            piece = heads.group(1);
            begin = heads.end();
        }
        pieces.put(piece, text.substring(begin));
    }

    /** The template {@code name.html} beside this class. */
    static Template of(String name) {
        return new Template(name, Resources.text(name + ".html"));
    }

    /** A piece with its slots filled. */
    Html fill(String piece, Map<String, Html> fillings) {
        String text = pieces.get(piece);
        if (text == null) {
            throw new IllegalArgumentException("%s.html has no piece %s".formatted(name, piece));
        }
        StringBuilder filled = new StringBuilder(text.length() * 2);
        Map<String, Html> unused = new HashMap<>(fillings);
        Matcher slots = SLOT.matcher(text);
        int end = 0;
        while (slots.find()) {
            Html filling = fillings.get(slots.group(1));
            if (filling == null) {
                throw new IllegalArgumentException(
                        "%s.html, %s: nothing for {{%s}}".formatted(name, piece, slots.group(1)));
            }
            unused.remove(slots.group(1));
            filled.append(text, end, slots.start()).append(filling.markup());
            end = slots.end();
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s.html, %s: no slot for %s".formatted(name, piece, unused.keySet()));
        }
        return new Html(filled.append(text, end, text.length()).toString());
    }
}
