package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Grade;
import io.hushgate.core.Secret;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.context.WordSense;
import io.hushgate.core.grade.Grader;
import io.hushgate.core.grade.Randomness;
import io.hushgate.core.match.Witness.Step;
import io.hushgate.core.pattern.ByteSet;
import io.hushgate.core.pattern.Machine;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries, where a keyword was found, whether one of its rules matches, and grades what does. Looks
 * at most {@link Matcher#BEHIND} bytes back and {@link Matcher#AHEAD} forward from the keyword, and
 * never searches. One per thread.
 */
final class Confirmer {
    private static final int NONE = -1;
    private static final int MIN_BINARY_KEYWORD = 4;

    /** Longer vendors' names are rarely part of another word. */
    private static final int MAX_SHORT = 4;

    private final RuleSet set;
    private final List<Rule> rules;
    private final Trigger[][] triggers;
    private final ByteSet[] firstBytes;
    private final @Nullable Machine[] machines;
    private final Grader grader;
    private final Places places = new Places();
    private final Assignments assignments = new Assignments();
    private final ServiceKeys services;
    private final boolean[] isService;
    private final WordSense words = new WordSense();
    private final Witness witness;
    private int lookedFrom;
    private int lookedTo;

    Confirmer(RuleSet set, MatchOptions options, Witness witness) {
        this.witness = witness;
        this.set = set;
        this.rules = set.rules();
        this.triggers = set.triggers();
        this.firstBytes = set.firstBytes();
        this.machines = new Machine[rules.size()];
        this.grader = new Grader(options.now());
        this.services = new ServiceKeys(rules);
        this.isService = set.traits().service();
    }

    /** Turns to another artifact. */
    void begin(Address address) {
        places.begin(address);
        assignments.forget();
        services.forget();
    }

    /**
     * Tries what waits for the keywords of an accepting state that end before {@code end}.
     *
     * @return whether one of them is the mark of an escape
     */
    boolean confirm(int accepting, Text text, int end, Candidates candidates) {
        boolean escape = false;
        lookedFrom = end;
        lookedTo = end;
        int keyless = NONE;
        for (Trigger trigger : triggers[accepting]) {
            if (trigger.rule() == Trigger.ESCAPE) {
                escape = true;
                continue;
            }
            if (trigger.length() == keyless && isService[trigger.rule()]) {
                continue; // sixteen rules ask for the same key
            }
            Rule rule = rules.get(trigger.rule());
            switch (rule.form()) {
                case Form.Token _ -> {
                    boolean marked =
                            trigger.length() >= MIN_BINARY_KEYWORD
                                    && rule.surroundings().words().isEmpty();
                    if (marked || !text.binary()) {
                        token(trigger, rule, text, end - trigger.length(), candidates);
                    }
                }
                case Form.Service _ -> {
                    int keyword = end - trigger.length();
                    if (!text.binary()) {
                        boolean isRead = services.isRead(text, keyword, end);
                        look(services.lookedFrom(), services.lookedTo());
                        if (!isRead && !witness.isWatching()) {
                            keyless = trigger.length();
                        } else if (isRead && services.isOf(trigger.rule())) {
                            serviceKey(trigger.rule(), rule, text, candidates);
                        } else {
                            witness.stopped(rule, text.start(keyword), Step.SERVICE);
                        }
                    }
                }
                case Form.Assigned _, Form.Generic _ -> {
                    if (!text.binary()) {
                        int keyword = end - trigger.length();
                        look(keyword - 1, end + 1);
                        if (isOneWord(rule.form(), text, keyword, end)) {
                            boolean isRead = assignments.isRead(text, keyword, end);
                            look(assignments.lookedFrom(), assignments.lookedTo());
                            if (isRead) {
                                assigned(trigger.rule(), rule, text, keyword, candidates);
                            } else {
                                witness.stopped(rule, text.start(keyword), Step.ASSIGNMENT);
                            }
                        } else {
                            witness.stopped(rule, text.start(keyword), Step.WORD);
                        }
                    }
                }
            }
        }
        return escape;
    }

    /**
     * Offset of the first byte that the last answer depends on, or one less at the text's start.
     */
    int lookedFrom() {
        return lookedFrom;
    }

    /** Offset after the last byte that it depends on, or one more at the text's end. */
    int lookedTo() {
        return lookedTo;
    }

    private void look(int from, int to) {
        lookedFrom = Math.min(lookedFrom, from);
        lookedTo = Math.max(lookedTo, to);
    }

    private void token(Trigger trigger, Rule rule, Text text, int keyword, Candidates candidates) {
        ByteSet firsts = firstBytes[trigger.rule()];
        byte[] bytes = text.bytes();
        int first = Math.max(text.from(), keyword - trigger.most());
        look(first - 1, keyword);
        for (int start = first; start <= keyword - trigger.least(); start++) {
            if (!firsts.has(bytes[start] & 0xff)) {
                continue; // keywords are found without case, and most patterns want theirs
            }
            Machine machine = machine(trigger.rule());
            int end = machine.matchEnd(bytes, start, text.from(), text.to());
            look(start - 1, machine.lookedTo());
            if (end >= 0) {
                long secret = machine.secret(bytes, start, end, text.from(), text.to());
                int from = (int) (secret >>> 32);
                int to = (int) secret;
                if (text.binary() && from > keyword) {
                    // Words of a program's texts; a token in a binary file brings its own mark.
                    return;
                }
                accept(trigger.rule(), rule, text, from, to, candidates);
                return;
            }
        }
        witness.stopped(rule, text.start(keyword), Step.PATTERN);
    }

    /**
     * Tells whether a vendor's name stands for itself: {@code pat} does in {@code myPat} and {@code
     * PAT_ID}, and does not in {@code path}; a longer one may have letters on one side.
     */
    private static boolean isOneWord(Form form, Text text, int start, int end) {
        if (!(form instanceof Form.Assigned)) {
            return true;
        }
        byte[] bytes = text.bytes();
        boolean starts =
                start == text.from()
                        || !isLetter(bytes[start - 1])
                        || (isLower(bytes[start - 1]) && !isLower(bytes[start]));
        boolean ends =
                end == text.to()
                        || !isLetter(bytes[end])
                        || (isLower(bytes[end - 1]) && !isLower(bytes[end]));
        return end - start > MAX_SHORT ? starts || ends : starts && ends;
    }

    private static boolean isLetter(int b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    private static boolean isLower(int b) {
        return b >= 'a' && b <= 'z';
    }

    private void assigned(int index, Rule rule, Text text, int keyword, Candidates candidates) {
        int from = assignments.valueStart();
        int to = assignments.valueEnd();
        switch (rule.form()) {
            case Form.Assigned(var keywords, _, _) -> {
                Machine machine = machine(index);
                int end = machine.matchEnd(text.bytes(), from, text.from(), text.to());
                look(from - 1, machine.lookedTo());
                if (end != to) {
                    witness.stopped(rule, text.start(keyword), Step.VALUE);
                } else if (assignments.namesElse(keywords)) {
                    witness.stopped(rule, text.start(keyword), Step.NAME);
                } else {
                    accept(index, rule, text, from, to, candidates);
                }
            }
            case Form.Generic _ -> generic(index, rule, text, keyword, candidates);
            case Form.Token _, Form.Service _ ->
                    throw new IllegalStateException("neither is read as an assignment");
        }
    }

    /** Judges the value of a telling name, and below the head of a column one for each row. */
    private void generic(int index, Rule rule, Text text, int keyword, Candidates candidates) {
        do {
            int from = assignments.valueStart();
            int to = assignments.valueEnd();
            assignments.explain(places.kind(), rule, text.start(keyword), witness);
            assignments
                    .judge(places.kind())
                    .ifPresent(grade -> add(index, rule, text, from, to, grade, candidates));
        } while (assignments.nextRow());
        look(assignments.lookedFrom(), assignments.lookedTo());
    }

    private void serviceKey(int index, Rule rule, Text text, Candidates candidates) {
        int from = services.valueStart();
        int to = services.valueEnd();
        Grade grade = grader.grade(rule, Slice.of(text.bytes(), from, to));
        boolean loose = grade == Grade.CONTEXTUAL && !services.isAssigned();
        add(index, rule, text, from, to, loose ? Grade.WEAK : grade, candidates);
    }

    private void accept(int index, Rule rule, Text text, int from, int to, Candidates candidates) {
        Slice value = Slice.of(text.bytes(), from, to);
        Evidence evidence = rule.evidence();
        if (value.isEmpty() || !Randomness.suffices(value, evidence)) {
            witness.stopped(rule, text.start(from), Step.RANDOMNESS);
            return;
        }
        if (!hasWords(rule.surroundings(), text, from, to)) {
            witness.stopped(rule, text.start(from), Step.NEAR);
            return;
        }
        Grade grade = grader.grade(rule, value);
        boolean isWords = evidence.ofWords().isPresent() && words.isMadeOfWords(value);
        Grade best = isWords ? evidence.ofWords().get() : grade;
        add(index, rule, text, from, to, weaker(grade, best), candidates);
    }

    private static Grade weaker(Grade a, Grade b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private void add(
            int index, Rule rule, Text text, int from, int to, Grade grade, Candidates candidates) {
        witness.graded(rule, text.start(from), text.end(to), grade);
        candidates.add(
                new Candidate(
                        index,
                        formRank(rule.form()),
                        text.start(from),
                        text.end(to),
                        Secret.copyOf(text.bytes(), from, to),
                        grade,
                        rule.severity(),
                        confidence(rule, grade)));
    }

    private Confidence confidence(Rule rule, Grade grade) {
        Confidence proven =
                switch (grade) {
                    case VERIFIED, CHECKSUM_VALID, STRUCTURE_VALID, FORMAT -> Confidence.HIGH;
                    case CONTEXTUAL -> Confidence.MEDIUM;
                    case WEAK,
                            PLACEHOLDER,
                            REFERENCE,
                            ENCRYPTED,
                            PUBLIC,
                            EXAMPLE,
                            EXPIRED,
                            INACTIVE ->
                            Confidence.LOW;
                };
        Surroundings near = rule.surroundings();
        Confidence most = proven.atLeast(near.most()) ? near.most() : proven;
        boolean unproven =
                grade == Grade.FORMAT
                        || grade == Grade.CONTEXTUAL
                        || near.most() != Confidence.HIGH;
        boolean isQuiet =
                places.isQuiet(near.quietPlaces()) || (unproven && places.kind().isAside());
        return isQuiet ? Candidates.lower(most) : most;
    }

    private static int formRank(Form form) {
        return switch (form) {
            case Form.Token _ -> 0;
            case Form.Assigned _ -> 1;
            case Form.Service _ -> 2;
            case Form.Generic _ -> 3;
        };
    }

    private boolean hasWords(Surroundings near, Text text, int from, int to) {
        if (near.words().isEmpty()) {
            return true;
        }
        look(from - near.distance() - 1, to + near.distance() + 1);
        int low = Math.max(text.from(), from - near.distance());
        int high = Math.min(text.to(), to + near.distance());
        Slice around = Slice.of(text.bytes(), low, high);
        return near.words().stream().anyMatch(around::containsIgnoringCase);
    }

    private Machine machine(int rule) {
        Machine machine = machines[rule];
        if (machine == null) {
            machine = set.pattern(rule).machine();
            machines[rule] = machine;
        }
        return machine;
    }
}
