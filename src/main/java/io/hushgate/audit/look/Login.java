package io.hushgate.audit.look;

import java.util.Locale;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Answers the one server that the inventory names, and no other that it leads to. */
final class Login extends CredentialsProvider {
    /** What servers take as the user of a token. */
    static final String ANY_USER = "x-access-token";

    static final Login NONE = new Login(null, "", "");

    private final @Nullable String host;
    private final String user;
    private final String token;

    Login(@Nullable String host, String user, String token) {
        this.host = host == null ? null : host.toLowerCase(Locale.ROOT);
        this.user = user;
        this.token = token;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username
                    || item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        @Nullable String asking = uri.getHost();
        if (host == null || asking == null || !host.equals(asking.toLowerCase(Locale.ROOT))) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username name) {
                name.setValue(user);
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(token.toCharArray());
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Login";
    }
}
