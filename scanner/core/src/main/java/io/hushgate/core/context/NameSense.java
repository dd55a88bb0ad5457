package io.hushgate.core.context;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the words of a name say about the value: what its head noun is, and whether something else
 * is meant than a credential. {@code dbPasswordHash} is a hash, {@code token_url} an address. Long,
 * since it is lists of words.
 */
record NameSense(Head head, boolean isElse, boolean isTrial) {
    /** The kind of thing that the name promises. */
    enum Head {
        PASSWORD,
        SECRET,
        TOKEN,
        KEY,
        CREDENTIAL,
        /** Nothing telling, or only in front of something else. */
        NONE
    }

    /** Trailing words that leave the meaning as it is. */
    private static final Set<String> NEUTRAL =
            Set.of(
                    "value",
                    "string",
                    "str",
                    "env",
                    "var",
                    "default",
                    "plain",
                    "text",
                    "raw",
                    "base",
                    "b",
                    "data",
                    "prod",
                    "production",
                    "staging",
                    "dev",
                    "test",
                    "live",
                    "local",
                    "old",
                    "new",
                    "current",
                    "previous",
                    "tmp",
                    "arg",
                    "opt",
                    "param",
                    "in",
                    "literal",
                    "clear",
                    "a",
                    "c",
                    "d",
                    "x",
                    "db",
                    "confirmation",
                    "confirm",
                    "again",
                    "repeat",
                    "admin",
                    "root",
                    "user",
                    "master",
                    "override",
                    "auth");

    /** Head nouns of something that is no credential. */
    private static final Set<String> ELSE =
            Set.of(
                    "accessor",
                    "accessors",
                    "hash",
                    "hashed",
                    "hashes",
                    "digest",
                    "sha",
                    "commit",
                    "revision",
                    "salt",
                    "id",
                    "ids",
                    "name",
                    "names",
                    "url",
                    "uri",
                    "urls",
                    "endpoint",
                    "host",
                    "port",
                    "path",
                    "file",
                    "filename",
                    "files",
                    "dir",
                    "folder",
                    "field",
                    "fields",
                    "column",
                    "label",
                    "hint",
                    "prompt",
                    "error",
                    "errors",
                    "message",
                    "messages",
                    "msg",
                    "regex",
                    "pattern",
                    "header",
                    "headers",
                    "expires",
                    "expiry",
                    "expiration",
                    "expired",
                    "expire",
                    "timeout",
                    "ttl",
                    "duration",
                    "age",
                    "lifetime",
                    "interval",
                    "count",
                    "size",
                    "length",
                    "len",
                    "min",
                    "max",
                    "limit",
                    "policy",
                    "policies",
                    "rule",
                    "rules",
                    "type",
                    "types",
                    "kind",
                    "mode",
                    "method",
                    "strategy",
                    "provider",
                    "service",
                    "scope",
                    "scopes",
                    "role",
                    "roles",
                    "reset",
                    "change",
                    "changed",
                    "changes",
                    "update",
                    "updated",
                    "created",
                    "required",
                    "enabled",
                    "disabled",
                    "valid",
                    "invalid",
                    "strength",
                    "format",
                    "encoder",
                    "encoding",
                    "algorithm",
                    "alg",
                    "version",
                    "title",
                    "description",
                    "placeholder",
                    "button",
                    "link",
                    "page",
                    "form",
                    "input",
                    "view",
                    "template",
                    "event",
                    "action",
                    "handler",
                    "callback",
                    "manager",
                    "store",
                    "storage",
                    "ref",
                    "reference",
                    "arn",
                    "index",
                    "prefix",
                    "suffix",
                    "separator",
                    "params",
                    "config",
                    "settings",
                    "options",
                    "class",
                    "tooltip",
                    "success",
                    "failed",
                    "failure",
                    "status",
                    "state",
                    "info",
                    "public",
                    "pub",
                    "checksum",
                    "fingerprint",
                    "address",
                    "email",
                    "username",
                    "account",
                    "issuer",
                    "subject",
                    "audience",
                    "domain",
                    "realm",
                    "region",
                    "bucket",
                    "vault",
                    "request",
                    "response",
                    "test",
                    "cache",
                    "lookup",
                    "symbol",
                    "keyword",
                    "attribute",
                    "attr",
                    "schema",
                    "group",
                    "question",
                    "wordlist",
                    "list",
                    "identifier",
                    "date",
                    "time",
                    "at",
                    "by",
                    "from",
                    "to",
                    "is",
                    "has",
                    "not",
                    "startswith",
                    "contains");

