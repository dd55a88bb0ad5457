package io.hushgate.core.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.Confidence;
import io.hushgate.core.Grade;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.pattern.ByteSet;
import io.hushgate.core.rule.Check;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The binary form of a {@link RuleSet}: a mark, the rules field by field, each behind its traits
 * and its length, the automaton's tables, the triggers of each accepting state, the first bytes of
 * each rule.
 *
 * <p>A text is its length and its UTF-8 bytes, which become a string at one stroke: a cold start
 * reads some thousands of them.
 */
final class RuleSetCodec {
    /** {@code HGR} and the number of the form, raised with every change of it. */
    private static final int MARK = 'H' << 24 | 'G' << 16 | 'R' << 8 | 5;

    private static final int TOKEN = 0;
    private static final int ASSIGNED = 1;
    private static final int GENERIC = 2;
    private static final int SERVICE = 3;

    private RuleSetCodec() {}

    static void write(RuleSet set, DataOutputStream out) throws IOException {
        out.writeInt(MARK);
        out.writeInt(set.rules().size());
        RuleTraits traits = set.traits();
        for (int i = 0; i < set.rules().size(); i++) {
            out.writeBoolean(traits.partner()[i]);
            out.writeBoolean(traits.service()[i]);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            writeRule(set.rules().get(i), new DataOutputStream(packed));
            out.writeInt(packed.size());
            packed.writeTo(out);
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
        for (ByteSet first : set.firstBytes()) {
            out.writeLong(first.w0());
            out.writeLong(first.w1());
            out.writeLong(first.w2());
            out.writeLong(first.w3());
        }
    }

    static RuleSet read(ByteBuffer in) throws IOException {
        if (in.remaining() < Integer.BYTES || in.getInt() != MARK) {
            throw new IOException("these are no compiled rules of this version; build them again");
        }
        try {
            return readAll(in);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("the compiled rules are cut or changed; build them again", e);
        }
    }

    private static RuleSet readAll(ByteBuffer in) {
        int count = in.getInt();
        boolean[] partner = new boolean[count];
        boolean[] service = new boolean[count];
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            partner[i] = in.get() != 0;
            service[i] = in.get() != 0;
            int length = in.getInt();
            offsets[i] = in.position();
            in.position(offsets[i] + length);
        }
        PackedRules rules = new PackedRules(in, offsets);
        KeywordAutomaton automaton = KeywordAutomaton.read(in);
        Trigger[][] triggers = new Trigger[in.getInt()][];
        for (int i = 0; i < triggers.length; i++) {
            triggers[i] = new Trigger[Short.toUnsignedInt(in.getShort())];
            for (int k = 0; k < triggers[i].length; k++) {
                triggers[i][k] =
                        new Trigger(
                                Short.toUnsignedInt(in.getShort()),
                                Byte.toUnsignedInt(in.get()),
                                Short.toUnsignedInt(in.getShort()),
                                Short.toUnsignedInt(in.getShort()));
            }
        }
        ByteSet[] firstBytes = new ByteSet[rules.size()];
        for (int i = 0; i < firstBytes.length; i++) {
            firstBytes[i] = new ByteSet(in.getLong(), in.getLong(), in.getLong(), in.getLong());
        }
        return new RuleSet(
                rules, new RuleTraits(partner, service), automaton, triggers, firstBytes);
    }

    private static void writeRule(Rule rule, DataOutput out) throws IOException {
        writeText(rule.id().text(), out);
        writeText(rule.title(), out);
        writeText(rule.severity().name(), out);
        switch (rule.form()) {
            case Form.Token(var keywords, var pattern, var ignoresCase) -> {
                out.writeByte(TOKEN);
                writeTexts(keywords, out);
                writeText(pattern, out);
                out.writeBoolean(ignoresCase);
            }
            case Form.Assigned(var keywords, var pattern, var ignoresCase) -> {
                out.writeByte(ASSIGNED);
                writeTexts(keywords, out);
                writeText(pattern, out);
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
            writeText(check.name(), out);
        }
        out.writeDouble(evidence.minEntropy());
        out.writeByte(evidence.minClasses());
        writeText(evidence.ofWords().map(Grade::name).orElse(""), out);
        Surroundings near = rule.surroundings();
        writeTexts(near.words(), out);
        out.writeShort(near.distance());
        writeText(near.partner().map(RuleId::text).orElse(""), out);
        writeText(near.most().name(), out);
        writeTexts(near.quietPlaces(), out);
        writeText(rule.remedy(), out);
        writeTexts(rule.references(), out);
    }

    static Rule readRule(ByteBuffer in) {
        RuleId id = new RuleId(readText(in));
        String title = readText(in);
        Severity severity = Severity.valueOf(readText(in));
        int form = in.get();
        List<String> keywords = readTexts(in); // or services
        Form read =
                switch (form) {
                    case TOKEN -> new Form.Token(keywords, readText(in), in.get() != 0);
                    case ASSIGNED -> new Form.Assigned(keywords, readText(in), in.get() != 0);
                    case SERVICE -> new Form.Service(keywords);
                    default -> new Form.Generic(keywords);
                };
        List<Check> checks = new ArrayList<>();
        int count = in.get();
        for (int i = 0; i < count; i++) {
            checks.add(Check.valueOf(readText(in)));
        }
        Evidence evidence = new Evidence(checks, in.getDouble(), in.get(), grade(readText(in)));
        List<String> words = readTexts(in);
        int distance = Short.toUnsignedInt(in.getShort());
        Optional<RuleId> partner =
                Optional.of(readText(in)).filter(p -> !p.isEmpty()).map(RuleId::new);
        Confidence most = Confidence.valueOf(readText(in));
        Surroundings near = new Surroundings(words, distance, partner, most, readTexts(in));
        return new Rule(id, title, severity, read, evidence, near, readText(in), readTexts(in));
    }

    private static Optional<Grade> grade(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Grade.valueOf(name));
    }

    private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            writeText(text, out);
        }
    }

    private static void writeText(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String readText(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        int from = in.arrayOffset() + in.position();
        in.position(in.position() + length);
        return new String(in.array(), from, length, UTF_8);
    }

    private static List<String> readTexts(ByteBuffer in) {
        int count = Short.toUnsignedInt(in.getShort());
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(readText(in));
        }
        return texts;
    }
}
