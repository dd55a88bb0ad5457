package io.hushgate.rego.syntax;

import io.hushgate.rego.annotation.Attachment;
import io.hushgate.rego.annotation.MetadataReader;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Comment;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Features;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.PackageClause;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the statements of a module and puts them together.
 *
 * <p>After an error it goes on at the next line that begins with a word, so that one mistake does
 * not hide another.
 */
final class ModuleParser {
    private static final Ref REGO_V1 = Ref.of(Location.NONE, "rego", "v1");
    private static final Ref REGO_V2 = Ref.of(Location.NONE, "rego", "v2");

    private final Source source;
    private final ParserOptions options;
    private final TokenStream in;
    private final List<Comment> comments;
    private final BodyParser bodies;
    private final ImportParser imports;
    private final RuleParser rules;
    private final BareRule bareRules;

    private final List<Node> statements = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<RegoError> structureErrors = new ArrayList<>();

    ModuleParser(Source source, ParserOptions options) {
        this.source = source;
        this.options = options;
        Lexer.Result lexed = Lexer.tokenize(source);
        this.comments = lexed.comments();
        this.in = Parser.stream(source, lexed.tokens(), options);
        this.bodies = new BodyParser(in);
        this.imports = new ImportParser(in, bodies.terms(), options.version());
        this.rules = new RuleParser(in, bodies);
        this.bareRules =
                new BareRule(name ->
                        options.builtins().contains(name) || Operator.ofFunction(name).isPresent());
    }

    Module parse() {
        while (!in.at(TokenKind.EOF) && in.errors().size() < TokenStream.MAX_ERRORS) {
            bodies.terms().forget();
            TokenStream.Mark mark = in.mark();
            try {
                statement();
            } catch (Failure failure) {
                skipToNextStatement(mark);
            }
        }
        List<MetadataReader.Block> blocks =
                new MetadataReader(text -> Parser.parseTerm(text, options), in.errors()::add)
                        .read(comments);
        throwIfAny(in.errors());
        if (statements.isEmpty()) {
            throw new RegoException(error(new Location(source, 0, 0, 0, 0), "empty module"));
        }
        return module(blocks);
    }

    private void statement() {
        if (imports.atPackage()) {
            statements.add(imports.packageClause());
        } else if (imports.atImport()) {
            statements.add(imports.importClause());
        } else {
            rule();
        }
    }

    private void rule() {
        TokenStream.Mark mark = in.mark();
        List<Definition> read = rules.rules();
        if (read.isEmpty()) {
            in.back(mark);
            Body body = bodies.query();
            try {
                read = List.of(bareRules.of(body));
            } catch (RegoException e) {
                structureErrors.addAll(e.errors());
                return;
            }
        }
        definitions.addAll(read);
        read.forEach(definition -> statements.add(definition.rule()));
    }

    /** Goes to the next line that begins with a word, which is where people begin a rule. */
    private void skipToNextStatement(TokenStream.Mark failed) {
        in.leaveTo(failed);
        boolean moved = in.position() > failed.position();
        while (!in.at(TokenKind.EOF) && !(moved && startsLine())) {
            in.skip();
            moved = true;
        }
    }

    private boolean startsLine() {
        Token token = in.token();
        return token.column() == 1 && (token.kind() == TokenKind.IDENT || token.kind().isKeyword());
    }

    private Module module(List<MetadataReader.Block> blocks) {
        List<RegoError> errors = new ArrayList<>();
        Node first = statements.getFirst();
        if (!(first instanceof PackageClause)) {
            errors.add(error(first.location(), "package expected"));
        }
        statements.stream()
                .skip(1)
                .filter(s -> s instanceof PackageClause)
                .forEach(s -> errors.add(error(s.location(), "unexpected package")));
        errors.addAll(structureErrors);
        List<Import> importList =
                statements.stream()
                        .filter(Import.class::isInstance)
                        .map(Import.class::cast)
                        .toList();
        RegoVersion version = version(importList);
        if (version == RegoVersion.V1) {
            definitions.forEach(d -> errors.addAll(VersionOneRules.check(d)));
        }
        throwIfAny(errors);
        PackageClause packageClause = (PackageClause) first;
        Attachment attachment = Attachment.of(blocks, packageClause, statements, errors::add);
        throwIfAny(errors);
        return new Module(
                packageClause,
                importList,
                attachment.rules(),
                attachment.annotations(),
                comments,
                version,
                features(),
                new Location(source, 1, 1, 0, source.text().length()));
    }

    private RegoVersion version(List<Import> importList) {
        boolean imported =
                importList.stream()
                        .anyMatch(i -> i.path().equals(REGO_V1) || i.path().equals(REGO_V2));
        return imported ? RegoVersion.V1 : options.version();
    }

    private Features features() {
        return new Features(
                in.negatesBodies(),
                in.isKeyword(TokenKind.LOGICAL_AND),
                in.isKeyword(TokenKind.LOGICAL_OR));
    }

    private static RegoError error(Location location, String message) {
        return new RegoError(ErrorCode.PARSE, message, location);
    }

    private static void throwIfAny(List<RegoError> errors) {
        if (!errors.isEmpty()) {
            throw new RegoException(errors);
        }
    }
}
