package io.hushgate.estate.tree;

/**
 * Something that could not be read, or can be read in two ways; the rest was read.
 *
 * @param what one sentence without a full stop, in the words of the format
 */
public record Problem(Code code, Place place, String what) {

    /** Why; stable, so that audits can count. */
    public enum Code {
        YAML_INVALID("correct the YAML from this line on; the next document is read again"),
        JSON_INVALID("correct the JSON from this place on"),
        HCL_INVALID("correct the HCL at this place; what follows is read as well as it can be"),
        POLICY_INVALID(
                "Vault refuses or misreads this policy; write it as path \"...\" { capabilities = [...] }"),
        DUPLICATE_KEY("remove one of the two; parsers disagree on which one counts"),
        TEMPLATE(
                "scan the rendered manifests as well; only the literal parts of a template are read"),
        LIMIT_SIZE("split the file or raise the limit"),
        LIMIT_DEPTH("flatten the file or raise the limit"),
        LIMIT_NODES("split the file, remove nested aliases or raise the limit"),
        UNREADABLE("save the file as UTF-8 text");

        private final String remedy;

        Code(String remedy) {
            this.remedy = remedy;
        }

        /**
         * Tells whether a part of the text was left unread, so that nobody can say it was looked
         * at. A template does not count: its literal parts were read, and the rendered form is a
         * text of its own.
         */
        public boolean meansUnread() {
            return switch (this) {
                case YAML_INVALID,
                        JSON_INVALID,
                        HCL_INVALID,
                        LIMIT_SIZE,
                        LIMIT_DEPTH,
                        LIMIT_NODES,
                        UNREADABLE ->
                        true;
                case POLICY_INVALID, DUPLICATE_KEY, TEMPLATE -> false;
            };
        }

        /** What to do about it. */
        public String remedy() {
            return remedy;
        }
    }
}
