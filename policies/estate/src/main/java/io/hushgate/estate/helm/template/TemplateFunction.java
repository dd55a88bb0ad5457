package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Datum;

/** A function that templates call. */
@FunctionalInterface
public interface TemplateFunction {
    /**
     * Computes its value.
     *
     * @throws TemplateProblem if the arguments do not fit, or a limit is reached
     */
    Datum call(Call call);
}
