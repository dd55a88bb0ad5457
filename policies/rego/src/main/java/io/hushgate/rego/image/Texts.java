package io.hushgate.rego.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.ast.Var;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an image, and what is made of them: one object each, made when it is first needed.
 * Threads that meet at one make two that are equal.
 */
final class Texts {
    private final byte[] image;
    private final int[] starts;

    private final int[] lengths;
    private final @Nullable String[] texts;
    private final @Nullable Var[] vars;
    private final Scalar.@Nullable Text[] constants;
    private final @Nullable Source[] sources;

    /**
     * Finds the texts without reading them.
     *
     * @param cursor stands where the list of texts begins, and then after it
     */
    Texts(byte[] image, Cursor cursor) {
        this.image = image;
        int count = cursor.number();
        this.starts = new int[count];
        this.lengths = new int[count];
        this.texts = new @Nullable String[count];
        this.vars = new @Nullable Var[count];
        this.constants = new Scalar.@Nullable Text[count];
        this.sources = new @Nullable Source[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = cursor.number();
            starts[i] = cursor.position();
            cursor.skip(lengths[i]);
        }
    }

    String at(int index) {
        String text = texts[index];
        if (text == null) {
            text = new String(image, starts[index], lengths[index], UTF_8);
            texts[index] = text;
        }
        return text;
    }

    Var var(int index) {
        Var known = vars[index];
        if (known == null) {
            known = Var.of(at(index));
            vars[index] = known;
        }
        return known;
    }

    Scalar.Text constant(int index) {
        Scalar.Text known = constants[index];
        if (known == null) {
            known = Scalar.Text.of(at(index));
            constants[index] = known;
        }
        return known;
    }

    /** The file of a name. */
    Source source(int index) {
        Source known = sources[index];
        if (known == null) {
            known = new Source(at(index), "");
            sources[index] = known;
        }
        return known;
    }
}
