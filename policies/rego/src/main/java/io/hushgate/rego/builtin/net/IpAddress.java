package io.hushgate.rego.builtin.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address of IPv4 or IPv6 as a number.
 *
 * @param bits 32 or 128
 */
record IpAddress(BigInteger number, int bits) {
    private static final int IPV4 = 32;
    private static final int IPV6 = 128;
    private static final int GROUPS = 8;

    /** IPv4 addresses within IPv6: {@code ::ffff:0:0}. */
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffff).shiftLeft(32);

    /** Null if the text is no address. IPv4 in four decimal numbers without leading zeros. */
    static @Nullable IpAddress parse(String text) {
        return text.indexOf(':') < 0 ? parse4(text) : parse6(text);
    }

    private static @Nullable IpAddress parse4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        long number = 0;
        for (String part : parts) {
            boolean digits = part.matches("0|[1-9][0-9]{0,2}");
            if (!digits || Integer.parseInt(part) > 255) {
                return null;
            }
            number = number << 8 | Integer.parseInt(part);
        }
        return new IpAddress(BigInteger.valueOf(number), IPV4);
    }

    private static @Nullable IpAddress parse6(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
        if (head == null || tail == null) {
            return null;
        }
        int given = head.size() + tail.size();
        if (gap < 0 ? given != GROUPS : given >= GROUPS) {
            return null;
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < GROUPS; i++) {
            int fromEnd = i - (GROUPS - tail.size());
            int group = i < head.size() ? head.get(i) : fromEnd >= 0 ? tail.get(fromEnd) : 0;
            number = number.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return new IpAddress(number, IPV6);
    }

    /** Groups of 16 bits, the last two possibly written as IPv4. */
    private static @Nullable List<Integer> groups(String text, boolean mayEndInIpv4) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (mayEndInIpv4 && i == parts.length - 1 && part.indexOf('.') >= 0) {
                IpAddress embedded = parse4(part);
                if (embedded == null) {
                    return null;
                }
                int number = embedded.number.intValue();
                groups.add(number >>> 16);
                groups.add(number & 0xffff);
            } else if (part.matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(part, 16));
            } else {
                return null;
            }
        }
        return groups;
    }

    boolean isIpv4() {
        return bits == IPV4;
    }

    /** The IPv4 address that an IPv6 address maps, else this. */
    IpAddress unmapped() {
        return !isIpv4() && number.shiftRight(32).equals(BigInteger.valueOf(0xffff))
                ? new IpAddress(number.subtract(MAPPED), IPV4)
                : this;
    }

    /** The same address among those of IPv6. */
    IpAddress mapped() {
        return isIpv4() ? new IpAddress(number.add(MAPPED), IPV6) : this;
    }

    /** With all bits after the prefix off. */
    IpAddress masked(int prefix) {
        int host = bits - prefix;
        return new IpAddress(number.shiftRight(host).shiftLeft(host), bits);
    }

    /** IPv6 in the shortest form (RFC 5952). */
    @Override
    public String toString() {
        if (isIpv4()) {
            int n = number.intValue();
            return (n >>> 24) + "." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255);
        }
        IpAddress inner = unmapped();
        if (inner.isIpv4()) {
            return inner.toString();
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = number.shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xffff;
        }
        int gap = longestZeros(groups);
        int gapEnd = gap < 0 ? -1 : zerosEnd(groups, gap);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i = gapEnd - 1;
            } else {
                boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static int zerosEnd(int[] groups, int start) {
        int end = start;
        while (end < groups.length && groups[end] == 0) {
            end++;
        }
        return end;
    }

    /** The first of the longest runs of at least two zero groups, or -1. */
    private static int longestZeros(int[] groups) {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < groups.length; i++) {
            int length = zerosEnd(groups, i) - i;
            if (length > bestLength) {
                best = i;
                bestLength = length;
            }
        }
        return best;
    }
}
