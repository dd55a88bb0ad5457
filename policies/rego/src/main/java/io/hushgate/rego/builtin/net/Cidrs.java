package io.hushgate.rego.builtin.net;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Sizes;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code net.cidr_*} functions. */
public final class Cidrs {
    private static final String BINARY = "(string, string) => boolean";
    private static final String MANY =
            "any<string, array[any<string, array[any]>], object[string: any<string, array[any]>], set[any<string, array[any]>]>";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "net.cidr_contains",
                            BINARY,
                            (_, a) -> RegoBoolean.of(contains(a[0], a[1]))),
                    Builtin.of(
                                    "net.cidr_overlap",
                                    BINARY,
                                    (_, a) -> RegoBoolean.of(contains(a[0], a[1])))
                            .with(Builtin.Trait.DEPRECATED),
                    Builtin.of(
                            "net.cidr_intersects",
                            BINARY,
                            (_, a) -> {
                                IpNetwork x = network(a[0]);
                                IpNetwork y = network(a[1]);
                                return RegoBoolean.of(
                                        x.contains(y.address()) || y.contains(x.address()));
                            }),
                    Builtin.of(
                            "net.cidr_is_valid",
                            "(string) => boolean",
                            (_, a) ->
                                    RegoBoolean.of(
                                            a[0] instanceof RegoString text
                                                    && IpNetwork.parse(text.value()) != null)),
                    Builtin.of("net.cidr_expand", "(string) => set[string]", Cidrs::expand),
                    Builtin.of(
                            "net.cidr_merge",
                            "(any<array[any<string>], set[string]>) => set[string]",
                            (_, a) -> merge(a[0])),
                    Builtin.of(
                            "net.cidr_contains_matches",
                            "(" + MANY + ", " + MANY + ") => set[array<any, any>]",
                            Cidrs::containsMatches));

    private Cidrs() {}

    private static String text(Value value) {
        if (value instanceof RegoString string) {
            return string.value();
        }
        throw BuiltinError.type(1, value, "string");
    }

    private static IpNetwork network(Value value) {
        return IpNetwork.of(text(value));
    }

    /** Whether a network holds an address or a whole other network. */
    private static boolean contains(Value whole, Value part) {
        IpNetwork network = network(whole);
        IpAddress address = IpAddress.parse(text(part));
        if (address != null) {
            return network.contains(address);
        }
        IpNetwork other = IpNetwork.parse(text(part));
        if (other == null) {
            throw BuiltinError.of(
                    "not a valid textual representation of an IP address or CIDR: " + text(part));
        }
        return network.contains(other);
    }

    private static RegoSet expand(BuiltinContext context, Value[] a) {
        IpNetwork network = network(a[0]);
        int bits = network.address().bits();
        Sizes.announceElements(
                context,
                bits - network.prefix() > 60 ? Long.MAX_VALUE : network.size().longValue());
        RegoSet.Builder addresses = RegoSet.builder();
        BigInteger last = network.last();
        for (BigInteger n = network.first(); n.compareTo(last) <= 0; n = n.add(BigInteger.ONE)) {
            addresses.add(RegoString.of(new IpAddress(n, bits).toString()));
        }
        return addresses.build();
    }

    /**
     * One operand of {@code net.cidr_contains_matches}: networks and under what they are reported.
     */
    private record Entry(Value network, Value index) {}

    private static RegoSet containsMatches(BuiltinContext context, Value[] a) {
        List<Entry> wholes = entries(a, 0);
        List<Entry> parts = entries(a, 1);
        context.step((long) wholes.size() * parts.size());
        RegoSet.Builder matches = RegoSet.builder();
        for (Entry whole : wholes) {
            for (Entry part : parts) {
                if (contains(whole.network, part.network)) {
                    matches.add(RegoArray.of(whole.index, part.index));
                }
            }
        }
        return matches.build();
    }

    private static List<Entry> entries(Value[] a, int operand) {
        List<Entry> entries = new ArrayList<>();
        switch (a[operand]) {
            case RegoString text -> entries.add(new Entry(text, text));
            case RegoArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    entries.add(new Entry(element(array.at(i), operand), RegoNumber.of(i)));
                }
            }
            case RegoSet set ->
                    set.forEach(member -> entries.add(new Entry(element(member, operand), member)));
            case RegoObject object ->
                    object.forEach(
                            (key, value) -> entries.add(new Entry(element(value, operand), key)));
            default -> {}
        }
        return entries;
    }

    private static Value element(Value element, int operand) {
        if (element instanceof RegoString) {
            return element;
        }
        if (element instanceof RegoArray array && array.size() > 0) {
            return array.at(0);
        }
        throw BuiltinError.of(
                "operand %d: element must be string or non-empty array".formatted(operand + 1));
    }

    /**
     * Addresses of IPv6, both ends included, and the network they came from unless it was merged.
     */
    private record Range(BigInteger first, BigInteger last, @Nullable IpNetwork network) {}

    private static RegoSet merge(Value value) {
        Iterable<Value> members =
                switch (value) {
                    case RegoArray array -> array;
                    case RegoSet set -> set;
                    default -> throw BuiltinError.of("operand must be an array");
                };
        List<Range> ranges = new ArrayList<>();
        for (Value member : members) {
            ranges.add(range(mergeable(member)));
        }
        ranges.sort(Comparator.comparing(Range::last).thenComparing(Range::first));
        for (int i = ranges.size() - 1; i > 0; i--) {
            Range range = ranges.get(i);
            Range before = ranges.get(i - 1);
            if (range.first.subtract(BigInteger.ONE).compareTo(before.last) <= 0) {
                ranges.set(i - 1, new Range(range.first.min(before.first), range.last, null));
                ranges.remove(i);
            }
        }
        RegoSet.Builder merged = RegoSet.builder();
        for (Range range : ranges) {
            List<IpNetwork> networks =
                    range.network == null
                            ? IpNetwork.covering(range.first, range.last)
                            : List.of(range.network);
            networks.forEach(network -> merged.add(RegoString.of(network.toString())));
        }
        return merged.build();
    }

    private static Range range(IpNetwork network) {
        int bits = network.address().bits();
        return new Range(
                new IpAddress(network.first(), bits).mapped().number(),
                new IpAddress(network.last(), bits).mapped().number(),
                network);
    }

    private static IpNetwork mergeable(Value member) {
        if (!(member instanceof RegoString text)) {
            throw BuiltinError.of("element must be string");
        }
        IpAddress address = IpAddress.parse(text.value());
        if (address == null) {
            return IpNetwork.of(text.value());
        }
        IpAddress plain = address.unmapped();
        if (!plain.isIpv4()) {
            throw BuiltinError.of("IPv6 invalid: needs prefix length");
        }
        return IpNetwork.classful(plain);
    }
}
