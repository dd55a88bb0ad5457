package io.hushgate.report.html;

import io.hushgate.report.VisibleText;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Markup that is safe where a template has a slot: between tags, or inside a quoted attribute. The
 * one door between text and markup; whoever builds a page of these alone cannot be made to write a
 * tag or an attribute that no template has.
 */
record Html(String markup) {
    static final Html NOTHING = new Html("");

    /** Text from anywhere; its control characters become visible. */
    static Html text(String text) {
        String visible = VisibleText.visible(text);
        StringBuilder safe = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return new Html(safe.toString());
    }

    /** Digits without separators, as attributes and script want them. */
    static Html number(long number) {
        return new Html(Long.toString(number));
    }

    /** One after the other. */
    static Html all(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }

    /** This if the claim holds, else nothing. */
    Html when(boolean claim) {
        return claim ? this : NOTHING;
    }
}
