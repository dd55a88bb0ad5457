package io.hushgate.rego.builtin;

import io.hushgate.rego.type.RegoType.FunctionOf;
import io.hushgate.rego.type.TypeText;
import org.jspecify.annotations.Nullable;

/**
 * The types of a built-in function, in the notation of {@link TypeText} or read already. The text
 * is read when it is first asked for: there are two hundred functions, and a policy calls ten.
 */
public final class Signature {
    private final String text;
    private volatile @Nullable FunctionOf type;

    private Signature(String text, @Nullable FunctionOf type) {
        this.text = text;
        this.type = type;
    }

    static Signature of(String text) {
        return new Signature(text, null);
    }

    static Signature of(FunctionOf type) {
        return new Signature("", type);
    }

    FunctionOf type() {
        FunctionOf known = type;
        if (known == null) {
            known = TypeText.function(text);
            type = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return type().toString();
    }
}
