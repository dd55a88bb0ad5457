package io.hushgate.rules.gitleaks;

/**
 * How much of a value a report shows. gitleaks shows all of it unless it is told otherwise; here it
 * is never more than {@value #MOST_SHOWN} leading characters and never more than a quarter.
 *
 * @param percent how much is hidden, of 100; 0 when nothing was asked for
 */
record Redaction(int percent) {
    private static final int MOST_SHOWN = 4;
    private static final int ALL = 100;

    String of(String secret) {
        if (secret.isEmpty()) {
            return "";
        }
        if (percent >= ALL) {
            return "REDACTED";
        }
        int allowed = Math.min(MOST_SHOWN, secret.length() / 4);
        int asked = (int) Math.rint(secret.length() * (ALL - percent) / (double) ALL);
        String shown = secret.substring(0, Math.min(allowed, asked));
        return printable(shown) + (percent > 0 ? "..." : "****");
    }

    /** A text that holds the value, with the value replaced. */
    String in(String text, String secret) {
        return secret.isEmpty() ? text : text.replace(secret, of(secret));
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c > ' ' && c < 0x7f ? (char) c : '?'));
        return out.toString();
    }

    /** Tells whether a report that somebody wrote holds a redacted value in place of this one. */
    static boolean isRedacted(String secret) {
        return secret.equals("REDACTED") || secret.endsWith("...") || secret.endsWith("****");
    }
}
