package io.hushgate.rego.image;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.eval.lower.Prerequisites;
import io.hushgate.rego.eval.lower.RuleAt;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads an image: the outlines of its rules now, the rules when they are needed. */
public final class ImageReader {
    private final byte[] image;
    private final Cursor cursor;
    private final Texts texts;
    private final TreeReader trees;
    private final List<Rule> notable = new ArrayList<>();

    /**
     * @param cursor stands after the version
     */
    private ImageReader(byte[] image, Cursor cursor) {
        this.image = image;
        this.cursor = cursor;
        this.texts = new Texts(image, cursor);
        this.trees = new TreeReader(cursor, texts);
    }

    /**
     * What an image holds.
     *
     * @param packages all packages, those without rules included
     * @param rules each after those that it needs
     * @param notable the rules in which something is replaced or printed
     */
    public record Contents(List<Ref> packages, List<RuleAt> rules, List<Rule> notable) {
        public Contents {
            packages = List.copyOf(packages);
            rules = List.copyOf(rules);
            notable = List.copyOf(notable);
        }
    }

    /**
     * Reads an image.
     *
     * @throws IllegalArgumentException if another version of the engine has written it
     */
    public static Contents read(byte[] image) {
        Cursor cursor = new Cursor(image, 0);
        if (cursor.number() != Tag.VERSION) {
            throw new IllegalArgumentException(
                    "the image was made by another version of the engine; make it anew");
        }
        ImageReader reader = new ImageReader(image, cursor);
        List<Ref> packages = cursor.all(reader.trees::ref);
        List<RuleAt> rules = cursor.all(reader::rule);
        return new Contents(packages, rules, reader.notable);
    }

    private RuleAt rule() {
        Ref path = trees.ref();
        boolean isDefault = cursor.flag();
        boolean isMember = cursor.flag();
        int parameters = cursor.number();
        Location location = trees.place();
        boolean isNotable = cursor.flag();
        Prerequisites prerequisites = new Prerequisites(cursor.all(this::prerequisite));
        int length = cursor.number();
        int start = cursor.position();
        cursor.skip(length);
        RuleAt rule =
                RuleAt.later(
                        path,
                        new RuleAt.Outline(isDefault, isMember, parameters, location),
                        prerequisites,
                        () -> new TreeReader(new Cursor(image, start), texts).branch());
        if (isNotable) {
            notable.add(rule.rule());
        }
        return rule;
    }

    private Prerequisites.Part prerequisite() {
        boolean input = cursor.flag();
        boolean scanned = cursor.flag();
        List<Value> path = cursor.all(() -> RegoString.of(texts.at(cursor.number())));
        return new Prerequisites.Part(input, path, scanned);
    }
}
