package io.hushgate.estate.platform;

import io.hushgate.estate.fact.BuildFact.WeakConnection;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds switches in addresses and variables that turn certificate checks off. */
public final class WeakConnections {
    private static final Pattern SWITCH =
            Pattern.compile(
                    "sslmode=(?:disable|allow|prefer)\\b|usessl=false\\b|trustservercertificate=true\\b"
                            + "|verify_?ssl=false\\b|ssl_verify=false\\b|tls=skip-verify\\b|tlsinsecure=true\\b"
                            + "|sslverify=false\\b|ssl-mode=disabled\\b|encrypt=false\\b");

    /** Variables whose value switches the checks of a whole process off. */
    private static final List<List<String>> VARIABLES =
            List.of(
                    List.of("node_tls_reject_unauthorized", "0"),
                    List.of("pythonhttpsverify", "0"),
                    List.of("git_ssl_no_verify", "true"),
                    List.of("git_ssl_no_verify", "1"),
                    List.of("vault_skip_verify", "true"),
                    List.of("vault_skip_verify", "1"),
                    List.of("bao_skip_verify", "true"));

    private static final Pattern CREDENTIAL =
            Pattern.compile("//[^/@\\s:]+:[^/@\\s]+@|[?&;](?:password|pwd|user)=");

    private WeakConnections() {}

    /** Adds the facts of a value and of the name that it stands at. */
    public static void read(String key, Scalar value, Collector into) {
        String text = value.text();
        if (text.length() > 4_096 || (text.indexOf('=') < 0 && text.length() > 5)) {
            return;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher found = SWITCH.matcher(lower);
        if (found.find()) {
            boolean credentials = CREDENTIAL.matcher(lower).find();
            into.add(new WeakConnection(key, found.group(), credentials, into.at(value.place())));
        }
        String name = key.toLowerCase(Locale.ROOT);
        if (VARIABLES.contains(List.of(name, lower))) {
            into.add(new WeakConnection(key, name + "=" + lower, false, into.at(value.place())));
        }
    }
}
