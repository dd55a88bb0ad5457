package io.hushgate.rego.builtin;

import java.util.List;

/**
 * Functions that policies may name, so that they compile, but that this engine does not offer.
 * Calling one ends the query: a policy that relies on it must not pass by being undefined.
 */
final class Refused {
    private static final String DOCUMENT = "any<string, object[any: any]>";

    static final List<Builtin> ALL =
            List.of(
                    graphql("graphql.is_valid", "(" + DOCUMENT + ", " + DOCUMENT + ") => boolean"),
                    graphql(
                            "graphql.parse",
                            "("
                                    + DOCUMENT
                                    + ", "
                                    + DOCUMENT
                                    + ") => array<object[any: any], object[any: any]>"),
                    graphql(
                            "graphql.parse_and_verify",
                            "("
                                    + DOCUMENT
                                    + ", "
                                    + DOCUMENT
                                    + ") => array<boolean, object[any: any], object[any: any]>"),
                    graphql("graphql.parse_query", "(string) => object[any: any]"),
                    graphql("graphql.parse_schema", "(string) => object[any: any]"),
                    graphql("graphql.schema_is_valid", "(" + DOCUMENT + ") => boolean"),
                    refused(
                            "providers.aws.sign_req",
                            "(object[string: any], object[string: any], number) => object[any: any]",
                            "requests to AWS are not signed by this engine"));

    private Refused() {}

    private static Builtin graphql(String name, String signature) {
        return refused(name, signature, "GraphQL is not supported by this engine");
    }

    private static Builtin refused(String name, String signature, String why) {
        return Builtin.of(name, signature, body(why));
    }

    /** Ends the query whenever it is called. */
    static Builtin.Function body(String why) {
        return (_, _) -> {
            throw BuiltinError.halting(why);
        };
    }
}
