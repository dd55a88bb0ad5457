package io.hushgate.estate.access;

/**
 * The globs of {@code bound_service_account_names} and {@code bound_service_account_namespaces}:
 * {@code *} stands for any characters, also none; everything else for itself.
 *
 * <p>Source: Vault's Kubernetes auth method, which compares by ryanuber/go-glob.
 */
final class Glob {
    private Glob() {}

    static boolean isGlob(String text) {
        return text.indexOf('*') >= 0;
    }

    /** Compares in time of at most pattern times text; greedy with one place to go back to. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
