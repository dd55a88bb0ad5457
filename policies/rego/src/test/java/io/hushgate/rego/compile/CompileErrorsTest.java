package io.hushgate.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** One example for each mistake that the compiler finds. */
final class CompileErrorsTest {
    @Test
    void findsUnsafeVariablesOfBodiesAndHeads() {
        assertFound("p if x > 1", "2: rego_unsafe_var_error: var x is unsafe");
        assertFound("p if not x", "2: rego_unsafe_var_error: var x is unsafe");
        assertFound("p contains x if true", "2: rego_unsafe_var_error: var x is unsafe");
        assertFound("p := [x | y := input.z]", "2: rego_unsafe_var_error: var x is unsafe");
        assertFound(
                "p if every v in input.vs { v == w }", "2: rego_unsafe_var_error: var w is unsafe");
    }

    @Test
    void doesNotMakeTheRightSideOfAnAssignmentSafeByItsLeftSide() {
        assertFound(
                "p if { x = 1; y := z; y == x }",
                "2: rego_unsafe_var_error: var y is unsafe",
                "2: rego_unsafe_var_error: var z is unsafe");
        assertFound("p if { x = 1; y = z; y = x }");
    }

    @Test
    void namesTheRuleWhereALineHoldsSeveral() {
        assertFound("p[k] := 1 q if true", "2: rego_unsafe_var_error: var k is unsafe in rule p");
    }

    @Test
    void findsMisusedDeclarations() {
        assertFound("p if { x := 1; x := 2 }", "2: rego_compile_error: var x assigned above");
        assertFound("p if { x = 1; x := 2 }", "2: rego_compile_error: var x referenced above");
        assertFound(
                "p if { some x; some x; x = 1 }", "2: rego_compile_error: var x declared above");
        assertFound("f(x) if x := 1", "2: rego_compile_error: arg x redeclared");
        assertFound("p if { some x, y; x = 1 }", "2: rego_compile_error: declared var y unused");
        assertFound("p if { 1 := input.x }", "2: rego_compile_error: cannot assign to number");
        assertFound(
                "p if not x := 1",
                "2: rego_compile_error: cannot assign vars inside negated expression");
        assertFound(
                "f(count(x)) := 1", "2: rego_compile_error: rule arguments cannot contain calls");
    }

    @Test
    void findsHiddenDocuments() {
        assertFound(
                "input := 1",
                "2: rego_compile_error: rules must not shadow input (use a different rule name)");
        assertFound(
                "f(data) := 1",
                "2: rego_compile_error: args must not shadow data (use a different variable name)");
        assertFound(
                "p if { input := 1; input == 1 }",
                "2: rego_compile_error: variables must not shadow input (use a different variable"
                        + " name)");
        assertFound(
                "import data.x\nimport data.y as x",
                "3: rego_compile_error: import must not shadow import data.x");
    }

    @Test
    void findsConflictsBetweenRules() {
        assertFound("p := 1\np contains 2", "2: rego_type_error: conflicting rules data.a.p found");
        assertFound(
                "f(x) := x\nf(x, y) := y", "2: rego_type_error: conflicting rules data.a.f found");
        assertFound(
                "default p := 1\ndefault p := 2",
                "1: rego_type_error: multiple default rules data.a.p found at m0.rego:2, m0.rego:3");
        assertFound(
                "p.q := 1\np.q.r := 2",
                "2: rego_type_error: rule data.a.p.q conflicts with:\n"
                        + "  rule data.a.p.q.r at m0.rego:3");
        assertThat(Rego.errors(CompileOptions.DEFAULT, "package a\nb := 1", "package a.b\nc := 1"))
                .contains(
                        "1: rego_type_error: package a.b conflicts with rule b defined at m0.rego:2");
    }

    @Test
    void findsUnknownFunctionsAndWrongCalls() {
        assertFound("p := f(1)", "2: rego_type_error: undefined function f");
        assertFound(
                "f(x) := x\np := f(1, 2, 3)",
                "3: rego_type_error: function data.a.f has arity 1, got 3 arguments");
        assertFound("p := count()", "2: rego_type_error: count: arity mismatch");
        assertFound("p := print(1)", "2: rego_type_error: print(1) used as value");
    }

    @Test
    void findsTypesThatDoNotFit() {
        assertFound("p if 1 == \"a\"", "2: rego_type_error: match error");
        assertFound("p if upper(1) == \"A\"", "2: rego_type_error: upper: invalid argument(s)");
        assertFound("q := {\"b\": 1}\np := q.c", "3: rego_type_error: undefined ref: data.a.q.c");
        assertFound("p := [1, 2][\"x\"]", "2: rego_type_error: undefined ref: [1, 2].x");
        assertFound(
                "f(x) := x\np := f",
                "3: rego_type_error: function data.a.f used as reference, not called");
    }

    @Test
    void printsTheCycleOfRecursiveRules() {
        assertFound(
                "p := q\nq := r\nr := p",
                "2: rego_recursion_error: rule data.a.p is recursive:"
                        + " data.a.p -> data.a.q -> data.a.r -> data.a.p",
                "3: rego_recursion_error: rule data.a.q is recursive:"
                        + " data.a.q -> data.a.r -> data.a.p -> data.a.q",
                "4: rego_recursion_error: rule data.a.r is recursive:"
                        + " data.a.r -> data.a.p -> data.a.q -> data.a.r");
    }

    @Test
    void findsTargetsThatWithCannotReplace() {
        assertFound(
                "p if true with x as 1",
                "2: rego_type_error: with keyword target must reference existing input, data, or a"
                        + " function");
        assertFound(
                "q.r := 1\np if true with data.a.q.r.s as 1",
                "3: rego_compile_error: with keyword cannot partially replace virtual document(s)");
    }

    @Test
    void findsWhatIsUnusedWhenStrict() {
        CompileOptions strict = CompileOptions.DEFAULT.withStrict(true);
        assertThat(Rego.errors(strict, "package a\nimport data.b\np if { x := 1 }\nf(y) := 1"))
                .containsExactly("2: rego_compile_error: import data.b unused");
        assertThat(Rego.errors(strict, "package a\np if { x := 1 }\nf(y) := 1"))
                .containsExactly(
                        "2: rego_compile_error: assigned var x unused",
                        "3: rego_compile_error: unused argument y."
                                + " (hint: use _ (wildcard variable) instead)");
    }

    @Test
    void refusesBuiltinsThatAreSwitchedOff() {
        CompileOptions options = CompileOptions.DEFAULT.withUnsafeBuiltins(Set.of("http.send"));
        assertThat(Rego.errors(options, "package a\np := http.send({\"url\": \"x\"})"))
                .containsExactly(
                        "2: rego_type_error: unsafe built-in function calls in expression:"
                                + " http.send");
    }

    @Test
    void keepsNoMoreErrorsThanWanted() {
        String text =
                "package a\n" + "p if x%d == 1\n".repeat(30).formatted((Object[]) numbers(30));
        assertThat(Rego.errors(CompileOptions.DEFAULT.withErrorLimit(5), text))
                .hasSize(6)
                .last()
                .isEqualTo("0: rego_compile_error: error limit reached");
    }

    private static Integer[] numbers(int count) {
        Integer[] numbers = new Integer[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static void assertFound(String rules, String... errors) {
        assertThat(Rego.errors(CompileOptions.DEFAULT, "package a\n" + rules))
                .containsExactly(errors);
    }
}
