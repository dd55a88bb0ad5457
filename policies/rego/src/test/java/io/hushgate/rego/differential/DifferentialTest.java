package io.hushgate.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Both engines on random policies and documents. {@code -Ddifferential.policies} sets how many
 * policies, each of which meets ten documents; {@code -Ddifferential.seed} where to begin.
 */
final class DifferentialTest {
    private static final int DOCUMENTS_PER_POLICY = 10;

    @Test
    void agreesWithOpaOnRandomPolicies() throws IOException, InterruptedException {
        assumeTrue(Opa.binary().isPresent(), "no opa.binary");
        int policies = Integer.getInteger("differential.policies", 1_000);
        long seed = Long.getLong("differential.seed", 1);
        List<String> disagreements = new ArrayList<>();
        Tally tally = new Tally();
        try (Opa opa = Opa.start(Opa.binary().orElseThrow())) {
            for (int i = 0; i < policies; i++) {
                compare(opa, seed + i, tally, disagreements);
            }
        }
        System.out.println("differential: " + tally + ", disagreements " + disagreements.size());
        assertThat(disagreements).isEmpty();
    }

    /** What happened, in numbers. */
    private static final class Tally {
        int compiled;
        int refusedByBoth;

        /** Versions of opa differ in how much they know about types. */
        int refusedByTypes;

        int pairs;
        int errors;
        int errorsOfOneSide;

        @Override
        public String toString() {
            return ("policies compiled %d, refused by both %d, by one for their types %d;"
                            + " pairs %d, errors %d, errors seen by one side %d")
                    .formatted(
                            compiled,
                            refusedByBoth,
                            refusedByTypes,
                            pairs,
                            errors,
                            errorsOfOneSide);
        }
    }

    private static void compare(Opa opa, long seed, Tally tally, List<String> disagreements) {
        Random random = new Random(seed * 0x9e3779b97f4a7c15L);
        RandomDocument documents = new RandomDocument(random);
        RegoObject base = documents.next();
        String module = new RandomPolicy(random).module("generated");
        opa.data("base", base);
        Optional<String> refusal = opa.load("generated", module);
        Program program;
        try {
            program =
                    Rego.create()
                            .withModule("generated.rego", module)
                            .withData(RegoObject.of(RegoString.of("base"), base))
                            .compile();
        } catch (RegoException e) {
            boolean forTypes = e.errors().getFirst().code() == ErrorCode.TYPE;
            if (refusal.isPresent()) {
                tally.refusedByBoth++;
            } else if (forTypes) {
                tally.refusedByTypes++;
            } else {
                disagreements.add("seed %d: refused: %s%n%s".formatted(seed, e, module));
            }
            return;
        }
        if (refusal.isPresent()) {
            tally.refusedByTypes++;
            if (!refusal.get().equals("rego_type_error")) {
                disagreements.add(
                        "seed %d: opa refuses with %s%n%s".formatted(seed, refusal.get(), module));
            }
            return;
        }
        tally.compiled++;
        for (int i = 0; i < DOCUMENTS_PER_POLICY; i++) {
            RegoObject input = documents.next();
            Outcome theirs = opa.evaluate("generated", input);
            Outcome ours = Ours.evaluate(program, "data.generated", input);
            tally.pairs++;
            boolean theirsFailed = theirs instanceof Outcome.Failed;
            boolean oursFailed = ours instanceof Outcome.Failed;
            tally.errors += theirsFailed ? 1 : 0;
            if (theirsFailed != oursFailed) {
                // Which of several expressions is evaluated first is nobody's promise: an index may
                // skip a rule, or a rule may fail, before a conflict in it is seen.
                tally.errorsOfOneSide++;
            } else if (!theirs.equals(ours)) {
                disagreements.add(
                        "seed %d:%n%s%ninput %s%ndata.base %s%nopa  %s%nours %s"
                                .formatted(seed, module, input, base, theirs, ours));
                return;
            }
        }
    }
}
