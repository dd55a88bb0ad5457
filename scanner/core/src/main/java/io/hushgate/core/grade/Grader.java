package io.hushgate.core.grade;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.rule.Check;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import java.time.Instant;
import java.util.Optional;

/** Grades what matched a rule, offline. Immutable. */
public final class Grader {
    private final Instant now;

    /**
     * Grades as of a moment.
     *
     * @param now when tokens with an end date are over
     */
    public Grader(Instant now) {
        this.now = now;
    }

    /** Grades a value of known form. The first check that proves something decides. */
    public Grade grade(Rule rule, Slice secret) {
        boolean isToken = rule.form() instanceof Form.Token;
        Optional<Grade> standIn = isToken ? StandIns.ofToken(secret) : StandIns.ofValue(secret);
        if (standIn.isPresent()) {
            return standIn.get();
        }
        if (rule.evidence().checks().isEmpty()) {
            return isToken ? Grade.FORMAT : Grade.CONTEXTUAL;
        }
        return rule.evidence().checks().stream()
                .map(check -> grade(check, secret))
                .filter(grade -> grade != Grade.WEAK)
                .findFirst()
                .orElse(Grade.WEAK);
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
