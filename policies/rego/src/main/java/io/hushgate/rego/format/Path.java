package io.hushgate.rego.format;

import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import java.util.List;

/** The path of an import, ordered part by part. */
record Path(Ref ref) implements Comparable<Path> {
    @Override
    public int compareTo(Path other) {
        List<Term> ours = ref.parts();
        List<Term> theirs = other.ref.parts();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            int order = text(ours.get(i)).compareTo(text(theirs.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ours.size(), theirs.size());
    }

    private static String text(Term part) {
        return part instanceof Scalar.Text(var text, _) ? text : part.toString();
    }

    String written(Names names) {
        StringBuilder out = new StringBuilder(ref.head().toString());
        for (Term part : ref.path()) {
            if (part instanceof Scalar.Text text) {
                out.append(names.key(text));
            }
        }
        return out.toString();
    }
}
