package io.hushgate.core.pattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A compiled pattern: immutable, to be shared. Each thread runs it on a machine of its own. */
public final class Pattern {
    /** The most bytes of a match: the largest armored keys in use, with room to spare. */
    public static final int MAX_WINDOW = 16 * 1024;

    /** The furthest a keyword may stand from the start of a match, in bytes. */
    public static final int MAX_LEAD = 128;

    private final Node root;
    private final Program program;

    private Pattern(Node root) {
        this.root = root;
        this.program = Program.of(root);
    }

    /**
     * Compiles a pattern with a secret group.
     *
     * @throws PatternProblem when it is not of the language
     */
    public static Pattern compile(String text, boolean ignoresCase) {
        return new Pattern(Parser.parse(text, ignoresCase, true));
    }

    /**
     * Compiles a pattern that is used for whether and how far it matches.
     *
     * @throws PatternProblem when it is not of the language
     */
    public static Pattern compileWithoutSecret(String text, boolean ignoresCase) {
        return new Pattern(Parser.parse(text, ignoresCase, false));
    }

    /** The bytes that a match may start with; every byte where it may be empty. */
    public ByteSet firstBytes() {
        return program.firstBytes();
    }

    /** The least bytes of a match. */
    public int minLength() {
        return root.minLength();
    }

    /** The most bytes of a match, at most {@link #MAX_WINDOW}. */
    public int maxLength() {
        return Math.min(root.maxLength(), MAX_WINDOW);
    }

    /**
     * Tells how far each keyword stands from the start of a match. A keyword that is not among the
     * keys is not needed: wherever it occurs, another one does.
     *
     * @param keywords in lower case
     * @throws PatternProblem when some match holds no keyword within {@link #MAX_LEAD} bytes
     */
    public Map<String, Lead> leads(List<String> keywords) {
        Optional<Map<String, Lead>> leads = Leads.of(root, keywords);
        if (leads.isEmpty()
                || leads.get().values().stream().anyMatch(lead -> lead.most() > MAX_LEAD)) {
            throw new PatternProblem(
                    0,
                    "not every match holds one of the keywords %s within its first %d bytes; add the missing keyword or spell it out in the pattern"
                            .formatted(keywords, MAX_LEAD));
        }
        return leads.get();
    }

    /** Makes a machine for one thread. */
    public Machine machine() {
        return new Machine(program, maxLength());
    }
}
