package io.hushgate.rego.compile.check;

import io.hushgate.rego.ast.Term;
import io.hushgate.rego.type.RegoType.FunctionOf;
import java.util.List;

final class ArgumentTypes {
    private ArgumentTypes() {}

    static List<String> details(List<Term> args, FunctionOf wanted) {
        return List.of("want: " + wanted);
    }
}
