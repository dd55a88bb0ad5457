package io.hushgate.core.match;

import io.hushgate.core.Confidence;
import io.hushgate.core.Grade;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.rule.Check;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The binary form of a {@link RuleSet}: a mark, the rules field by field, the automaton's tables,
 * the triggers of each accepting state.
 */
final class RuleSetCodec {
    /** {@code HGR} and the number of the form, raised with every change of it. */
    private static final int MARK = 'H' << 24 | 'G' << 16 | 'R' << 8 | 3;

    private static final int TOKEN = 0;
    private static final int ASSIGNED = 1;
    private static final int GENERIC = 2;
    private static final int SERVICE = 3;

    private RuleSetCodec() {}

    static void write(RuleSet set, DataOutput out) throws IOException {
        out.writeInt(MARK);
        out.writeInt(set.rules().size());
        for (Rule rule : set.rules()) {
            writeRule(rule, out);
        }
        set.automaton().write(out);
        out.writeInt(set.triggers().length);
        for (Trigger[] triggers : set.triggers()) {
            out.writeShort(triggers.length);
            for (Trigger trigger : triggers) {
                out.writeShort(trigger.rule());
                out.writeByte(trigger.length());
                out.writeShort(trigger.least());
                out.writeShort(trigger.most());
            }
        }
    }

    static RuleSet read(DataInput in) throws IOException {
        if (in.readInt() != MARK) {
            throw new IOException("these are no compiled rules of this version; build them again");
        }
        int count = in.readInt();
        List<Rule> rules = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rules.add(readRule(in));
        }
        KeywordAutomaton automaton = KeywordAutomaton.read(in);
        Trigger[][] triggers = new Trigger[in.readInt()][];
        for (int i = 0; i < triggers.length; i++) {
            triggers[i] = new Trigger[in.readUnsignedShort()];
            for (int k = 0; k < triggers[i].length; k++) {
                triggers[i][k] =
                        new Trigger(
                                in.readUnsignedShort(),
                                in.readUnsignedByte(),
                                in.readUnsignedShort(),
                                in.readUnsignedShort());
            }
        }
        return new RuleSet(rules, automaton, triggers);
    }

    private static void writeRule(Rule rule, DataOutput out) throws IOException {
        out.writeUTF(rule.id().text());
        out.writeUTF(rule.title());
        out.writeUTF(rule.severity().name());
        switch (rule.form()) {
            case Form.Token(var keywords, var pattern, var ignoresCase) -> {
                out.writeByte(TOKEN);
                writeTexts(keywords, out);
                out.writeUTF(pattern);
                out.writeBoolean(ignoresCase);
            }
            case Form.Assigned(var keywords, var pattern, var ignoresCase) -> {
                out.writeByte(ASSIGNED);
                writeTexts(keywords, out);
                out.writeUTF(pattern);
                out.writeBoolean(ignoresCase);
            }
            case Form.Generic(var keywords) -> {
                out.writeByte(GENERIC);
                writeTexts(keywords, out);
            }
            case Form.Service(var services) -> {
                out.writeByte(SERVICE);
                writeTexts(services, out);
            }
        }
        Evidence evidence = rule.evidence();
        out.writeByte(evidence.checks().size());
        for (Check check : evidence.checks()) {
            out.writeUTF(check.name());
        }
        out.writeDouble(evidence.minEntropy());
        out.writeByte(evidence.minClasses());
        out.writeUTF(evidence.ofWords().map(Grade::name).orElse(""));
        Surroundings near = rule.surroundings();
        writeTexts(near.words(), out);
        out.writeShort(near.distance());
        out.writeUTF(near.partner().map(RuleId::text).orElse(""));
        out.writeUTF(near.most().name());
        writeTexts(near.quietPlaces(), out);
        out.writeUTF(rule.remedy());
        writeTexts(rule.references(), out);
    }

    private static Rule readRule(DataInput in) throws IOException {
        RuleId id = new RuleId(in.readUTF());
        String title = in.readUTF();
        Severity severity = Severity.valueOf(in.readUTF());
        int form = in.readByte();
        List<String> keywords = readTexts(in); // or services
        Form read =
                switch (form) {
                    case TOKEN -> new Form.Token(keywords, in.readUTF(), in.readBoolean());
                    case ASSIGNED -> new Form.Assigned(keywords, in.readUTF(), in.readBoolean());
                    case SERVICE -> new Form.Service(keywords);
                    default -> new Form.Generic(keywords);
                };
        List<Check> checks = new ArrayList<>();
        int count = in.readByte();
        for (int i = 0; i < count; i++) {
            checks.add(Check.valueOf(in.readUTF()));
        }
        Evidence evidence =
                new Evidence(checks, in.readDouble(), in.readByte(), grade(in.readUTF()));
        List<String> words = readTexts(in);
        int distance = in.readUnsignedShort();
        Optional<RuleId> partner =
                Optional.of(in.readUTF()).filter(p -> !p.isEmpty()).map(RuleId::new);
        Confidence most = Confidence.valueOf(in.readUTF());
        Surroundings near = new Surroundings(words, distance, partner, most, readTexts(in));
        return new Rule(id, title, severity, read, evidence, near, in.readUTF(), readTexts(in));
    }

    private static Optional<Grade> grade(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Grade.valueOf(name));
    }

    private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> readTexts(DataInput in) throws IOException {
        int count = in.readUnsignedShort();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
