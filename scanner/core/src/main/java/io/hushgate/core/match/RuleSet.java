package io.hushgate.core.match;

import io.hushgate.core.RuleId;
import io.hushgate.core.decode.Escapes;
import io.hushgate.core.decode.Joints;
import io.hushgate.core.pattern.ByteSet;
import io.hushgate.core.pattern.Lead;
import io.hushgate.core.pattern.Pattern;
import io.hushgate.core.pattern.PatternProblem;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.RuleProblem;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/**
 * Rules, compiled: immutable and shared between threads, each of which makes a {@link Matcher} of
 * its own. Written once when the program is built and read at every start, so that a start neither
 * parses rules nor builds automatons; patterns are compiled when their keyword is first met.
 */
public final class RuleSet {
    private final List<Rule> rules;
    private final RuleTraits traits;
    private final KeywordAutomaton automaton;
    private final Trigger[][] triggers;
    private final ByteSet[] firstBytes;
    private final AtomicReferenceArray<Pattern> patterns;

    RuleSet(
            List<Rule> rules,
            RuleTraits traits,
            KeywordAutomaton automaton,
            Trigger[][] triggers,
            ByteSet[] firstBytes) {
        this.rules = rules;
        this.traits = traits;
        this.automaton = automaton;
        this.triggers = triggers;
        this.firstBytes = firstBytes;
        this.patterns = new AtomicReferenceArray<>(rules.size());
    }

    /**
     * Compiles rules.
     *
     * @param rules in any order; the set keeps them sorted by id
     * @throws RuleProblem when a rule cannot be used: its pattern is not of the language, does not
     *     need a keyword or can match without one, or its id occurs twice
     */
    public static RuleSet compile(List<Rule> rules) {
        List<Rule> sorted = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        checkNames(sorted);
        Map<String, List<Trigger>> byKeyword = new TreeMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            Rule rule = sorted.get(i);
            int index = i;
            leads(rule)
                    .forEach((keyword, lead) ->
                            byKeyword
                                    .computeIfAbsent(keyword, k -> new ArrayList<>())
                                    .add(
                                            new Trigger(
                                                    index,
                                                    keyword.length(),
                                                    lead.least(),
                                                    lead.most())));
        }
        for (String mark : marks()) {
            byKeyword
                    .computeIfAbsent(mark, k -> new ArrayList<>())
                    .add(new Trigger(Trigger.ESCAPE, mark.length(), 0, 0));
        }
        List<String> keywords = List.copyOf(byKeyword.keySet());
        List<List<Trigger>> groups = List.copyOf(byKeyword.values());
        AutomatonBuilder.Built built = AutomatonBuilder.build(keywords);
        Trigger[][] triggers = new Trigger[built.keywords().length][];
        for (int state = 0; state < triggers.length; state++) {
            List<Trigger> all = new ArrayList<>();
            for (int keyword : built.keywords()[state]) {
                all.addAll(groups.get(keyword));
            }
            triggers[state] = all.toArray(Trigger[]::new);
        }
        ByteSet[] firstBytes =
                sorted.stream().map(rule -> firstBytes(rule.form())).toArray(ByteSet[]::new);
        return new RuleSet(sorted, RuleTraits.of(sorted), built.automaton(), triggers, firstBytes);
    }

    /** The bytes that a token may start with; an assigned value is asked in its own way. */
    private static ByteSet firstBytes(Form form) {
        return form instanceof Form.Token ? compile(form).firstBytes() : ByteSet.ALL;
    }

    /** What shows that a text is written in another form, or in pieces. */
    private static List<String> marks() {
        return Stream.concat(Escapes.MARKS.stream(), Joints.MARKS.stream()).toList();
    }

    private static void checkNames(List<Rule> rules) {
        Set<RuleId> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new RuleProblem(rule.id(), "another rule has the same id; rename one");
            }
        }
        for (Rule rule : rules) {
            rule.surroundings()
                    .partner()
                    .filter(partner -> !ids.contains(partner))
                    .ifPresent(partner -> {
                        throw new RuleProblem(
                                rule.id(), "there is no rule " + partner + " to pair with");
                    });
        }
    }

    private static Map<String, Lead> leads(Rule rule) {
        try {
            return switch (rule.form()) {
                case Form.Token token -> {
                    Map<String, Lead> leads = compile(token).leads(token.keywords());
                    for (String keyword : token.keywords()) {
                        if (!leads.containsKey(keyword)) {
                            throw new RuleProblem(
                                    rule.id(),
                                    "the pattern does not need the keyword '"
                                            + keyword
                                            + "'; leave it out");
                        }
                    }
                    yield leads;
                }
                case Form.Assigned assigned -> {
                    var _ = compile(assigned);
                    yield anywhere(assigned.keywords());
                }
                case Form.Generic(var keywords) -> anywhere(keywords);
                case Form.Service service -> anywhere(service.keywords());
            };
        } catch (PatternProblem e) {
            RuleProblem problem = new RuleProblem(rule.id(), String.valueOf(e.getMessage()));
            problem.initCause(e);
            throw problem;
        }
    }

    private static Map<String, Lead> anywhere(List<String> keywords) {
        Map<String, Lead> leads = new TreeMap<>();
        keywords.forEach(keyword -> leads.put(keyword, new Lead(0, 0)));
        return leads;
    }

    private static Pattern compile(Form form) {
        return switch (form) {
            case Form.Token(_, var pattern, var ignoresCase) ->
                    Pattern.compile(pattern, ignoresCase);
            case Form.Assigned(_, var pattern, var ignoresCase) ->
                    Pattern.compileWithoutSecret(pattern, ignoresCase);
            case Form.Generic _, Form.Service _ ->
                    throw new IllegalArgumentException("the rule has no pattern");
        };
    }

    /** The rules, sorted by id. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rule of that name. */
    public Optional<Rule> find(RuleId id) {
        int low = 0;
        int high = rules.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Rule rule = rules.get(middle);
            int order = rule.id().compareTo(id);
            if (order == 0) {
                return Optional.of(rule);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** Makes a matcher for one thread. */
    public Matcher matcher(MatchOptions options) {
        return new Matcher(this, options, Witness.NONE);
    }

    /** Makes a matcher that tells a witness what the rules decide. */
    public Matcher matcher(MatchOptions options, Witness witness) {
        return new Matcher(this, options, witness);
    }

    /**
     * Writes the compiled form. It is only read by the version of the program that wrote it.
     *
     * @param out not closed
     */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        RuleSetCodec.write(this, data);
        data.flush();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is something else
     */
    public static RuleSet read(byte[] bytes) throws IOException {
        return RuleSetCodec.read(ByteBuffer.wrap(bytes));
    }

    RuleTraits traits() {
        return traits;
    }

    KeywordAutomaton automaton() {
        return automaton;
    }

    Trigger[][] triggers() {
        return triggers;
    }

    /** The bytes that a match of each rule may start with. */
    ByteSet[] firstBytes() {
        return firstBytes;
    }

    /** The pattern of a rule that has one, compiled at its first use. */
    Pattern pattern(int rule) {
        Pattern pattern = patterns.get(rule);
        if (pattern == null) {
            pattern = compile(rules.get(rule).form());
            patterns.set(rule, pattern);
        }
        return pattern;
    }
}