    /** What has an id that is not secret. */
    private static final Set<String> IDENTIFIED =
            Set.of("key", "keys", "token", "credential", "credentials", "auth", "password");

    /** Tokens of one request, change or page, which open nothing. */
    private static final Set<String> PASSING =
            Set.of(
                    "next",
                    "previous",
                    "input",
                    "output",
                    "page",
                    "pagination",
                    "continuation",
                    "continue",
                    "marker",
                    "cursor",
                    "change",
                    "request",
                    "client",
                    "idempotency",
                    "action",
                    "sync",
                    "start",
                    "starting",
                    "resume",
                    "delta",
                    "concurrency",
                    "cancellation",
                    "lock",
                    "sequence");

    /** Words that speak of a trial, of text for people, or of another kind of key. */
    private static final Set<String> TRIAL =
            Set.of(
                    "test",
                    "testing",
                    "fake",
                    "dummy",
                    "mock",
                    "wrong",
                    "bad",
                    "invalid",
                    "example",
                    "sample",
                    "expected",
                    "hashed",
                    "encrypted",
                    "public",
                    "forgot",
                    "label",
                    "lbl",
                    "title",
                    "txt",
                    "msg",
                    "message",
                    "tooltip",
                    "hint",
                    "incorrect",
                    "demo",
                    "stub",
                    "placeholder",
                    "default",
                    "csrf",
                    "xsrf",
                    "next",
                    "page",
                    "continuation",
                    "sort",
                    "primary",
                    "foreign",
                    "cache",
                    "author",
                    "authors",
                    "bypass",
                    "compass",
                    "passive",
                    "passed",
                    "passing",
                    "passthrough",
                    "secretary",
                    "tokenizer",
                    "tokenize",
                    "tokens",
                    "keyboard");

    /** Password in other languages, as code without accents writes it. */
    private static final String[] OTHER_LANGUAGES = {
        "passwort",
        "kennwort",
        "wachtwoord",
        "contrasena",
        "contraseña",
        "senha",
        "motdepasse",
        "heslo",
        "haslo",
        "losenord",
        "adgangskode",
        "salasana",
        "lozinka",
        "jelszo",
        "parol",
        "parola",
        "sifre"
    };

    private static final List<String> KEY_KINDS =
            List.of(
                    "api",
                    "access",
                    "secret",
                    "private",
                    "auth",
                    "app",
                    "application",
                    "encryption",
                    "encrypt",
                    "signing",
                    "sign",
                    "master",
                    "account",
                    "storage",
                    "shared",
                    "service",
                    "client",
                    "admin",
                    "license",
                    "consumer",
                    "deploy",
                    "ssh",
                    "rsa",
                    "jwt",
                    "hmac",
                    "aes",
                    "session",
                    "cookie",
                    "server",
                    "oauth",
                    "ssl",
                    "tls",
                    "write",
                    "subscription",
                    "integration",
                    "customer",
                    "project",
                    "cipher",
                    "crypto",
                    "security",
                    "webhook",
                    "site",
                    "product",
                    "developer",
                    "cluster",
                    "function");

