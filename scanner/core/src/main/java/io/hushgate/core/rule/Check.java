package io.hushgate.core.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An offline proof that bytes are what they claim to be. Rules name it by its label. */
public enum Check {
    /**
     * The last 6 characters are the CRC-32 (IEEE) of what stands between the first {@code _} and
     * them, in base 62 with digits 0-9 A-Z a-z, padded with {@code 0}: GitHub, npm.
     */
    CRC32_BASE62,
    /**
     * The last 8 lower-case hexadecimal digits are the CRC-32 of what stands between the first
     * {@code _} and them, a {@code _} before them left out: Cloudflare, Zuplo.
     */
    CRC32_HEX,
    /**
     * The last 8 hexadecimal digits are the CRC-32 of everything before {@code _} and them, bytes
     * in either order: Grafana.
     */
    CRC32_HEX_WHOLE,
    /**
     * The last 8 upper-case hexadecimal digits are the CRC-32 of everything before: Atlassian,
     * Bitbucket.
     */
    CRC32_UPPER_HEX,
    /**
     * The last 6 characters begin the base64 of the little-endian CRC-32 of what stands between 4
     * characters of prefix and them: Confluent.
     */
    CRC32_BASE64,
    /** The last 7 characters are the CRC-32 of everything before, in base 36: GitLab routable. */
    CRC32_BASE36,
    /** Bech32 checksum (BIP 173): age. */
    BECH32,
    /** CRC-16/XMODEM inside base32: NATS NKEY seeds. */
    NKEY,
    /** Base32 that holds an account id of 12 digits: AWS access key ids. */
    AWS_ACCOUNT,
    /** Three base64url parts, the first two JSON objects; past its {@code exp} it is expired. */
    JWT,
    /** A PEM block (RFC 7468) whose content parses; encrypted and public ones are told apart. */
    PEM,
    /** A PuTTY private key file; {@code Encryption: none} is a key in clear. */
    PUTTY,
    /** An armored OpenPGP secret key (RFC 9580) whose first packet is one. */
    PGP,
    /** A JSON object with a key in it: service accounts, credentials of OAuth, JWK, keysets. */
    JSON_KEY_FILE,
    /** A JSON object with {@code auths}, plain or in base64: Docker, dockerconfigjson. */
    DOCKER_CONFIG,
    /** Base64 of {@code user:password}: HTTP Basic, {@code _auth} of npm, Docker. */
    BASIC_AUTH,
    /** A part, parted by {@code _} or {@code .}, is base64 of a JSON object: Grafana, Sentry. */
    BASE64_JSON,
    /** Base64 of exactly 32 bytes: WireGuard, Azure Service Bus. */
    BASE64_32_BYTES,
    /** Base64 of exactly 64 bytes: Azure Storage, Cosmos DB. */
    BASE64_64_BYTES,
    /** Base64 that starts with {@code reftkn:}: JFrog reference tokens. */
    JFROG_REFERENCE,
    /** The part before the first dot is base64 of a decimal number: Discord. */
    DISCORD_BOT,
    /** A mark of Azure's common annotated security keys stands at its place. */
    AZURE_CASK;

    /** The name used in rules: {@code crc32-base62}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a label; empty when there is no such check. */
    public static Optional<Check> of(String label) {
        return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
    }
}
