package io.hushgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    private static Location at(int line) {
        return new Location(new Address.File("base/role.yaml"), Region.at(line, 1));
    }

    private static Violation of(int line, String message, int related) {
        return new Violation(
                "RBAC-SECRETS-READ",
                "A role reads Secrets",
                Severity.MEDIUM,
                related > 50 ? Confidence.HIGH : Confidence.LOW,
                message,
                at(line),
                List.of(new Violation.RelatedLocation(at(related), "the binding")),
                "Name them.",
                List.of(),
                Optional.empty());
    }

    @Test
    void oneLineInTwoOverlaysIsToldOnce() {
        Complaints complaints = new Complaints();
        complaints.add(of(3, "Role app allows to get every Secret", 50));
        complaints.add(of(3, "Role app allows to get every Secret of namespace prod", 60));
        complaints.add(of(3, "Role other allows to get every Secret of namespace prod", 60));
        complaints.add(of(9, "Role app allows to get every Secret", 50));

        assertThat(complaints.all())
                .extracting(one -> one.location().region().startLine() + " " + one.message())
                .containsExactly(
                        "3 Role app allows to get every Secret",
                        "3 Role other allows to get every Secret of namespace prod",
                        "9 Role app allows to get every Secret");
        assertThat(complaints.all().getFirst().related()).hasSize(2);
        assertThat(complaints.all().getFirst().confidence()).isEqualTo(Confidence.HIGH);
    }
}
