package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.PackageClause;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads package clauses and imports, and does at once what imports of keywords ask for. */
final class ImportParser {
    private static final String FUTURE = "future";
    private static final String REGO = "rego";

    private final TokenStream in;
    private final TermParser terms;
    private final RegoVersion version;

    ImportParser(TokenStream in, TermParser terms, RegoVersion version) {
        this.in = in;
        this.terms = terms;
        this.version = version;
    }

    /** Whether a package clause begins here, and not a reference such as {@code package.x}. */
    boolean atPackage() {
        return in.at(TokenKind.PACKAGE) && !in.startsReference();
    }

    boolean atImport() {
        return in.at(TokenKind.IMPORT) && !in.startsReference();
    }

    PackageClause packageClause() {
        Location start = in.here();
        in.advance();
        Term path = path();
        List<Term> parts = new ArrayList<>();
        parts.add(new Var("data", path.location()));
        switch (path) {
            case Var v -> parts.add(new Scalar.Text(v.name(), v.location()));
            case Ref ref -> {
                if (!(ref.head() instanceof Var head)) {
                    throw in.fail(
                            ref.head().location(),
                            "unexpected " + ref.head().typeName() + " token: expecting var");
                }
                parts.add(new Scalar.Text(head.name(), head.location()));
                requireStrings(ref);
                parts.addAll(ref.path());
            }
            default -> throw in.unexpected();
        }
        return new PackageClause(new Ref(parts, path.location()), in.since(start));
    }

    private Term path() {
        if (!in.at(TokenKind.IDENT)) {
            if (!in.kind().isKeyword()) {
                throw in.unexpected();
            }
            in.readAsName();
        }
        return terms.term();
    }

    private void requireStrings(Ref ref) {
        for (Term key : ref.path()) {
            if (!(key instanceof Scalar.Text)) {
                throw in.fail(
                        key.location(),
                        "unexpected " + key.typeName() + " token: expecting string");
            }
        }
    }

    Import importClause() {
        Location start = in.here();
        in.advance();
        Ref path =
                switch (path()) {
                    case Var v -> new Ref(List.of(v), v.location());
                    case Ref ref -> ref;
                    default -> throw in.fail(in.here(), "expected path");
                };
        requireStrings(path);
        String root = path.head() instanceof Var v ? v.name() : "";
        if (!Set.of("data", "input", FUTURE, REGO).contains(root)) {
            in.hint("if this is unexpected, try updating OPA");
            throw in.fail(
                    path.location(),
                    "unexpected import path, must begin with one of: {data, future, input, rego},"
                            + " got: "
                            + path.head());
        }
        String alias = alias();
        if (alias.isEmpty() && !root.equals(FUTURE)) {
            rejectKeyword(path);
        }
        Import result = new Import(path, alias, in.since(start));
        switch (root) {
            case FUTURE -> future(result);
            case REGO -> rego(result);
            default -> {}
        }
        return result;
    }

    private String alias() {
        if (!in.at(TokenKind.AS)) {
            return "";
        }
        in.advance();
        if (!in.at(TokenKind.IDENT)) {
            throw in.unexpected("expected var");
        }
        if (terms.term() instanceof Var alias) {
            return alias.name();
        }
        throw in.unexpected("expected var");
    }

    private void rejectKeyword(Ref path) {
        Term last = path.parts().getLast();
        String name = last instanceof Scalar.Text(var text, _) ? text : last.toString();
        if (Keywords.isReserved(name, version)) {
            in.hint("import a different path or use an alias");
            throw in.fail(
                    last.location(),
                    "unexpected import path, must not end with a keyword, got: " + name);
        }
    }

    private void future(Import result) {
        Ref path = result.path();
        if (path.size() == 1 || !path.parts().get(1).equals(Scalar.Text.of("keywords"))) {
            throw in.fail(path.location(), "invalid import, must be `future.keywords`");
        }
        if (!result.alias().isEmpty()) {
            throw in.fail(path.location(), "`future` imports cannot be aliased");
        }
        switch (path.size()) {
            case 2 -> Keywords.future().forEach(this::switchOn);
            case 3 -> {
                TokenKind keyword = Keywords.future(((Scalar.Text) path.parts().getLast()).value());
                if (keyword == null) {
                    Set<String> known = new TreeSet<>();
                    Keywords.future().forEach(kind -> known.add(kind.text()));
                    throw in.fail(
                            path.location(),
                            "unexpected keyword, must be one of [" + String.join(" ", known) + "]");
                }
                switchOn(keyword);
            }
            default ->
                    throw in.fail(
                            path.location(),
                            "invalid import, must be `future.keywords.x`, e.g. `import"
                                    + " future.keywords.in`");
        }
    }

    private void rego(Import result) {
        Ref path = result.path();
        String name = path.toString();
        Set<TokenKind> keywords =
                switch (name) {
                    case "rego.v1" -> Keywords.sinceV1();
                    case "rego.v2" -> Keywords.future();
                    default ->
                            throw in.fail(
                                    path.location(),
                                    "invalid import `" + name + "`, must be `rego.v1`");
                };
        if (version == RegoVersion.V0 && !result.alias().isEmpty()) {
            throw in.fail(path.location(), "`rego` imports cannot be aliased");
        }
        EnumSet.copyOf(keywords).forEach(this::switchOn);
    }

    private void switchOn(TokenKind keyword) {
        if (keyword == TokenKind.NOT) {
            in.setNegatesBodies();
        } else {
            in.addKeyword(keyword);
        }
    }
}
