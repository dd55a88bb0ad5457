package io.hushgate.estate.usage;

import io.hushgate.estate.acl.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of an audit log: who asked for what. Of everything else, values above all, nothing is
 * kept.
 *
 * @param fields the wanted ones by their dotted names
 * @param isPlain whether a value of the request or response is not hashed
 * @param isWhole whether the line was a JSON object to its end
 */
record AuditEntry(Map<String, String> fields, boolean isPlain, boolean isWhole) {
    private static final Set<String> WANTED =
            Set.of(
                    "type",
                    "error",
                    "time",
                    "auth.display_name",
                    "auth.entity_id",
                    "auth.metadata.role",
                    "auth.metadata.role_name",
                    "auth.metadata.service_account_name",
                    "auth.metadata.service_account_namespace",
                    "request.operation",
                    "request.path",
                    "request.namespace.path");

    private static final int MOST_TEXT = 2_048;

    /** What Vault writes in place of a value; its HMAC is no value. */
    private static final String HASHED = "hmac-sha256:";

    /** Shorter ones are words such as {@code kv} that no log has to hide. */
    private static final int SHORTEST_VALUE = 8;

    /** Where the values of requests and responses are. */
    private static final List<String> VALUES = List.of("request.data.", "response.data.");

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(100)
                                    .maxStringLength(AuditLog.LONGEST_LINE)
                                    .build())
                    .build();

    /** Requests that need no grant, or that everybody's own token serves. */
    private static final Set<String> NEEDLESS =
            Set.of(
                    "sys/health",
                    "sys/seal-status",
                    "sys/leader",
                    "auth/token/lookup-self",
                    "auth/token/renew-self",
                    "auth/token/revoke-self",
                    "sys/capabilities-self",
                    "sys/internal/ui/resultant-acl");

    /**
     * What tells one request from another.
     *
     * @param role of the login; empty if the token came otherwise
     * @param account {@code NAMESPACE/NAME} of the service account; empty if it was none
     * @param display the token's display name
     */
    public record Key(
            String role, String account, String display, Operation operation, String path) {
        /** Who asked, as people call it. */
        public String subject() {
            if (!role.isEmpty()) {
                return "role " + role + (account.isEmpty() ? "" : " as " + account);
            }
            return account.isEmpty() ? "token " + display : "service account " + account;
        }
    }

    static AuditEntry read(byte[] line, int length) {
        Map<String, String> fields = new HashMap<>();
        boolean[] plain = new boolean[1];
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line, 0, length)) {
            boolean whole =
                    parser.nextToken() == JsonToken.START_OBJECT && object(parser, fields, plain);
            return new AuditEntry(fields, plain[0], whole);
        } catch (JacksonException e) {
            return new AuditEntry(fields, plain[0], false);
        }
    }

    private static boolean object(JsonParser parser, Map<String, String> fields, boolean[] plain) {
        Deque<String> names = new ArrayDeque<>();
        String name = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            String prefix = names.isEmpty() ? "" : names.peek();
            switch (token) {
                case PROPERTY_NAME -> name = prefix + parser.currentName();
                case START_OBJECT -> names.push(name + ".");
                case END_OBJECT -> {
                    if (names.isEmpty()) {
                        return true;
                    }
                    names.pop();
                }
                case START_ARRAY -> parser.skipChildren();
                default -> {
                    if (WANTED.contains(name)) {
                        keep(name, parser.getString(), fields);
                    }
                    plain[0] |= token == JsonToken.VALUE_STRING && isPlain(name, parser);
                }
            }
        }
        return false;
    }

    private static boolean isPlain(String name, JsonParser parser) {
        if (VALUES.stream().noneMatch(name::startsWith)) {
            return false;
        }
        String value = parser.getString();
        return value.length() >= SHORTEST_VALUE
                && !value.startsWith(HASHED)
                && AuditActivity.instant(value).isEmpty();
    }

    private static void keep(String name, String text, Map<String, String> fields) {
        if (text.length() <= MOST_TEXT) {
            fields.put(name, text);
        }
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Requests tell the intent; responses repeat them. */
    boolean isRequest() {
        return field("type").equals("request");
    }

    /** Tells whether the request was refused for want of a grant. */
    boolean isDenied() {
        return field("error").contains("permission denied");
    }

    String time() {
        return field("time");
    }

    /** What was asked for; empty for what needs no grant, and for logins. */
    Optional<Key> key() {
        String namespace = field("request.namespace.path");
        String path = field("request.path");
        String whole = path.startsWith(namespace) ? path : namespace + path;
        boolean needless =
                path.isEmpty()
                        || NEEDLESS.contains(path)
                        || path.startsWith("sys/internal/ui/")
                        || (path.startsWith("auth/") && path.contains("/login"));
        if (needless) {
            return Optional.empty();
        }
        String name = field("auth.metadata.service_account_name");
        String account =
                name.isEmpty() ? "" : field("auth.metadata.service_account_namespace") + "/" + name;
        String role =
                field("auth.metadata.role").isEmpty()
                        ? field("auth.metadata.role_name")
                        : field("auth.metadata.role");
        String display = field("auth.display_name");
        return Need.operation(field("request.operation"))
                .map(operation -> new Key(role, account, display, operation, whole));
    }
}
