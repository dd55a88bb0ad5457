package io.hushgate.rego.builtin.module;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.rego.ast.Annotations;
import io.hushgate.rego.ast.Comment;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** A module as OPA writes its syntax tree, without places: package, imports, rules, comments. */
final class ModuleJson {
    private ModuleJson() {}

    static RegoObject of(Module module) {
        RegoObject.Builder json = RegoObject.builder();
        json.put(
                "package",
                RegoObject.of(
                        RegoString.of("path"),
                        TermJson.all(module.packageClause().path().parts())));
        putAll(json, "imports", module.imports(), ModuleJson::imported);
        putAll(json, "annotations", module.annotations(), ModuleJson::annotations);
        putAll(json, "rules", module.rules(), ModuleJson::rule);
        putAll(json, "comments", module.comments(), ModuleJson::comment);
        return json.build();
    }

    private static <T> void putAll(
            RegoObject.Builder json, String key, List<T> items, Function<T, Value> item) {
        if (!items.isEmpty()) {
            json.put(key, RegoArray.of(items.stream().map(item).toList()));
        }
    }

    private static RegoObject imported(Import imported) {
        RegoObject.Builder json = RegoObject.builder().put("path", TermJson.of(imported.path()));
        if (!imported.alias().isEmpty()) {
            json.put("alias", RegoString.of(imported.alias()));
        }
        return json.build();
    }

    private static RegoObject rule(Rule rule) {
        return branch(rule, rule.elseRules());
    }

    /** A rule, or a branch, and the branches that follow it, each inside of the one before. */
    private static RegoObject branch(Rule rule, List<Rule> others) {
        RegoObject.Builder json =
                RegoObject.builder()
                        .put("head", head(rule.head()))
                        .put("body", BodyJson.of(rule.body()));
        if (rule.isDefault()) {
            json.put("default", RegoBoolean.TRUE);
        }
        if (!others.isEmpty()) {
            json.put("else", branch(others.getFirst(), others.subList(1, others.size())));
        }
        putAll(json, "annotations", rule.annotations(), ModuleJson::annotations);
        return json.build();
    }

    private static RegoObject head(Head head) {
        RegoObject.Builder json = RegoObject.builder().put("ref", TermJson.all(head.ref().parts()));
        Ref ref = head.ref();
        if (!head.args().isEmpty()) {
            json.put("args", TermJson.all(head.args()));
        }
        switch (head.result()) {
            case Head.Result.Member(Term key) -> json.put("key", TermJson.of(key));
            case Head.Result.Value(Term value, boolean assigned, boolean generated) -> {
                if (ref.size() == 2 && head.args().isEmpty()) {
                    json.put("key", TermJson.of(ref.parts().getLast()));
                }
                json.put("value", TermJson.of(value));
                if (assigned && !generated) {
                    json.put("assign", RegoBoolean.TRUE);
                }
            }
        }
        if (ref.size() == 1 || (ref.size() == 2 && isAssigned(head))) {
            json.put("name", RegoString.of(head.name()));
        }
        return json.build();
    }

    private static boolean isAssigned(Head head) {
        return head.result() instanceof Head.Result.Value(_, var assigned, _) && assigned;
    }

    private static Value annotations(Annotations annotations) {
        return TermJson.constant(annotations.toTerm());
    }

    private static RegoObject comment(Comment comment) {
        List<Value> place = new ArrayList<>();
        place.add(RegoString.of(comment.location().file()));
        String text = Base64.getEncoder().encodeToString(comment.text().getBytes(UTF_8));
        return RegoObject.builder()
                .put("Text", RegoString.of(text))
                .put(
                        "Location",
                        RegoObject.builder()
                                .put("file", place.getFirst())
                                .put("row", RegoNumber.of(comment.location().row()))
                                .put("col", RegoNumber.of(comment.location().column()))
                                .build())
                .build();
    }
}
