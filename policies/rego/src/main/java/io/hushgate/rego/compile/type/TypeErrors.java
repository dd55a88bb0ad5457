package io.hushgate.rego.compile.type;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.AnyOf;
import io.hushgate.rego.type.RegoType.FunctionOf;
import io.hushgate.rego.type.RegoType.ObjectOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words for mistakes about types: OPA's message, and what was there and what was wanted below it.
 */
final class TypeErrors {
    private final LocalNames names;

    TypeErrors(LocalNames names) {
        this.names = names;
    }

    RegoError mismatch(Location place, @Nullable RegoType left, @Nullable RegoType right) {
        return new RegoError(
                ErrorCode.TYPE,
                "match error",
                place,
                List.of("left  : " + text(left), "right : " + text(right)));
    }

    RegoError arguments(
            Location place,
            Call call,
            String what,
            List<@Nullable RegoType> have,
            FunctionOf want) {
        return new RegoError(
                ErrorCode.TYPE,
                "%s: %s".formatted(written(call.function()), what),
                place,
                ArgumentDetails.lines(have, want));
    }

    RegoError undefinedFunction(Location place, Ref function) {
        return new RegoError(ErrorCode.TYPE, "undefined function " + written(function), place);
    }

    RegoError functionNotCalled(Ref ref) {
        Ref shown =
                ref.size() > 1 && ref.parts().getLast() instanceof Var last && last.isGenerated()
                        ? ref.prefix(ref.size() - 1)
                        : ref;
        return new RegoError(
                ErrorCode.TYPE,
                "function %s used as reference, not called".formatted(written(shown)),
                ref.head().location());
    }

    /** A key into something that has no parts. */
    RegoError noKeys(Ref ref, int index, @Nullable RegoType have) {
        Ref shown = written(ref);
        String marks = "^".repeat(shown.prefix(Math.max(index, 0) + 1).toString().length());
        return undefined(ref, List.of(shown.toString(), marks, "have: " + text(have)));
    }

    /** A key that cannot be there; {@code in} tells which keys can. */
    RegoError wrongKey(
            Ref ref, int index, @Nullable RegoType have, @Nullable RegoType want, RegoType in) {
        return wrongKey(ref, index, have, want, keysOf(in).toList());
    }

    RegoError wrongKey(
            Ref ref,
            int index,
            @Nullable RegoType have,
            @Nullable RegoType want,
            Collection<? extends Object> oneOf) {
        Ref shown = written(ref);
        String pad = " ".repeat(shown.prefix(index).toString().length() + 1);
        List<String> lines = new ArrayList<>(List.of(shown.toString(), pad + "^"));
        lines.add(
                have == null
                        ? pad + "have: " + shown.parts().get(index)
                        : pad + "have (type): " + have);
        lines.add(
                oneOf.isEmpty()
                        ? pad + "want (type): " + text(want)
                        : pad + "want (one of): [" + sorted(oneOf) + "]");
        return undefined(ref, lines);
    }

    private RegoError undefined(Ref ref, List<String> details) {
        return new RegoError(
                ErrorCode.TYPE, "undefined ref: " + written(ref), ref.head().location(), details);
    }

    private static String sorted(Collection<? extends Object> keys) {
        return keys.stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" "));
    }

    private static Stream<Object> keysOf(RegoType type) {
        return switch (type) {
            case ObjectOf object -> object.fixed().stream().map(RegoType.Property::key);
            case AnyOf any -> any.of().stream().flatMap(TypeErrors::keysOf);
            default -> Stream.of();
        };
    }

    private static String text(@Nullable RegoType type) {
        return type == null ? "???" : type.toString();
    }

    /** The reference as the author wrote it. */
    private Ref written(Ref ref) {
        List<Term> parts = new ArrayList<>();
        for (Term part : ref.parts()) {
            Optional<Term> subject =
                    part instanceof Var v ? names.subject(v.name()) : Optional.empty();
            parts.add(new OriginalNames(names).term(subject.orElse(part)));
        }
        return new Ref(parts, ref.location());
    }

    /** Puts written names in place of generated ones. */
    private static final class OriginalNames extends Transformer {
        private final LocalNames names;

        OriginalNames(LocalNames names) {
            this.names = names;
        }

        @Override
        public Term term(Term term) {
            return term instanceof Var v
                    ? new Var(names.original(v.name()), v.location())
                    : super.term(term);
        }
    }
}
