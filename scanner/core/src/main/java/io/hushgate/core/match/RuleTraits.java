package io.hushgate.core.match;

import io.hushgate.core.RuleId;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be known of all rules before any of them is met, by their numbers in the set.
 *
 * @param partner whether another rule counts only where this one matches as well
 * @param service whether the rule is for keys of named services
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read at every hit
record RuleTraits(boolean[] partner, boolean[] service) {
    static RuleTraits of(List<Rule> rules) {
        Set<RuleId> partners = new HashSet<>();
        rules.forEach(rule -> rule.surroundings().partner().ifPresent(partners::add));
        boolean[] partner = new boolean[rules.size()];
        boolean[] service = new boolean[rules.size()];
        for (int i = 0; i < partner.length; i++) {
            partner[i] = partners.contains(rules.get(i).id());
            service[i] = rules.get(i).form() instanceof Form.Service;
        }
        return new RuleTraits(partner, service);
    }
}
