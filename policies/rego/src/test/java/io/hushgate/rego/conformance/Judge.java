package io.hushgate.rego.conformance;

import io.hushgate.rego.Program;
import io.hushgate.rego.Query;
import io.hushgate.rego.Rego;
import io.hushgate.rego.Settings;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs a case and compares. */
record Judge(RegoVersion version, Builtins builtins) {
    /** Why a case does not pass, in one line; empty when it does. */
    Optional<String> complaint(Case testCase) {
        List<RegoObject> rows;
        try {
            rows = answer(testCase);
        } catch (RegoException e) {
            return failure(testCase, e);
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("threw " + e);
        }
        RegoArray want = testCase.wantRows();
        if (testCase.wantsError()) {
            return Optional.of("no error, answer " + rows);
        }
        List<Value> got = new ArrayList<>();
        rows.forEach(row -> got.add(Answers.json(row)));
        RegoSet gotRows = Answers.rows(got, testCase);
        RegoSet wantRows = Answers.rows(want == null ? RegoArray.EMPTY : want, testCase);
        return gotRows.equals(wantRows)
                ? Optional.empty()
                : Optional.of("wanted %s, got %s".formatted(wantRows, gotRows));
    }

    private static Optional<String> failure(Case testCase, RegoException e) {
        String text = Objects.requireNonNullElse(e.getMessage(), "");
        if (!testCase.wantsError()) {
            return Optional.of(text);
        }
        String code = testCase.wantErrorCode();
        String message = testCase.wantError();
        boolean sameCode = code == null || e.errors().getFirst().code().id().equals(code);
        boolean sameText = message == null || text.contains(message);
        return sameCode && sameText
                ? Optional.empty()
                : Optional.of("wanted %s %s, got %s".formatted(code, message, text));
    }

    private List<RegoObject> answer(Case testCase) {
        Rego rego =
                Rego.create()
                        .withVersion(version)
                        .withBuiltins(builtins)
                        .withSettings(
                                Settings.standard()
                                        .withStrictBuiltinErrors(testCase.strictErrors())
                                        .withEnvironment(testCase.environment()));
        for (int i = 0; i < testCase.modules().size(); i++) {
            rego = rego.withModule("test-%d.rego".formatted(i), testCase.modules().get(i));
        }
        Program program = rego.compile().withOverlappingData((RegoObject) testCase.data());
        Query query = program.query(testCase.query());
        return query.bindings(input(testCase));
    }

    private static @org.jspecify.annotations.Nullable Value input(Case testCase) {
        String term = testCase.inputTerm();
        if (term == null) {
            return testCase.input();
        }
        RegoObject row = Rego.create().compile().query("x = " + term).bindings(null).getFirst();
        return row.get("x");
    }
}