    /** Reads the words of a name, in order. */
    static NameSense of(List<String> words) {
        int last = words.size() - 1;
        while (last > 0
                && (NEUTRAL.contains(words.get(last)) || isNumber(words.get(last)))
                && head(words, last) == Head.NONE) {
            last--;
        }
        Head head = last < 0 ? Head.NONE : head(words, last);
        boolean other = last >= 0 && head == Head.NONE && ELSE.contains(words.get(last));
        boolean trial = words.stream().anyMatch(TRIAL::contains);
        return new NameSense(head, other, trial);
    }

    /** What guards a form, names a token, or is asked of a key server. */
    private static final Set<String> SHOWN =
            Set.of("csrf", "xsrf", "accessor", "accessors", "recv");

    /** Vault prints what a token was made for as {@code token_meta_NAME}. */
    private static boolean isAboutToken(List<String> words) {
        return words.size() > 2 && words.get(0).equals("token") && words.get(1).equals("meta");
    }

    /** Fewer digits alone are a one-time code or a number, unless a password is asked for. */
    private static final int MIN_NUMBER = 16;

    /**
     * What a name says outright about its value, whatever that looks like: {@code encrypted_key} is
     * ciphertext; {@code accessKeyId} and {@code publicKeyToken} are as random as a key and meant
     * to be shown; an accessor of Vault names a token and opens nothing; six digits in {@code
     * token} are a code that was good for a minute; what guards a form or tells one request from
     * the next stands in every page; a value that is the last word of its own name is text for
     * people.
     */
    static Optional<Grade> saysOutright(List<String> words, Slice value) {
        if (words.contains("encrypted")) {
            return Optional.of(Grade.ENCRYPTED);
        }
        int last = words.size() - 1;
        boolean id =
                last > 0
                        && (words.get(last).equals("id") || words.get(last).equals("sid"))
                        && IDENTIFIED.contains(words.get(last - 1));
        boolean code =
                last >= 0
                        && words.get(last).endsWith("token")
                        && value.length() < MIN_NUMBER
                        && Shape.of(value).digits() == value.length();
        boolean shown = words.stream().anyMatch(SHOWN::contains) || isAboutToken(words);
        boolean passing =
                last > 0
                        && words.get(last).equals("token")
                        && PASSING.contains(words.get(last - 1));
        boolean repeated = last >= 0 && value.isIgnoringCase(words.get(last));
        if (repeated) {
            return Optional.of(Grade.PLACEHOLDER);
        }
        boolean directory = last == 0 && words.getFirst().equals("pwd") && value.startsWith("/");
        return id
                        || code
                        || shown
                        || passing
                        || directory
                        || words.contains("public")
                        || words.contains("pubkey")
                ? Optional.of(Grade.PUBLIC)
                : Optional.empty();
    }

    private static Head head(List<String> words, int at) {
        String word = words.get(at);
        if (ends(word, "password", "passwd", "pwd", "passphrase", "passcode", "pswd")
                || ends(word, OTHER_LANGUAGES)
                || word.equals("pass")
                || (word.equals("passe") && at > 0)
                || word.equals("mdp")
                || word.equals("psw")
                || word.equals("pw")
                || word.equals("passw")
                || ends(
                        word,
                        "dbpass",
                        "userpass",
                        "rootpass",
                        "adminpass",
                        "storepass",
                        "keypass",
                        "requirepass")) {
            return Head.PASSWORD;
        }
        if (ends(word, "secret", "secrets", "geheimnis")) {
            return Head.SECRET;
        }
        if ((ends(word, "token", "authcode") && !word.equals("jsonwebtoken"))
                || (word.equals("code") && at > 0 && words.get(at - 1).equals("auth"))) {
            return Head.TOKEN;
        }
        if (ends(word, "credential", "credentials", "auth", "authorization", "bearer", "creds")) {
            return Head.CREDENTIAL;
        }
        if (ends(word, "apikey", "secretkey", "accesskey", "privatekey", "authkey", "appkey")
                || (ends(word, "key") && at > 0 && KEY_KINDS.contains(words.get(at - 1)))) {
            return Head.KEY;
        }
        return Head.NONE;
    }

    private static boolean ends(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
