package io.hushgate.cli.policy.input;

import io.hushgate.estate.tree.HclReader;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Problem;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.tree.Tree;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;

/** What both editions of HCL have in common: the reader and single values. */
final class HclTexts {
    private HclTexts() {}

    static Mapping body(String text) {
        Tree tree = new HclReader(Limits.DEFAULT).read(Source.of(text));
        for (Problem problem : tree.problems()) {
            if (problem.code().meansUnread()) {
                throw new InputProblem(problem.place().line(), problem.what());
            }
        }
        Node root = tree.documents().getFirst();
        return root.asMapping().orElseGet(() -> new Mapping(List.of(), root.place()));
    }

    static Value scalar(Scalar scalar) {
        return switch (scalar.form()) {
            case TEXT, TEMPLATE -> RegoString.of(scalar.text());
            case NUMBER -> RegoNumber.parse(scalar.text());
            case BOOLEAN -> RegoBoolean.of(scalar.text().equals("true"));
            case NULL -> RegoNull.NULL;
        };
    }

    /** What would have to be evaluated, as it stands in a template. */
    static Value template(String expression) {
        return RegoString.of("${" + expression + "}");
    }
}
