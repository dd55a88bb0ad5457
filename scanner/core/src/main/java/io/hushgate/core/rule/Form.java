package io.hushgate.core.rule;

import java.util.List;

/**
 * How a credential's bytes are recognised. Every form is anchored at keywords: ASCII without regard
 * to case, {@value #MIN_KEYWORD_BYTES} to {@value #MAX_KEYWORD_BYTES} bytes each. Bytes without a
 * keyword are never looked at twice.
 */
public sealed interface Form {
    /** Shorter keywords would hit every few bytes. */
    int MIN_KEYWORD_BYTES = 3;

    /** Longer ones gain nothing and cost table rows. */
    int MAX_KEYWORD_BYTES = 32;

    /** Keywords in lower case, sorted, at least one. */
    List<String> keywords();

    /**
     * A credential that is recognised by itself: {@code ghp_} and 36 characters.
     *
     * @param pattern in the syntax of {@link io.hushgate.core.pattern}, with one group {@code
     *     (?<secret>...)}; every match contains one of the keywords, at a bounded distance from its
     *     start
     * @param ignoresCase whether letters of the pattern match both cases; keywords always do
     */
    record Token(List<String> keywords, String pattern, boolean ignoresCase) implements Form {
        public Token {
            keywords = checked(keywords);
        }
    }

    /**
     * A value without a shape of its own, recognised by the name that it is assigned to: {@code
     * DATADOG_API_KEY=} and 32 hexadecimal digits. Names and assignments are read in every common
     * notation: code, YAML, JSON, TOML, INI, properties, XML, environment, command line.
     *
     * @param keywords one of them is a part of the name: {@code datadog}, {@code dd_api_key}
     * @param pattern has to match the whole value, without quotes; no group is needed
     * @param ignoresCase whether letters of the pattern match both cases; keywords always do
     */
    record Assigned(List<String> keywords, String pattern, boolean ignoresCase) implements Form {
        public Assigned {
            keywords = checked(keywords);
        }
    }

    /**
     * A value of unknown shape under a telling name: {@code db_password = "..."}. Name, notation
     * and value are scored together, see {@link io.hushgate.core.context}.
     *
     * @param keywords the words that make a name telling: {@code password}, {@code secret}
     */
    record Generic(List<String> keywords) implements Form {
        public Generic {
            keywords = checked(keywords);
        }
    }

    /**
     * A value that looks like a key, behind the name of a service and a word such as {@code key} or
     * {@code token}; see {@link io.hushgate.core.context.ServiceKeyReader}.
     *
     * @param services their names in lower case, without blanks and other separators
     */
    record Service(List<String> services) implements Form {
        /** The words that a key of a service is announced by. */
        static final List<String> WORDS =
                List.of(
                        " key", "-key", "_key", "access", "key ", "key-", "key:", "key=", "private",
                        "secret", "token");

        public Service {
            if (services.isEmpty()) {
                throw new IllegalArgumentException("a rule for services names at least one");
            }
            for (String service : services) {
                if (!isName(service)) {
                    throw new IllegalArgumentException(
                            "service '%s' is not 2 to 32 lower-case letters and digits"
                                    .formatted(service));
                }
            }
            services = Surroundings.lowerCase(services);
        }

        /** A loop and no pattern: every start asks it 1,700 times. */
        private static boolean isName(String service) {
            boolean named = service.length() >= 2 && service.length() <= 32;
            for (int i = 0; i < service.length(); i++) {
                char c = service.charAt(i);
                named &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            }
            return named;
        }

        @Override
        public List<String> keywords() {
            return WORDS;
        }
    }

    private static List<String> checked(List<String> keywords) {
        if (keywords.isEmpty()) {
            throw new IllegalArgumentException("a rule has at least one keyword");
        }
        for (String keyword : keywords) {
            int length = keyword.length();
            if (length < MIN_KEYWORD_BYTES || length > MAX_KEYWORD_BYTES) {
                throw new IllegalArgumentException(
                        "keyword '%s' has %d bytes; write %d to %d"
                                .formatted(keyword, length, MIN_KEYWORD_BYTES, MAX_KEYWORD_BYTES));
            }
            for (int i = 0; i < length; i++) {
                if (keyword.charAt(i) > 0x7f) {
                    throw new IllegalArgumentException("keyword '" + keyword + "' is not ASCII");
                }
            }
        }
        return Surroundings.lowerCase(keywords);
    }
}
