package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.document.Document;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** The value of a rule's document, or of a whole package. */
public final class DocumentValue extends Thunk {
    private final Document document;

    public DocumentValue(Document document) {
        this.document = document;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        return document.value(scope);
    }
}
