package io.hushgate.rego.builtin.net;

import io.hushgate.rego.builtin.BuiltinError;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses with a common prefix (CIDR, RFC 4632).
 *
 * @param address normally the first of the range; as given for a network made of a bare address
 */
record IpNetwork(IpAddress address, int prefix) {
    /** Null if the text is not {@code address/length}. */
    static @Nullable IpNetwork parse(String text) {
        int slash = text.indexOf('/');
        IpAddress address = slash < 0 ? null : IpAddress.parse(text.substring(0, slash));
        if (address == null || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            return null;
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return prefix > address.bits() ? null : new IpNetwork(address.masked(prefix), prefix);
    }

    /** Fails in the words of Go's package net. */
    static IpNetwork of(String text) {
        IpNetwork network = parse(text);
        if (network == null) {
            throw BuiltinError.of("invalid CIDR address: " + text);
        }
        return network;
    }

    /** An IPv4 address with the length that its class had before CIDR. */
    static IpNetwork classful(IpAddress address) {
        int first = address.number().shiftRight(24).intValue();
        return new IpNetwork(address, first < 128 ? 8 : first < 192 ? 16 : 24);
    }

    BigInteger first() {
        return address.masked(prefix).number();
    }

    BigInteger last() {
        return first().add(size()).subtract(BigInteger.ONE);
    }

    BigInteger size() {
        return BigInteger.ONE.shiftLeft(address.bits() - prefix);
    }

    boolean contains(IpAddress other) {
        IpAddress plain = other.unmapped();
        return plain.bits() == address.bits()
                && plain.number().compareTo(first()) >= 0
                && plain.number().compareTo(last()) <= 0;
    }

    boolean contains(IpNetwork other) {
        return contains(other.address.masked(other.prefix))
                && contains(new IpAddress(other.last(), other.address.bits()));
    }

    /** The fewest networks that together hold just the addresses of a range, given as IPv6. */
    static List<IpNetwork> covering(BigInteger first, BigInteger last) {
        List<IpNetwork> networks = new ArrayList<>();
        BigInteger at = first;
        while (at.compareTo(last) <= 0) {
            int host = at.signum() == 0 ? 128 : at.getLowestSetBit();
            while (at.add(BigInteger.ONE.shiftLeft(host)).subtract(BigInteger.ONE).compareTo(last)
                    > 0) {
                host--;
            }
            IpAddress address = new IpAddress(at, 128).unmapped();
            networks.add(new IpNetwork(address, address.bits() - host));
            at = at.add(BigInteger.ONE.shiftLeft(host));
        }
        return networks;
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
