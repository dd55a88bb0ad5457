package io.hushgate.estate.usage;

import io.hushgate.estate.access.Evidence;
import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Grant;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Granted against used as JSON. The shape is promised by {@code usage.schema.json} beside this
 * class.
 */
public final class UsageDocument {
    /** The version of the shape; grows when a key changes its meaning or goes. */
    public static final String SCHEMA = "hushgate.usage/1";

    private UsageDocument() {}

    /** The document, indented, with a line end. */
    public static String json(UsageReport report) {
        return JsonWriter.PRETTY.write(of(report)) + "\n";
    }

    /** The document as a value. */
    public static RegoObject of(UsageReport report) {
        return RegoObject.builder()
                .put("schema", RegoString.of(SCHEMA))
                .put("holders", array(report.reviews(), UsageDocument::review))
                .put("unassigned", array(report.unassigned(), UsageDocument::need))
                .put("undefined_roles", array(report.undefinedRoles(), RegoString::of))
                .put("missing_accounts", array(report.missingAccounts(), RegoString::of))
                .put("inventory", array(report.inventory(), RegoString::of))
                .put("problems", array(report.problems(), RegoString::of))
                .build();
    }

    private static Value review(GrantReview review) {
        return RegoObject.builder()
                .put("holder", RegoString.of(review.grants().holder().node().id()))
                .put("audited", RegoBoolean.of(review.isAudited()))
                .put("undefined_policies", array(review.grants().undefined(), RegoString::of))
                .put("needs", array(review.needs(), UsageDocument::need))
                .put(
                        "missing",
                        array(
                                review.missing(),
                                one ->
                                        RegoObject.builder()
                                                .put("need", need(one.need()))
                                                .put("reason", RegoString.of(one.reason()))
                                                .build()))
                .put(
                        "unused",
                        array(
                                review.unused(),
                                one ->
                                        RegoObject.builder()
                                                .put("grant", grant(one.grant()))
                                                .put(
                                                        "capabilities",
                                                        capabilities(one.capabilities()))
                                                .put("whole", RegoBoolean.of(one.whole()))
                                                .build()))
                .put(
                        "excess",
                        array(
                                review.excess(),
                                one ->
                                        RegoObject.builder()
                                                .put("grant", grant(one.grant()))
                                                .put("used", array(one.used(), RegoString::of))
                                                .put("opened", array(one.opened(), RegoString::of))
                                                .build()))
                .build();
    }

    private static Value grant(Grant grant) {
        return RegoObject.builder()
                .put("path", RegoString.of(grant.pattern().toString()))
                .put("capabilities", capabilities(grant.capabilities()))
                .put(
                        "stanzas",
                        array(
                                grant.stanzas(),
                                stanza ->
                                        new Evidence("policy " + stanza.policy(), stanza.at())
                                                .toValue()))
                .build();
    }

    private static Value capabilities(Collection<Capability> capabilities) {
        return array(capabilities.stream().map(Capability::text).sorted().toList(), RegoString::of);
    }

    private static Value need(Need need) {
        return RegoObject.builder()
                .put("operation", RegoString.of(need.operation().name().toLowerCase(Locale.ROOT)))
                .put("path", RegoString.of(need.path()))
                .put("who", RegoString.of(need.who()))
                .put("via", RegoString.of(need.via()))
                .put("evaluated", RegoBoolean.of(need.isEvaluated()))
                .put("at", need.at().toValue())
                .put("count", RegoNumber.of(need.count()))
                .put("last_seen", RegoString.of(need.lastSeen()))
                .build();
    }

    private static <T> RegoArray array(Collection<T> items, Function<T, Value> rendered) {
        return RegoArray.of(List.copyOf(items).stream().map(rendered).toList());
    }
}
