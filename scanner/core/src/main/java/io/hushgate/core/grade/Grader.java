package io.hushgate.core.grade;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.rule.Check;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Grades what matched a rule, offline. Immutable. */
public final class Grader {
    /** Fewer bytes say nothing about how they were made. */
    private static final int MIN_RANDOM = 8;

    private final Instant now;

    /**
     * Grades as of a moment.
     *
     * @param now when tokens with an end date are over
     */
    public Grader(Instant now) {
        this.now = now;
    }

    /**
     * Grades a value of known form. The first check that proves something decides; a proof beats
     * the look of a stand-in, for keys hold long runs of zeros.
     */
    public Grade grade(Rule rule, Slice secret) {
        Optional<Grade> standIn = standIn(rule.form(), secret);
        if (standIn.filter(grade -> !isGuess(grade)).isPresent()) {
            return standIn.get();
        }
        Grade proven = proven(rule, secret);
        return proven.compareTo(Grade.FORMAT) < 0 ? proven : standIn.orElse(proven);
    }

    /** Tells whether a grade goes by looks alone. */
    private static boolean isGuess(Grade grade) {
        return grade == Grade.PLACEHOLDER || grade == Grade.WEAK;
    }

    private Grade proven(Rule rule, Slice secret) {
        if (rule.evidence().checks().isEmpty()) {
            return rule.form() instanceof Form.Token ? Grade.FORMAT : Grade.CONTEXTUAL;
        }
        return rule.evidence().checks().stream()
                .map(check -> grade(check, secret))
                .filter(grade -> grade != Grade.WEAK)
                .findFirst()
                .orElse(Grade.WEAK);
    }

    private static Optional<Grade> standIn(Form form, Slice secret) {
        return switch (form) {
            case Form.Token(var keywords, _, _) -> {
                Optional<Grade> whole = StandIns.ofToken(secret);
                Slice rest = afterKeyword(keywords, secret);
                // A keyword such as AAAAAAAAAA is the vendor's; only what follows is made up.
                yield whole.isPresent() && rest.length() >= MIN_RANDOM
                        ? StandIns.ofToken(rest)
                        : whole;
            }
            case Form.Assigned _, Form.Service _ -> StandIns.ofAssigned(secret);
            case Form.Generic _ -> StandIns.ofValue(secret);
        };
    }

    private static Slice afterKeyword(List<String> keywords, Slice secret) {
        for (String keyword : keywords) {
            for (int i = 0; i + keyword.length() <= secret.length(); i++) {
                Slice rest = secret.from(i);
                if (rest.part(0, keyword.length()).isIgnoringCase(keyword)) {
                    return rest.from(keyword.length());
                }
            }
        }
        return secret.part(0, 0);
    }

    private Grade grade(Check check, Slice secret) {
        return switch (check) {
            case CRC32_BASE62 -> sum(Checksums.crc32Base62(secret));
            case CRC32_HEX -> sum(Checksums.crc32Hex(secret));
            case CRC32_HEX_WHOLE -> sum(Checksums.crc32HexWhole(secret));
            case CRC32_UPPER_HEX -> sum(Checksums.crc32UpperHex(secret));
            case CRC32_BASE64 -> sum(Checksums.crc32Base64(secret));
            case CRC32_BASE36 -> sum(Checksums.crc32Base36(secret));
            case BECH32 -> sum(Checksums.bech32(secret));
            case NKEY -> sum(Checksums.nkey(secret));
            case AWS_ACCOUNT -> Checksums.awsAccount(secret) ? Grade.FORMAT : Grade.WEAK;
            case JWT -> Structures.jwt(secret, now);
            case PEM -> PemKey.grade(secret);
            case PUTTY -> Structures.putty(secret);
            case PGP -> PemKey.gradePgp(secret);
            case JSON_KEY_FILE -> Structures.jsonKeyFile(secret);
            case DOCKER_CONFIG -> Structures.dockerConfig(secret);
            case BASIC_AUTH -> Structures.basicAuth(secret);
            case BASE64_JSON -> Structures.base64Json(secret);
            case BASE64_32_BYTES -> Structures.base64OfLength(secret, 32);
            case BASE64_64_BYTES -> Structures.base64OfLength(secret, 64);
            case JFROG_REFERENCE -> Structures.jfrogReference(secret);
            case DISCORD_BOT -> Structures.discordBot(secret);
            case AZURE_CASK -> Structures.azureCask(secret);
        };
    }

    private static Grade sum(boolean isRight) {
        return isRight ? Grade.CHECKSUM_VALID : Grade.WEAK;
    }
}
