package io.hushgate.rego.builtin.net;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinContext.Permission;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What reaches for the network, if it is allowed to. */
public final class Network {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                                    "http.send",
                                    "(object[string: any]) => object[any: any]",
                                    HttpSend::send)
                            .with(Builtin.Trait.NONDETERMINISTIC),
                    Builtin.of("net.lookup_ip_addr", "(string) => set[string]", Network::lookUp)
                            .with(Builtin.Trait.NONDETERMINISTIC));

    private Network() {}

    private static Value lookUp(BuiltinContext context, Value[] a) {
        String name = Operands.string(a, 0);
        IpAddress literal = IpAddress.parse(name);
        if (literal != null) {
            return RegoSet.of(RegoString.of(literal.toString()));
        }
        context.demand(Permission.LOOKUP_ADDRESSES);
        RegoSet.Builder addresses = RegoSet.builder();
        try {
            for (InetAddress address : InetAddress.getAllByName(name)) {
                addresses.add(RegoString.of(address.getHostAddress()));
            }
        } catch (UnknownHostException e) {
            throw BuiltinError.of("lookup %s: no such host".formatted(name));
        }
        return addresses.build();
    }
}
