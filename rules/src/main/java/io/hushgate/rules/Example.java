package io.hushgate.rules;

import io.hushgate.core.Grade;
import io.hushgate.rules.sample.Template;
import java.util.Optional;

/**
 * A text with one invented credential of the rule.
 *
 * @param grade what the finding has to be graded as, when the rule says so
 */
public record Example(Template template, Optional<Grade> grade) {}
